SELECT o.bytes AS Bytes, o.content AS Content, o.page AS Page, o.came AS Came
FROM original o JOIN article a ON a.place = o.place
WHERE a.id = @id;
