SELECT s.number, a.id, s.local FROM statement s JOIN article a ON a.place = s.place;
