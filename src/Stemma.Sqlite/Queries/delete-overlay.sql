DELETE FROM overlay WHERE place = @place;
