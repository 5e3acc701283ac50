SELECT number AS Number, line AS Line, hash AS Hash FROM correction ORDER BY number;
