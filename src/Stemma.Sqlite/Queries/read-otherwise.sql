SELECT a.id FROM earlier e JOIN article a ON a.place = e.place ORDER BY a.id COLLATE BINARY;
