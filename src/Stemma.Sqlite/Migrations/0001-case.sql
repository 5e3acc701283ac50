-- The first form of a case file. docs/ledger.md says what each field means; a test compares the two.
-- SQLite 3.35 has no STRICT tables: types are kept by CHECK where a wrong one could come in from outside.

-- One row an article: what it is called here and what a list shows of it.
CREATE TABLE article (
    place     INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT NOT NULL UNIQUE,
    key       TEXT NOT NULL,
    given     TEXT,
    outlet    TEXT,
    url       TEXT,
    title     TEXT,
    published TEXT,
    text      TEXT NOT NULL CHECK (typeof(text) = 'text'),
    reader    TEXT NOT NULL,
    compared  INTEGER NOT NULL CHECK (compared IN (0, 1))
);

-- Is an article with this content kept already?
CREATE INDEX article_by_key ON article (key);
-- Which articles came with this identifier?
CREATE INDEX article_by_given ON article (given) WHERE given IS NOT NULL;
-- Which articles were read by an older reader, or are still to be compared?
CREATE INDEX article_by_reader ON article (reader, compared);

-- First layer: the bytes as they came, and how they came.
CREATE TABLE original (
    place    INTEGER PRIMARY KEY REFERENCES article (place) ON DELETE CASCADE,
    page_key TEXT NOT NULL,
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes    BLOB NOT NULL,
    content  TEXT,
    page     TEXT NOT NULL CHECK (json_valid(page)),
    came     TEXT NOT NULL
);

-- Did exactly this page come before?
CREATE INDEX original_by_page_key ON original (page_key);

-- Second layer: what the machine found, one line of the contract an article.
CREATE TABLE finding (
    place INTEGER PRIMARY KEY REFERENCES article (place) ON DELETE CASCADE,
    line  TEXT NOT NULL CHECK (json_valid(line))
);

-- Second layer with the third laid over it; only for articles that people corrected. Made again at will.
CREATE TABLE overlay (
    place INTEGER PRIMARY KEY REFERENCES article (place) ON DELETE CASCADE,
    layer TEXT NOT NULL CHECK (json_valid(layer))
);

-- What an article can be found by when another is compared with it: sorted 64-bit hashes, little-endian.
CREATE TABLE article_key (
    place INTEGER PRIMARY KEY REFERENCES article (place) ON DELETE CASCADE,
    reuse BLOB NOT NULL,
    story BLOB NOT NULL
);

-- What two articles share; "first" is the article whose identifier sorts first.
CREATE TABLE pair (
    first  INTEGER NOT NULL REFERENCES article (place) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES article (place) ON DELETE CASCADE,
    line   TEXT NOT NULL CHECK (json_valid(line)),
    UNIQUE (first, second)
);

-- What does this article share, where it is the second?
CREATE INDEX pair_by_second ON pair (second);

-- The statements as shown, one row each, for searching and counting.
CREATE TABLE statement (
    number  INTEGER PRIMARY KEY,
    place   INTEGER NOT NULL REFERENCES article (place) ON DELETE CASCADE,
    local   TEXT NOT NULL,
    voice   TEXT NOT NULL,
    act     TEXT NOT NULL,
    source  TEXT NOT NULL,
    cue     TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (place, local)
);

-- Full text: the words stay in their own tables, only the index lies here.
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = 'article', content_rowid = 'place', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE statement_words USING fts5 (source, cue, content, content = 'statement', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0');

-- What could not be read, and why.
CREATE TABLE refusal (
    file    TEXT NOT NULL,
    message TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (file, message)
);

-- Third layer: people's log, a line an act, each with the hash of the line before. Nothing changes or removes a line.
CREATE TABLE correction (
    number INTEGER PRIMARY KEY,
    line   TEXT NOT NULL CHECK (json_valid(line)),
    hash   TEXT NOT NULL UNIQUE
);

CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
BEGIN
    SELECT RAISE(ABORT, 'the log of corrections is append-only');
END;

CREATE TRIGGER correction_is_not_removed BEFORE DELETE ON correction
BEGIN
    SELECT RAISE(ABORT, 'the log of corrections is append-only');
END;
