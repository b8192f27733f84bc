/** Leavers: what was said and done about them, the nightly runs, and what stays of the deleted. */
export const leavers = /* sql */ `
-- In a person's words why somebody leaves, and since when the nightly run has locked the account.
ALTER TABLE leavers ADD COLUMN remark TEXT CHECK (remark <> '');
ALTER TABLE leavers ADD COLUMN locked_at TEXT;

CREATE TABLE leaver_holds (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason <> ''),
  held_at TEXT NOT NULL,
  operator TEXT NOT NULL
) STRICT;

-- The dates that a leaver was last told. It goes with the schedule: whoever leaves again is told again.
CREATE TABLE leaver_notices (
  user_id INTEGER PRIMARY KEY REFERENCES leavers ON DELETE CASCADE,
  locked_from TEXT NOT NULL CHECK (date(locked_from) IS locked_from),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  told_at TEXT NOT NULL
) STRICT;

-- One row a night. A run without finished_at was killed: what it deleted may still be in the file's bytes.
CREATE TABLE leaver_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  approved INTEGER,
  clock_accepted INTEGER NOT NULL CHECK (clock_accepted IN (0, 1)),
  locked INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  finished_at TEXT
) STRICT;

-- What stays of somebody deleted: nothing that tells who it was. user_id has no foreign key: the person is gone.
CREATE TABLE tombstones (
  user_id INTEGER PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  left_on TEXT NOT NULL CHECK (date(left_on) IS left_on),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  run_id INTEGER NOT NULL REFERENCES leaver_runs
) STRICT;
CREATE INDEX tombstones_by_run ON tombstones (run_id);
`;
