-- Do the indexes begin and end where their tables do?
SELECT (SELECT min(number) FROM statement) IS (SELECT min(id) FROM statement_words_docsize)
   AND (SELECT max(number) FROM statement) IS (SELECT max(id) FROM statement_words_docsize)
   AND (SELECT min(place) FROM article) IS (SELECT min(id) FROM article_words_docsize)
   AND (SELECT max(place) FROM article) IS (SELECT max(id) FROM article_words_docsize);
