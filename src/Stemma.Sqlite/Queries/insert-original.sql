INSERT INTO original (place, page_key, sha256, bytes, content, page, came)
VALUES (@place, @pageKey, @sha256, @bytes, @content, @page, @came);
