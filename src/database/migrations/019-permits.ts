/** What the terms forbid and administrators allow beforehand; and what they install themselves. */
export const permits = /* sql */ `
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
CREATE INDEX permits_by_user ON permits (user_id);
CREATE INDEX permits_by_administrator ON permits (administrator_id);
`;
