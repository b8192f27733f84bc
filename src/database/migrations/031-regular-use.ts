/** Corrections of spelling in the terms, with both texts kept; and when IServ last saw somebody. */
export const regularUse = /* sql */ `
CREATE TABLE terms_corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version TEXT NOT NULL REFERENCES terms ON DELETE CASCADE,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  text BLOB NOT NULL,
  corrected_at TEXT NOT NULL,
  corrected_by TEXT NOT NULL
) STRICT;
CREATE INDEX terms_corrections_by_version ON terms_corrections (version);

CREATE TABLE iserv_logins (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  -- NULL: never, as far as IServ shows.
  last_login TEXT CHECK (date(last_login) IS last_login),
  -- Since when this is known, and until when.
  first_seen_on TEXT NOT NULL CHECK (date(first_seen_on) IS first_seen_on),
  seen_on TEXT NOT NULL CHECK (date(seen_on) IS seen_on)
) STRICT;
`;
