SELECT rowid FROM statement_words WHERE statement_words MATCH @match;
