CREATE TRIGGER consents_are_never_edited BEFORE UPDATE ON consents
WHEN (NEW.id, NEW.purpose, NEW.version, NEW.decision, NEW.decided_on, NEW.channel, NEW.corrects, NEW.recorded_at, NEW.recorded_by)
  IS NOT (OLD.id, OLD.purpose, OLD.version, OLD.decision, OLD.decided_on, OLD.channel, OLD.corrects, OLD.recorded_at, OLD.recorded_by)
  OR (NEW.evidence IS NOT OLD.evidence AND instr(NEW.evidence, '[…]') = 0)
  OR (NEW.guardian_name IS NOT OLD.guardian_name AND instr(NEW.guardian_name, '[…]') = 0)
BEGIN
  SELECT RAISE(ABORT, 'A consent is a fact: it is corrected by another one, never edited; only the name of somebody deleted is masked.');
END;

CREATE TRIGGER incident_forgets AFTER DELETE ON incident_people
BEGIN
  DELETE FROM incidents WHERE id = OLD.incident_id
    AND NOT EXISTS (SELECT 1 FROM incident_people WHERE incident_id = OLD.incident_id);
END;

CREATE TRIGGER request_forgets AFTER DELETE ON request_people
BEGIN
  UPDATE requests SET identified_by = NULL, asked_by = NULL, what = NULL, answer = NULL WHERE id = OLD.request_id;
END;

CREATE TRIGGER written_forgets AFTER DELETE ON written_about
WHEN NOT EXISTS (SELECT 1 FROM written_about WHERE file_id = OLD.file_id)
BEGIN
  UPDATE written_files SET file = NULL WHERE id = OLD.file_id;
END;

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

CREATE TABLE audit_chain (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  first_id INTEGER NOT NULL,
  first_link BLOB NOT NULL CHECK (length(first_link) = 32),
  last_id INTEGER NOT NULL,
  last_link BLOB NOT NULL CHECK (length(last_link) = 32)
, ordered_from INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE TABLE audit_entries (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  act TEXT NOT NULL,
  user_id INTEGER,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TABLE audit_facts (
  entry_id INTEGER PRIMARY KEY REFERENCES audit_entries ON DELETE CASCADE,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  facts TEXT NOT NULL CHECK (json_valid(facts))
) STRICT;

CREATE TABLE consent_notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  told_on TEXT NOT NULL CHECK (date(told_on) IS told_on),
  how TEXT NOT NULL CHECK (how <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;

CREATE TABLE consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  purpose TEXT NOT NULL REFERENCES purposes,
  version TEXT REFERENCES terms,
  decision TEXT NOT NULL CHECK (decision IN ('given', 'refused', 'withdrawn', 'struck')),
  guardian_id INTEGER,
  guardian_name TEXT CHECK (guardian_name <> ''),
  decided_on TEXT NOT NULL CHECK (date(decided_on) IS decided_on),
  channel TEXT NOT NULL CHECK (channel IN ('paper', 'online', 'mail', 'in-person')),
  evidence TEXT CHECK (evidence <> ''),
  corrects INTEGER UNIQUE REFERENCES consents ON DELETE CASCADE,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  CHECK (guardian_id IS NULL OR guardian_name IS NULL),
  CHECK ((purpose = 'terms') = (version IS NOT NULL)),
  CHECK (decision <> 'struck' OR corrects IS NOT NULL)
) STRICT;

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

CREATE TABLE "departures" (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  why TEXT NOT NULL CHECK (why IN ('withdrawal', 'request')),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_accounts (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_numbers (
  former_id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  merged_at TEXT NOT NULL
) STRICT;

CREATE TABLE former_passwords (
  -- Rises in the order in which they ended.
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  hash TEXT NOT NULL CHECK (hash GLOB '$scrypt$*')
) STRICT;

CREATE TABLE group_members (
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''), by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
  PRIMARY KEY (user_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE guardianships (
  guardian_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  child_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (guardian_id, child_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident_people (
  incident_id INTEGER NOT NULL REFERENCES incidents ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (incident_id, user_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE "inspections" (
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
  informed_how TEXT CHECK (informed_how <> ''), told_guardian_id INTEGER, told_guardian_name TEXT CHECK (told_guardian_name <> ''),
  FOREIGN KEY (incident_id, user_id) REFERENCES incident_people ON DELETE CASCADE,
  CHECK ((informed_on IS NULL) = (informed_how IS NULL))
) STRICT;

CREATE TABLE iserv_deletions (
  user_id INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  import_id TEXT,
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  listed_in TEXT
, role TEXT CHECK (role IN ('student', 'teacher', 'guardian', 'staff')), told_at TEXT) STRICT;

CREATE TABLE iserv_doubts (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  since TEXT NOT NULL CHECK (date(since) IS since)
) STRICT;

CREATE TABLE iserv_exchanges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('export', 'reconcile')),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  accounts INTEGER NOT NULL,
  in_doubt INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt IN (0, 1))
) STRICT;

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

CREATE TABLE iserv_ids (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  import_id TEXT NOT NULL UNIQUE CHECK (import_id <> '')
) STRICT;

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

CREATE TABLE iserv_logins (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  -- NULL: never, as far as IServ shows.
  last_login TEXT CHECK (date(last_login) IS last_login),
  -- Since when this is known, and until when.
  first_seen_on TEXT NOT NULL CHECK (date(first_seen_on) IS first_seen_on),
  seen_on TEXT NOT NULL CHECK (date(seen_on) IS seen_on)
) STRICT;

CREATE TABLE iserv_strangers (
  account TEXT PRIMARY KEY CHECK (account <> ''),
  role TEXT CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  class TEXT CHECK (class <> ''),
  seen_on TEXT NOT NULL CHECK (date(seen_on) IS seen_on)
, managed INTEGER NOT NULL DEFAULT 0 CHECK (managed IN (0, 1)), asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)), others TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(others))) STRICT, WITHOUT ROWID;

CREATE TABLE leaver_announcements (
  user_id INTEGER PRIMARY KEY REFERENCES leavers ON DELETE CASCADE,
  announced_at TEXT NOT NULL
) STRICT;

CREATE TABLE leaver_holds (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason <> ''),
  held_at TEXT NOT NULL,
  operator TEXT NOT NULL
, review_on TEXT CHECK (date(review_on) IS review_on), case_number TEXT CHECK (case_number <> '')) STRICT;

CREATE TABLE leaver_notices (
  user_id INTEGER PRIMARY KEY REFERENCES leavers ON DELETE CASCADE,
  locked_from TEXT NOT NULL CHECK (date(locked_from) IS locked_from),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  told_at TEXT NOT NULL
, told_on TEXT CHECK (date(told_on) IS told_on)) STRICT;

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
, rewrite_due INTEGER NOT NULL DEFAULT 0 CHECK (rewrite_due IN (0, 1))) STRICT;

CREATE TABLE leavers (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  left_on TEXT NOT NULL CHECK (date(left_on) IS left_on),
  locked_from TEXT NOT NULL CHECK (date(locked_from) IS locked_from),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  reason TEXT NOT NULL CHECK (reason IN ('missing', 'marked-left', 'last-child-left', 'withdrawal', 'by-hand')), remark TEXT CHECK (remark <> ''), locked_at TEXT, before_withdrawal TEXT
  CHECK (before_withdrawal IS NULL OR (reason = 'withdrawal' AND json_valid(before_withdrawal))), scheduled_at TEXT, requested_on TEXT CHECK (date(requested_on) IS requested_on), seen_at TEXT, named_on TEXT CHECK (date(named_on) IS named_on),
  CHECK (left_on <= locked_from AND locked_from <= deleted_on)
) STRICT;

CREATE TABLE module_notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  told_on TEXT NOT NULL CHECK (date(told_on) IS told_on),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;

CREATE TABLE modules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  -- NULL: it was not said.
  decided_by TEXT CHECK (decided_by <> ''),
  enabled_at TEXT NOT NULL,
  -- From this day on not enabled any more.
  disabled_on TEXT CHECK (date(disabled_on) IS disabled_on),
  disabled_because TEXT CHECK (disabled_because <> ''),
  disabled_at TEXT,
  CHECK (disabled_on >= since),
  CHECK ((disabled_on IS NULL) = (disabled_at IS NULL)),
  CHECK (disabled_on IS NOT NULL OR disabled_because IS NULL)
) STRICT;

CREATE TABLE other_ids (
  source TEXT NOT NULL CHECK (source <> ''),
  import_id TEXT NOT NULL CHECK (import_id <> ''),
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (source, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE passwords (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  -- Kept after it was changed: it can't become the own one again.
  issued_hash TEXT NOT NULL CHECK (issued_hash GLOB '$scrypt$*'),
  issued_on TEXT NOT NULL CHECK (date(issued_on) IS issued_on),
  -- NULL: it must still be changed.
  changed_on TEXT CHECK (date(changed_on) IS changed_on),
  -- NULL although it was changed: it was changed in IServ, and is not known here.
  own_hash TEXT CHECK (own_hash GLOB '$scrypt$*'),
  CHECK (own_hash IS NULL OR changed_on IS NOT NULL)
) STRICT;

CREATE TABLE permits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Whose: a user's, or an administrator's own.
  user_id INTEGER REFERENCES users ON DELETE CASCADE,
  administrator_id INTEGER REFERENCES administrators ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('traffic', 'software', 'other')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  cleared_with TEXT NOT NULL CHECK (cleared_with <> ''),
  from_day TEXT NOT NULL CHECK (date(from_day) IS from_day),
  -- The last day; NULL: until it is ended.
  until_day TEXT CHECK (date(until_day) IS until_day),
  given_at TEXT NOT NULL,
  given_by TEXT NOT NULL,
  -- From this day on not any more.
  ended_on TEXT CHECK (date(ended_on) IS ended_on),
  ended_because TEXT CHECK (ended_because <> ''),
  CHECK ((user_id IS NULL) <> (administrator_id IS NULL)),
  CHECK (until_day >= from_day),
  CHECK ((ended_on IS NULL) = (ended_because IS NULL))
) STRICT;

CREATE TABLE posts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Whose it was; NULL: not known.
  user_id INTEGER REFERENCES users ON DELETE CASCADE,
  -- What came of it; goes with it.
  incident_id INTEGER REFERENCES incidents ON DELETE CASCADE,
  place TEXT NOT NULL CHECK (place <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  removed_on TEXT NOT NULL CHECK (date(removed_on) IS removed_on),
  removed_by TEXT NOT NULL CHECK (removed_by <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;

CREATE TABLE purpose_roles (
  role TEXT NOT NULL CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  purpose TEXT NOT NULL REFERENCES purposes, basis TEXT NOT NULL DEFAULT 'consent'
  CHECK (basis IN ('consent', 'acknowledgement', 'none')),
  PRIMARY KEY (role, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE purposes (
  name TEXT PRIMARY KEY CHECK (name <> '' AND name NOT GLOB '*[^a-z0-9-]*'),
  title TEXT NOT NULL CHECK (title <> ''),
  about TEXT NOT NULL,
  retired_on TEXT CHECK (date(retired_on) IS retired_on)
, guardian_until INTEGER CHECK (guardian_until BETWEEN 0 AND 18), self_from INTEGER CHECK (self_from BETWEEN 0 AND 18), guardians TEXT NOT NULL DEFAULT 'one' CHECK (guardians IN ('one', 'all')), yes TEXT NOT NULL DEFAULT '', no TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE TABLE registry (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  made_at TEXT NOT NULL,
  account_key BLOB NOT NULL CHECK (length(account_key) = 32)
) STRICT;

CREATE TABLE request_people (
  request_id INTEGER NOT NULL REFERENCES requests ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (request_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN
    ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'breach')),
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  due_at TEXT NOT NULL,
  -- The texts are NULL once a person whom it is about has been deleted: they might name them.
  identified_by TEXT CHECK (identified_by <> ''),
  -- Who asks, where it is not the person.
  asked_by TEXT CHECK (asked_by <> ''),
  what TEXT CHECK (what <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('granted', 'partly', 'refused', 'reported', 'not-reported')),
  answered_on TEXT CHECK (date(answered_on) IS answered_on),
  answered_by TEXT,
  answer TEXT CHECK (answer <> ''),
  CHECK ((answered_on IS NULL) = (answered_by IS NULL) AND (answered_on IS NULL) = (outcome IS NULL)),
  CHECK (answered_on IS NOT NULL OR answer IS NULL),
  CHECK (answered_on >= opened_on)
) STRICT;

CREATE TABLE restore_losses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  restored_at TEXT NOT NULL,
  lost_since TEXT NOT NULL,
  looked_at TEXT
) STRICT;

CREATE TABLE restrictions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  request_id INTEGER REFERENCES requests ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('restriction', 'objection')),
  since TEXT NOT NULL CHECK (date(since) IS since),
  lifted_on TEXT CHECK (date(lifted_on) IS lifted_on),
  lifted_because TEXT CHECK (lifted_because <> ''),
  -- On which day the person heard of it, before.
  told_on TEXT CHECK (date(told_on) IS told_on),
  CHECK (lifted_on >= since AND told_on <= lifted_on),
  CHECK ((lifted_on IS NULL) = (lifted_because IS NULL) AND (lifted_on IS NULL) = (told_on IS NULL))
) STRICT;

CREATE TABLE "roster_answers" (
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

CREATE TABLE roster_changes (
  run_id INTEGER NOT NULL REFERENCES roster_runs,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('created', 'changed', 'returned', 'leaving')),
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  PRIMARY KEY (run_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_classes (
  source TEXT NOT NULL,
  class TEXT NOT NULL CHECK (class <> ''),
  is_parked INTEGER NOT NULL CHECK (is_parked IN (0, 1)),
  PRIMARY KEY (source, class)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_columns (
  source TEXT NOT NULL,
  heading TEXT NOT NULL CHECK (heading <> ''),
  field TEXT CHECK (field <> ''),
  PRIMARY KEY (source, heading)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_held (
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  what TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES roster_runs,
  PRIMARY KEY (user_id, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  role TEXT NOT NULL,
  source TEXT NOT NULL,
  partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  people INTEGER NOT NULL,
  last_entry INTEGER NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE roster_waiting (
  source TEXT NOT NULL,
  role TEXT NOT NULL,
  since TEXT NOT NULL,
  questions INTEGER NOT NULL,
  approvals INTEGER NOT NULL,
  PRIMARY KEY (source, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE suspensions (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  from_day TEXT NOT NULL CHECK (date(from_day) IS from_day),
  until_day TEXT CHECK (date(until_day) IS until_day),
  reason TEXT NOT NULL CHECK (reason <> ''),
  clause TEXT CHECK (clause <> ''),
  incident_id INTEGER REFERENCES incidents ON DELETE SET NULL,
  lifted_on TEXT CHECK (date(lifted_on) IS lifted_on),
  lifted_because TEXT CHECK (lifted_because <> ''), heard_on TEXT CHECK (date(heard_on) IS heard_on), decided_by TEXT CHECK (decided_by <> ''), told_on TEXT CHECK (date(told_on) IS told_on), told_how TEXT CHECK (told_how <> ''), told_guardian_id INTEGER, told_guardian_name TEXT CHECK (told_guardian_name <> ''), reviewed_on TEXT CHECK (date(reviewed_on) IS reviewed_on), reviewed_because TEXT CHECK (reviewed_because <> ''),
  CHECK (until_day >= from_day),
  CHECK ((lifted_on IS NULL) = (lifted_because IS NULL))
) STRICT;

CREATE TABLE terms (
  version TEXT PRIMARY KEY CHECK (version <> ''),
  holds_from TEXT NOT NULL UNIQUE CHECK (date(holds_from) IS holds_from),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  text BLOB NOT NULL,
  published_at TEXT NOT NULL,
  published_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE terms_corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version TEXT NOT NULL REFERENCES terms ON DELETE CASCADE,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  text BLOB NOT NULL,
  corrected_at TEXT NOT NULL,
  corrected_by TEXT NOT NULL
) STRICT;

CREATE TABLE text_traces (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL,
  place TEXT NOT NULL,
  field TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- Where the name stands in the text: pairs of start and length, in UTF-16 units.
  spots TEXT NOT NULL CHECK (json_valid(spots)),
  -- A keyed digest of the text: of another one the spots say nothing.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  found_on TEXT NOT NULL CHECK (date(found_on) IS found_on),
  UNIQUE (user_id, place, field, row_id)
) STRICT;

CREATE TABLE "tombstones" (
  user_id INTEGER PRIMARY KEY,
  role TEXT CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  left_on TEXT CHECK (date(left_on) IS left_on),
  deleted_on TEXT NOT NULL CHECK (date(deleted_on) IS deleted_on),
  run_id INTEGER REFERENCES leaver_runs,
  why TEXT NOT NULL DEFAULT 'left' CHECK (why IN ('left', 'taken-back')),
  brought_back_at TEXT,
  CHECK ((why = 'left') = (run_id IS NOT NULL))
) STRICT;

CREATE TABLE "users" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL UNIQUE CHECK (account <> '' AND account NOT GLOB '*[^a-z0-9._-]*'),
  role TEXT NOT NULL CHECK (role IN ('student', 'teacher', 'guardian', 'staff')),
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  class TEXT CHECK (class <> ''),
  birth_date TEXT CHECK (date(birth_date) IS birth_date),
  email TEXT CHECK (email <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  import_id TEXT CHECK (import_id <> ''),
  from_day TEXT CHECK (date(from_day) IS from_day),
  UNIQUE (source, import_id),
  CHECK (given_name <> '' OR family_name <> '')
) STRICT;

CREATE TABLE written_about (
  file_id INTEGER NOT NULL REFERENCES written_files ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (file_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE written_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  people INTEGER NOT NULL,
  -- Classes, roles and the like, by which they were chosen; people by name stand in written_about.
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  file TEXT CHECK (file <> ''),
  destroyed_on TEXT CHECK (date(destroyed_on) IS destroyed_on),
  CHECK (destroyed_on IS NULL OR file IS NULL)
) STRICT;

CREATE UNIQUE INDEX administrators_in_office ON administrators (os_name) WHERE ended_on IS NULL;

CREATE INDEX audit_entries_by_user ON audit_entries (user_id);

CREATE INDEX consent_notices_by_user ON consent_notices (user_id);

CREATE INDEX consents_by_guardian ON consents (guardian_id) WHERE guardian_id IS NOT NULL;

CREATE INDEX consents_by_user
  ON consents (user_id, purpose, decision, decided_on, guardian_id, guardian_name, version);

CREATE INDEX consents_not_plain ON consents (user_id) WHERE decision <> 'given' OR corrects IS NOT NULL;

CREATE INDEX court_decisions_by_child ON court_decisions (child_id);

CREATE INDEX court_decisions_by_guardian ON court_decisions (guardian_id) WHERE guardian_id IS NOT NULL;

CREATE INDEX custodies_by_child ON custodies (child_id);

CREATE INDEX custodies_by_guardian ON custodies (guardian_id) WHERE guardian_id IS NOT NULL;

CREATE INDEX former_numbers_by_user ON former_numbers (user_id);

CREATE INDEX former_passwords_by_user ON former_passwords (user_id, id);

CREATE INDEX group_members_by_name ON group_members (name COLLATE NOCASE);

CREATE INDEX guardianships_by_child ON guardianships (child_id);

CREATE INDEX incident_people_by_user ON incident_people (user_id);

CREATE INDEX inspections_by_person ON inspections (incident_id, user_id);

CREATE INDEX inspections_by_user ON inspections (user_id);

CREATE INDEX other_ids_by_user ON other_ids (user_id);

CREATE INDEX passwords_to_change ON passwords (issued_on) WHERE changed_on IS NULL;

CREATE INDEX permits_by_administrator ON permits (administrator_id);

CREATE INDEX permits_by_user ON permits (user_id);

CREATE INDEX posts_by_incident ON posts (incident_id);

CREATE INDEX posts_by_user ON posts (user_id);

CREATE INDEX request_people_by_user ON request_people (user_id);

CREATE INDEX restrictions_by_request ON restrictions (request_id);

CREATE INDEX restrictions_by_user ON restrictions (user_id);

CREATE UNIQUE INDEX restrictions_in_force ON restrictions (user_id, kind) WHERE lifted_on IS NULL;

CREATE INDEX roster_answers_by_key ON roster_answers (source, key);

CREATE INDEX roster_answers_by_other ON roster_answers (other_id);

CREATE INDEX roster_changes_by_user ON roster_changes (user_id);

CREATE INDEX suspensions_by_incident ON suspensions (incident_id);

CREATE INDEX suspensions_by_user ON suspensions (user_id);

CREATE INDEX suspensions_standing ON suspensions (from_day) WHERE lifted_on IS NULL;

CREATE INDEX terms_corrections_by_version ON terms_corrections (version);

CREATE INDEX tombstones_by_run ON tombstones (run_id);

CREATE INDEX users_by_class ON users (class COLLATE NOCASE);

CREATE INDEX users_by_role ON users (role, class);

CREATE INDEX written_about_by_user ON written_about (user_id);
