SELECT p.line
FROM pair p JOIN article a ON a.place = p.first JOIN article b ON b.place = p.second
ORDER BY a.id COLLATE BINARY, b.id COLLATE BINARY;
