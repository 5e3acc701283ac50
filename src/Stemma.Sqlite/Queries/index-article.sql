INSERT INTO article_words (rowid, title, text) VALUES (@place, @title, @text);
