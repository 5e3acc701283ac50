INSERT OR REPLACE INTO pair (first, second, line)
SELECT a.place, b.place, @line FROM article a, article b WHERE a.id = @first AND b.id = @second;
