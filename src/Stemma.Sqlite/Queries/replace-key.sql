INSERT OR REPLACE INTO article_key (place, reuse, story) VALUES (@place, @reuse, @story);
