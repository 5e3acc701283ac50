-- As in migration 1; the words come from the tables.
DROP TABLE IF EXISTS article_words;
DROP TABLE IF EXISTS statement_words;
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = 'article', content_rowid = 'place', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE statement_words USING fts5 (source, cue, content, content = 'statement', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO article_words (article_words) VALUES ('rebuild');
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
