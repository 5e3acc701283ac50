SELECT r.packed FROM reading r JOIN change c ON c.number = r.change WHERE r.program = @program LIMIT 1;
