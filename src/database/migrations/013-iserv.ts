/** The circle with IServ: who is there as far as this registry knows, and what must be done there by hand. */
export const iserv = /* sql */ `
-- Whom IServ is known to have: by an export of ours, or because it says so itself.
CREATE TABLE iserv_known (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  -- What IServ calls the account: it lags behind when somebody is renamed here.
  account TEXT NOT NULL CHECK (account <> ''),
  -- The import ID under which IServ has them, which stays although the office changes its own; NULL: kept there by hand.
  import_id TEXT CHECK (import_id <> ''),
  -- Keyed digests of the name, the class and the groups that IServ has, eight bytes each.
  digest BLOB NOT NULL CHECK (length(digest) = 24),
  shown_by TEXT NOT NULL CHECK (shown_by IN ('export', 'iserv')),
  shown_at TEXT NOT NULL,
  -- Whether the account here was ever written for IServ: then it is not changed any more.
  exported INTEGER NOT NULL CHECK (exported IN (0, 1)),
  -- Left out of the exports by name, so that the import deletes them, from this day.
  left_out_on TEXT CHECK (date(left_out_on) IS left_out_on)
) STRICT;

-- What was last done by hand in IServ.
CREATE TABLE iserv_hands (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  -- Which issued password was entered there, as SHA-256 of its hash.
  password BLOB CHECK (length(password) = 32),
  -- The class's hour in the computer room: opened for it, or closed again for who did not come.
  hour TEXT CHECK (hour IN ('open', 'closed')),
  hour_on TEXT CHECK (date(hour_on) IS hour_on),
  CHECK ((hour IS NULL) = (hour_on IS NULL))
) STRICT;

-- Import IDs of ours, for whom the administration software gives none that can be written.
CREATE TABLE iserv_ids (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  import_id TEXT NOT NULL UNIQUE CHECK (import_id <> '')
) STRICT;

-- Who may be in IServ under another account: in no file until a person has said so.
CREATE TABLE iserv_doubts (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  since TEXT NOT NULL CHECK (date(since) IS since)
) STRICT;

-- Accounts that IServ has and nobody here: made by hand there. Forgotten when they are done, or not shown any more.
CREATE TABLE iserv_strangers (
  account TEXT PRIMARY KEY CHECK (account <> ''),
  role TEXT CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  class TEXT CHECK (class <> ''),
  seen_on TEXT NOT NULL CHECK (date(seen_on) IS seen_on)
) STRICT, WITHOUT ROWID;

-- What went to and fro, without people. in_doubt: a backup was restored since, so it says nothing any more.
CREATE TABLE iserv_exchanges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('export', 'reconcile')),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  accounts INTEGER NOT NULL,
  in_doubt INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt IN (0, 1))
) STRICT;

-- Who was deleted here is deleted there by the import whose file is without them, if it manages them. told_at: a file
-- without them was written.
ALTER TABLE iserv_deletions ADD COLUMN role TEXT CHECK (role IN ('student', 'teacher', 'guardian', 'staff'));
ALTER TABLE iserv_deletions ADD COLUMN told_at TEXT;
`;
