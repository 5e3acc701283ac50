SELECT e.line FROM earlier e JOIN article a ON a.place = e.place WHERE a.id = @id;
