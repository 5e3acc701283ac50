INSERT OR REPLACE INTO earlier (place, line) VALUES (@place, @line);
