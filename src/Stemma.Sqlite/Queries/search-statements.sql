SELECT a.id AS Article, s.local AS Local
FROM statement_words JOIN statement s ON s.number = statement_words.rowid JOIN article a ON a.place = s.place
WHERE statement_words MATCH @match
ORDER BY bm25(statement_words), a.id COLLATE BINARY, s.local COLLATE BINARY LIMIT @limit;
