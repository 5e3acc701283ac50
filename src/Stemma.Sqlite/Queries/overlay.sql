SELECT o.layer FROM overlay o JOIN article a ON a.place = o.place WHERE a.id = @id;
