SELECT place FROM article WHERE id = @id;
