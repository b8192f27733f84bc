/** Who may do what users may not, and since when; and what was looked into by whose order. */
export const administrators = /* sql */ `
CREATE TABLE administrators (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What the operating system calls them, as it stands in the log.
  os_name TEXT NOT NULL CHECK (os_name <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  -- The written undertaking; NULL: not signed yet.
  signed_on TEXT CHECK (date(signed_on) IS signed_on),
  ended_on TEXT CHECK (date(ended_on) IS ended_on),
  ended_because TEXT CHECK (ended_because <> ''),
  CHECK (ended_on >= since),
  CHECK (ended_on IS NOT NULL OR ended_because IS NULL)
) STRICT;
CREATE UNIQUE INDEX administrators_in_office ON administrators (os_name) WHERE ended_on IS NULL;

-- SQLite changes a CHECK by a new table. Chats and forums are looked into like mails.
CREATE TABLE inspections_new (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'chat', 'forum', 'files', 'log')),
  suspicion TEXT NOT NULL CHECK (suspicion <> ''),
  -- NULL: the operator alone.
  ordered_by TEXT CHECK (ordered_by <> ''),
  informed_on TEXT CHECK (date(informed_on) IS informed_on),
  informed_how TEXT CHECK (informed_how <> ''),
  FOREIGN KEY (incident_id, user_id) REFERENCES incident_people ON DELETE CASCADE,
  CHECK ((informed_on IS NULL) = (informed_how IS NULL))
) STRICT;
INSERT INTO inspections_new (id, incident_id, user_id, at, operator, kind, suspicion, informed_on, informed_how)
  SELECT id, incident_id, user_id, at, operator, kind, suspicion, informed_on, informed_how FROM inspections;
DROP TABLE inspections;
ALTER TABLE inspections_new RENAME TO inspections;
CREATE INDEX inspections_by_person ON inspections (incident_id, user_id);
CREATE INDEX inspections_by_user ON inspections (user_id);
`;
