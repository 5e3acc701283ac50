-- What was worked out of all articles together, kept until anything changes, so that a command need not work it out again.

-- One row: a number that goes up with every change of what a case is read from.
CREATE TABLE change (
    number INTEGER NOT NULL
);
INSERT INTO change (number) VALUES (0);

-- At most one row: the reading of the case as it stood at this change, by this build of the program; packed JSON.
CREATE TABLE reading (
    change  INTEGER NOT NULL,
    program TEXT NOT NULL,
    packed  BLOB NOT NULL
);
