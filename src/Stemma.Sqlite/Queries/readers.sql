SELECT DISTINCT reader FROM article;
