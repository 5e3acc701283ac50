INSERT INTO statement_words (statement_words, rowid, source, cue, content)
SELECT 'delete', number, source, cue, content FROM statement WHERE place = @place;
