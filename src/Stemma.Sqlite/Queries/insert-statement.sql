INSERT INTO statement (place, local, voice, act, source, cue, content)
VALUES (@place, @local, @voice, @act, @source, @cue, @content)
RETURNING number;
