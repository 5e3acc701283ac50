-- A new article takes the next place; a known one keeps its own.
INSERT INTO article (place, id, key, given, outlet, url, title, published, text, reader, compared)
VALUES (@place, @id, @key, @given, @outlet, @url, @title, @published, @text, @reader, @compared)
RETURNING place;
