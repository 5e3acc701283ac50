SELECT a.id
FROM article_words JOIN article a ON a.place = article_words.rowid
WHERE article_words MATCH @match
ORDER BY bm25(article_words, 4.0, 1.0), a.id COLLATE BINARY LIMIT @limit;
