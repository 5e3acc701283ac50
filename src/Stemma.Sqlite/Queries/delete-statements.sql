DELETE FROM statement WHERE place = @place;
