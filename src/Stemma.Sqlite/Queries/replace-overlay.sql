INSERT OR REPLACE INTO overlay (place, layer) VALUES (@place, @layer);
