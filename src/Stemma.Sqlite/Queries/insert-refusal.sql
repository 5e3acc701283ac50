INSERT OR IGNORE INTO refusal (file, message, at) VALUES (@file, @message, @at);
