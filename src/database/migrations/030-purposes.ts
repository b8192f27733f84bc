/**
 * What a purpose rests on for each role, its own ages, whether one guardian is enough, what follows from yes and no; what
 * a court decided about one purpose; and when a student was told of the right to withdraw.
 */
export const purposes = /* sql */ `
ALTER TABLE purposes ADD COLUMN guardian_until INTEGER CHECK (guardian_until BETWEEN 0 AND 18);
ALTER TABLE purposes ADD COLUMN self_from INTEGER CHECK (self_from BETWEEN 0 AND 18);
ALTER TABLE purposes ADD COLUMN guardians TEXT NOT NULL DEFAULT 'one' CHECK (guardians IN ('one', 'all'));
ALTER TABLE purposes ADD COLUMN yes TEXT NOT NULL DEFAULT '';
ALTER TABLE purposes ADD COLUMN no TEXT NOT NULL DEFAULT '';
ALTER TABLE purpose_roles ADD COLUMN basis TEXT NOT NULL DEFAULT 'consent'
  CHECK (basis IN ('consent', 'acknowledgement', 'none'));

CREATE TABLE court_decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  child_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  purpose TEXT NOT NULL REFERENCES purposes,
  -- Who decides alone; neither of the two: all who have custody again.
  guardian_id INTEGER,
  guardian_name TEXT CHECK (guardian_name <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  CHECK (guardian_id IS NULL OR guardian_name IS NULL)
) STRICT;
CREATE INDEX court_decisions_by_child ON court_decisions (child_id);
CREATE INDEX court_decisions_by_guardian ON court_decisions (guardian_id) WHERE guardian_id IS NOT NULL;

CREATE TABLE consent_notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  told_on TEXT NOT NULL CHECK (date(told_on) IS told_on),
  how TEXT NOT NULL CHECK (how <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX consent_notices_by_user ON consent_notices (user_id);
`;
