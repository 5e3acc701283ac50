INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1);
INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1);
