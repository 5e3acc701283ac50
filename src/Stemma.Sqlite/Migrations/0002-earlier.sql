-- What the reader before this one found, so that a person sees what a re-read changed. Only where the two differ.
CREATE TABLE earlier (
    place INTEGER PRIMARY KEY REFERENCES article (place) ON DELETE CASCADE,
    line  TEXT NOT NULL CHECK (json_valid(line))
);
