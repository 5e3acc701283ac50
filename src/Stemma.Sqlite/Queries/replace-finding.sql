INSERT OR REPLACE INTO finding (place, line) VALUES (@place, @line);
