SELECT 1 FROM article WHERE compared = 0 LIMIT 1;
