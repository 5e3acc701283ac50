UPDATE article
SET outlet = @outlet, url = @url, title = @title, published = @published, text = @text, reader = @reader, compared = @compared
WHERE place = @place;
