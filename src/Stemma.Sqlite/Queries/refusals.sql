SELECT file AS File, message AS Message FROM refusal ORDER BY file COLLATE BINARY, message COLLATE BINARY;
