/** Who got which password when, as hashes only, and whether it is their own by now. */
export const passwords = /* sql */ `
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
CREATE INDEX passwords_to_change ON passwords (issued_on) WHERE changed_on IS NULL;
`;
