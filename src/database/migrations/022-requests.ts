/** What people ask for by Art. 15 to 21 GDPR, breaches of data, and whose data may only be kept. */
export const requests = /* sql */ `
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

CREATE TABLE request_people (
  request_id INTEGER NOT NULL REFERENCES requests ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (request_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_people_by_user ON request_people (user_id);

CREATE TRIGGER request_forgets AFTER DELETE ON request_people
BEGIN
  UPDATE requests SET identified_by = NULL, asked_by = NULL, what = NULL, answer = NULL WHERE id = OLD.request_id;
END;

-- Whose data may be kept and not used: restriction (Art. 18) or objection (Art. 21), until it is lifted.
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
CREATE UNIQUE INDEX restrictions_in_force ON restrictions (user_id, kind) WHERE lifted_on IS NULL;
CREATE INDEX restrictions_by_user ON restrictions (user_id);
CREATE INDEX restrictions_by_request ON restrictions (request_id);
`;
