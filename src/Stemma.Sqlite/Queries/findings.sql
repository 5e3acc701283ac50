SELECT f.line AS Line, o.layer AS Layer
FROM article a JOIN finding f ON f.place = a.place LEFT JOIN overlay o ON o.place = a.place
WHERE a.id = @id;
