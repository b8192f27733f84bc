/** Who has custody of a child, since when and by what evidence; and who was told for a child of what was looked into. */
export const custody = /* sql */ `
CREATE TABLE custodies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  child_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  -- As with consents, the number outlives the guardian: what they said before is still judged by it.
  guardian_id INTEGER,
  guardian_name TEXT CHECK (guardian_name <> ''),
  has INTEGER NOT NULL CHECK (has IN (0, 1)),
  since TEXT NOT NULL CHECK (date(since) IS since),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  CHECK ((guardian_id IS NULL) <> (guardian_name IS NULL))
) STRICT;
CREATE INDEX custodies_by_child ON custodies (child_id);
CREATE INDEX custodies_by_guardian ON custodies (guardian_id) WHERE guardian_id IS NOT NULL;

ALTER TABLE inspections ADD COLUMN told_guardian_id INTEGER;
ALTER TABLE inspections ADD COLUMN told_guardian_name TEXT CHECK (told_guardian_name <> '');
`;
