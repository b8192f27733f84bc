/** Violations of the terms: incidents, the inspections that hang on them, and suspensions. */
export const violations = /* sql */ `
-- The texts may name anybody concerned, so they go (NULL) as soon as one of them is deleted: see incident_forgets.
CREATE TABLE incidents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  opened_by TEXT NOT NULL,
  clause TEXT CHECK (clause <> ''),
  what TEXT CHECK (what <> ''),
  reported_by TEXT CHECK (reported_by <> ''),
  closed_on TEXT CHECK (date(closed_on) IS closed_on),
  closed_by TEXT,
  outcome TEXT CHECK (outcome <> ''),
  CHECK ((closed_on IS NULL) = (closed_by IS NULL)),
  CHECK (closed_on IS NOT NULL OR outcome IS NULL)
) STRICT;

CREATE TABLE incident_people (
  incident_id INTEGER NOT NULL REFERENCES incidents ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (incident_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_people_by_user ON incident_people (user_id);

-- A look into somebody's mail, files or logs; until informed_on is set, the person is still to be told.
CREATE TABLE inspections (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'files', 'log')),
  suspicion TEXT NOT NULL CHECK (suspicion <> ''),
  informed_on TEXT CHECK (date(informed_on) IS informed_on),
  informed_how TEXT CHECK (informed_how <> ''),
  FOREIGN KEY (incident_id, user_id) REFERENCES incident_people ON DELETE CASCADE,
  CHECK ((informed_on IS NULL) = (informed_how IS NULL))
) STRICT;
CREATE INDEX inspections_by_person ON inspections (incident_id, user_id);
CREATE INDEX inspections_by_user ON inspections (user_id);

-- With a person concerned go the texts that may name them; with the last one, the incident.
CREATE TRIGGER incident_forgets AFTER DELETE ON incident_people
BEGIN
  UPDATE incidents SET what = NULL, reported_by = NULL, outcome = NULL WHERE id = OLD.incident_id;
  DELETE FROM incidents WHERE id = OLD.incident_id
    AND NOT EXISTS (SELECT 1 FROM incident_people WHERE incident_id = OLD.incident_id);
END;

-- In force from from_day to until_day, both included, unless it was lifted.
CREATE TABLE suspensions (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  from_day TEXT NOT NULL CHECK (date(from_day) IS from_day),
  until_day TEXT CHECK (date(until_day) IS until_day),
  reason TEXT NOT NULL CHECK (reason <> ''),
  clause TEXT CHECK (clause <> ''),
  incident_id INTEGER REFERENCES incidents ON DELETE SET NULL,
  lifted_on TEXT CHECK (date(lifted_on) IS lifted_on),
  lifted_because TEXT CHECK (lifted_because <> ''),
  CHECK (until_day >= from_day),
  CHECK ((lifted_on IS NULL) = (lifted_because IS NULL))
) STRICT;
CREATE INDEX suspensions_by_user ON suspensions (user_id);
CREATE INDEX suspensions_by_incident ON suspensions (incident_id);
`;
