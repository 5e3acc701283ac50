SELECT line FROM correction ORDER BY number DESC LIMIT 1;
