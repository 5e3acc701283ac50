-- An index over words kept elsewhere has to be told which words it forgets.
INSERT INTO article_words (article_words, rowid, title, text)
SELECT 'delete', place, title, text FROM article WHERE place = @place;
