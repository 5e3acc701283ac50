SELECT count(*) FROM sqlite_master WHERE name IN ('article_words', 'statement_words');
