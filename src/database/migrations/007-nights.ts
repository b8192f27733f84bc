/** What the nights must know: whom they may delete, whom they have announced, and what stays of the deleted. */
export const nights = /* sql */ `
-- When somebody was put on the schedule (NULL: by the first version), whether they asked for it themselves, and the
-- last roster since that had them as present.
ALTER TABLE leavers ADD COLUMN scheduled_at TEXT;
ALTER TABLE leavers ADD COLUMN requested_on TEXT CHECK (date(requested_on) IS requested_on);
ALTER TABLE leavers ADD COLUMN seen_at TEXT;

-- The day on which somebody was told, which may lie before the day on which it was written down.
ALTER TABLE leaver_notices ADD COLUMN told_on TEXT CHECK (date(told_on) IS told_on);
UPDATE leaver_notices SET told_on = date(told_at, '+1 hour');

-- A hold comes back for review.
ALTER TABLE leaver_holds ADD COLUMN review_on TEXT CHECK (date(review_on) IS review_on);
ALTER TABLE leaver_holds ADD COLUMN case_number TEXT CHECK (case_number <> '');
UPDATE leaver_holds SET review_on = date(held_at, '+180 days');

-- Whom a night after a long time without nights has announced: the next night deletes them.
CREATE TABLE leaver_announcements (
  user_id INTEGER PRIMARY KEY REFERENCES leavers ON DELETE CASCADE,
  announced_at TEXT NOT NULL
) STRICT;

-- Something personal was removed in this night, and the file must be written anew.
ALTER TABLE leaver_runs ADD COLUMN rewrite_due INTEGER NOT NULL DEFAULT 0 CHECK (rewrite_due IN (0, 1));

-- Who was deleted because consent was withdrawn, or on request, only as HMAC-SHA-256 under registry.account_key of
-- source and import ID (without an ID: of full name and birth date), and what a person said about the line of a later
-- roster: leave it out, or take the child in.
CREATE TABLE departures (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  why TEXT NOT NULL CHECK (why IN ('withdrawal', 'request')),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  answer TEXT CHECK (answer IN ('leave-out', 'take-in')),
  answered_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;

-- Who is deleted here and may still be in IServ; the row goes when it is done there. No foreign key: the person is gone.
CREATE TABLE iserv_deletions (
  user_id INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  import_id TEXT,
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  listed_in TEXT
) STRICT;

-- Whose entries in the log have lost their facts, and why: deleted as a leaver (run_id), or gone with an undo, a
-- restore or as added by mistake (why). brought_back_at: the deletion was a mistake and was taken back.
CREATE TABLE tombstones_new (
  user_id INTEGER PRIMARY KEY,
  role TEXT CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  left_on TEXT CHECK (date(left_on) IS left_on),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  run_id INTEGER REFERENCES leaver_runs,
  why TEXT NOT NULL DEFAULT 'left' CHECK (why IN ('left', 'taken-back')),
  brought_back_at TEXT,
  CHECK ((why = 'left') = (run_id IS NOT NULL))
) STRICT;
INSERT INTO tombstones_new (user_id, role, left_on, deleted_on, run_id)
  SELECT user_id, role, left_on, deleted_on, run_id FROM tombstones;
DROP TABLE tombstones;
ALTER TABLE tombstones_new RENAME TO tombstones;
CREATE INDEX tombstones_by_run ON tombstones (run_id);
-- What an undo of the first version has erased.
INSERT OR IGNORE INTO tombstones (user_id, deleted_on, why)
  SELECT user_id, date(max(at)), 'taken-back' FROM audit_entries
  WHERE user_id IS NOT NULL AND user_id NOT IN (SELECT id FROM users)
    AND id NOT IN (SELECT entry_id FROM audit_facts) GROUP BY user_id;

-- What a restore could not take over, because the registry it replaced was damaged: until somebody has looked.
CREATE TABLE restore_losses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  restored_at TEXT NOT NULL,
  lost_since TEXT NOT NULL,
  looked_at TEXT
) STRICT;
`;
