/** What moderators deleted in chat and forum. */
export const posts = /* sql */ `
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
CREATE INDEX posts_by_user ON posts (user_id);
CREATE INDEX posts_by_incident ON posts (incident_id);
`;
