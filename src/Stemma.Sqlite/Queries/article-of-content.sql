SELECT a.id AS Id, a.place AS Place, a.key AS Key, a.given AS Given, a.reader AS Reader, a.compared AS Compared, o.place IS NOT NULL AS Corrected
FROM article a LEFT JOIN overlay o ON o.place = a.place
WHERE a.key = @key
ORDER BY a.place LIMIT 1;
