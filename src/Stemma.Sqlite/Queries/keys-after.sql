SELECT a.id AS Article, a.place AS Place, k.reuse AS Reuse, k.story AS Story
FROM article a JOIN article_key k ON k.place = a.place
WHERE a.place > @after
ORDER BY a.place LIMIT @limit;
