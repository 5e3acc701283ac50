DELETE FROM article WHERE place = @place;
