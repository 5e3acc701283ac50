SELECT line FROM correction ORDER BY number;
