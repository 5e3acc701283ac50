DELETE FROM pair WHERE first = @place OR second = @place;
