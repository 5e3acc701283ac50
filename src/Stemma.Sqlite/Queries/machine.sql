SELECT f.line FROM finding f JOIN article a ON a.place = f.place WHERE a.id = @id;
