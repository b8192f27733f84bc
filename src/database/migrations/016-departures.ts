/**
 * What was said about the line of somebody who was deleted after a withdrawal or on request stands among the answers,
 * where it is listed and taken back like the others. It is about no person of the registry, and about that line only.
 */
export const departures = /* sql */ `
CREATE TABLE departures_new (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  why TEXT NOT NULL CHECK (why IN ('withdrawal', 'request')),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on)
) STRICT, WITHOUT ROWID;
INSERT INTO departures_new (hash, why, deleted_on) SELECT hash, why, deleted_on FROM departures;
DROP TABLE departures;
ALTER TABLE departures_new RENAME TO departures;

CREATE TABLE roster_answers_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  source TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('same', 'different', 'leave-out', 'take-in')),
  user_id INTEGER REFERENCES users ON DELETE CASCADE,
  key TEXT CHECK (key <> ''),
  -- Who was deleted and is listed again; then nothing else says whom the line is about.
  departure BLOB REFERENCES departures ON DELETE CASCADE,
  -- A keyed hash of the name and birth date that the line had: with others, the answer is not about this person.
  about TEXT NOT NULL,
  other_id INTEGER REFERENCES users ON DELETE CASCADE,
  UNIQUE (user_id, source, key),
  UNIQUE (departure, about),
  CHECK ((departure IS NULL) = (answer IN ('same', 'different'))),
  CHECK ((departure IS NULL) = (user_id IS NOT NULL AND key IS NOT NULL))
) STRICT;
INSERT INTO roster_answers_new (id, at, operator, source, answer, user_id, key, about, other_id)
  SELECT id, at, operator, source, answer, user_id, key, about, other_id FROM roster_answers;
DROP TABLE roster_answers;
ALTER TABLE roster_answers_new RENAME TO roster_answers;
CREATE INDEX roster_answers_by_key ON roster_answers (source, key);
CREATE INDEX roster_answers_by_other ON roster_answers (other_id);
`;
