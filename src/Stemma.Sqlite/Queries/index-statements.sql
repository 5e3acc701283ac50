INSERT INTO statement_words (rowid, source, cue, content)
SELECT number, source, cue, content FROM statement WHERE place = @place;
