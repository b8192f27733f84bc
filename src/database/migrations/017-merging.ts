/** Two accounts of one person become one: everything moves to the account that stays. */
export const merging = /* sql */ `
-- The numbers under which the log knows somebody whose other account was given up.
CREATE TABLE former_numbers (
  former_id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  merged_at TEXT NOT NULL
) STRICT;
CREATE INDEX former_numbers_by_user ON former_numbers (user_id);

-- A consent moves with the person, or the guardian, whom it is about; what it says is never edited.
DROP TRIGGER consents_are_never_edited;
CREATE TRIGGER consents_are_never_edited
BEFORE UPDATE OF id, purpose, version, decision, guardian_name, decided_on, channel, evidence, corrects, recorded_at, recorded_by
ON consents
BEGIN
  SELECT RAISE(ABORT, 'A consent is a fact: it is corrected by another one, never edited.');
END;
`;
