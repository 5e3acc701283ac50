INSERT INTO correction (line, hash) VALUES (@line, @hash);
