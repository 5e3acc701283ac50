-- Only of the case as it stands now.
INSERT INTO reading (change, program, packed)
SELECT number, @program, @packed FROM change WHERE number = @change;
