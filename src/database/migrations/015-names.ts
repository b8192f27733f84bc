/** Some people have one name: the given or the family name may be empty, not both. SQLite changes a CHECK by a new table. */
export const names = /* sql */ `
CREATE TABLE users_new (
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
INSERT INTO users_new (id, account, role, given_name, family_name, class, birth_date, email, source, import_id, from_day)
  SELECT id, account, role, given_name, family_name, class, birth_date, email, source, import_id, from_day FROM users;
-- An ID never comes back, not even that of the last person, who is deleted.
INSERT INTO sqlite_sequence (name, seq) SELECT 'users_new', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'users_new');
UPDATE sqlite_sequence SET seq = coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'users'), 0) WHERE name = 'users_new';
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
CREATE INDEX users_by_role ON users (role, class);
CREATE INDEX users_by_class ON users (class COLLATE NOCASE);
`;
