/** Who is who: people of several sources, answers that were given once, and what waits for one. */
export const identity = /* sql */ `
-- IDs of a person in further sources, beside the one in users.
CREATE TABLE other_ids (
  source TEXT NOT NULL CHECK (source <> ''),
  import_id TEXT NOT NULL CHECK (import_id <> ''),
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (source, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX other_ids_by_user ON other_ids (user_id);

-- What somebody has said of a person and of a line's key: one person or two. It goes with either of them.
CREATE TABLE roster_answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  source TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('same', 'different')),
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (key <> ''),
  -- A keyed hash of the name and birth date that the line had: with others, the answer is not about this person.
  about TEXT NOT NULL,
  other_id INTEGER REFERENCES users ON DELETE CASCADE,
  UNIQUE (user_id, source, key)
) STRICT;
CREATE INDEX roster_answers_by_key ON roster_answers (source, key);
CREATE INDEX roster_answers_by_other ON roster_answers (other_id);

-- What the last import of a source and role has left open; numbers only.
CREATE TABLE roster_waiting (
  source TEXT NOT NULL,
  role TEXT NOT NULL,
  since TEXT NOT NULL,
  questions INTEGER NOT NULL,
  approvals INTEGER NOT NULL,
  PRIMARY KEY (source, role)
) STRICT, WITHOUT ROWID;

-- Held back until approved: their leaving, or another change that many share.
CREATE TABLE roster_held (
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  what TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES roster_runs,
  PRIMARY KEY (user_id, what)
) STRICT, WITHOUT ROWID;
INSERT INTO roster_held SELECT user_id, 'leaving', run_id FROM roster_holds;
DROP TABLE roster_holds;

-- What was given by hand stays, whatever a file's column of groups says.
ALTER TABLE group_members ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
UPDATE group_members SET by_hand = 1 WHERE user_id IN (SELECT id FROM users WHERE source = 'manual');

-- The first day of who is listed before it.
ALTER TABLE users ADD COLUMN from_day TEXT CHECK (date(from_day) IS from_day);
`;
