/** The versions of the terms, what else the school asks consent for, and who decided what. */
export const consents = /* sql */ `
-- The text itself, byte by byte, so that what was agreed to can be shown.
CREATE TABLE terms (
  version TEXT PRIMARY KEY CHECK (version <> ''),
  holds_from TEXT NOT NULL UNIQUE CHECK (date(holds_from) IS holds_from),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  text BLOB NOT NULL,
  published_at TEXT NOT NULL,
  published_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE purposes (
  name TEXT PRIMARY KEY CHECK (name <> '' AND name NOT GLOB '*[^a-z0-9-]*'),
  title TEXT NOT NULL CHECK (title <> ''),
  about TEXT NOT NULL,
  retired_on TEXT CHECK (date(retired_on) IS retired_on)
) STRICT, WITHOUT ROWID;

-- Who is asked for a purpose.
CREATE TABLE purpose_roles (
  role TEXT NOT NULL CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  purpose TEXT NOT NULL REFERENCES purposes,
  PRIMARY KEY (role, purpose)
) STRICT, WITHOUT ROWID;

INSERT INTO purposes (name, title, about) VALUES ('terms', 'Nutzungsordnung', '');
INSERT INTO purpose_roles (role, purpose)
  VALUES ('student', 'terms'), ('teacher', 'terms'), ('guardian', 'terms'), ('staff', 'terms');

-- One decision each, by the user (both guardian columns empty), by a guardian with an account, or by one known by name.
-- guardian_id has no foreign key: what was decided outlives the account of who decided it, and then names nobody.
CREATE TABLE consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  purpose TEXT NOT NULL REFERENCES purposes,
  version TEXT REFERENCES terms,
  decision TEXT NOT NULL CHECK (decision IN ('given', 'refused', 'withdrawn', 'struck')),
  guardian_id INTEGER,
  guardian_name TEXT CHECK (guardian_name <> ''),
  decided_on TEXT NOT NULL CHECK (date(decided_on) IS decided_on),
  channel TEXT NOT NULL CHECK (channel IN ('paper', 'online', 'mail', 'in-person')),
  evidence TEXT CHECK (evidence <> ''),
  corrects INTEGER UNIQUE REFERENCES consents ON DELETE CASCADE,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  CHECK (guardian_id IS NULL OR guardian_name IS NULL),
  CHECK ((purpose = 'terms') = (version IS NOT NULL)),
  CHECK (decision <> 'struck' OR corrects IS NOT NULL)
) STRICT;
CREATE INDEX consents_by_user
  ON consents (user_id, purpose, decision, decided_on, guardian_id, guardian_name, version);
CREATE INDEX consents_not_plain ON consents (user_id) WHERE decision <> 'given' OR corrects IS NOT NULL;
CREATE INDEX consents_by_guardian ON consents (guardian_id) WHERE guardian_id IS NOT NULL;

CREATE TRIGGER consents_are_never_edited BEFORE UPDATE ON consents
BEGIN
  SELECT RAISE(ABORT, 'A consent is a fact: it is corrected by another one, never edited.');
END;
`;
