/**
 * Files with people in them that were written outside the registry: which kind, when, by whom, about whom or which filter,
 * without content. The path goes once the file is destroyed, and with the last person whom it was about by name.
 */
export const written = /* sql */ `
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

CREATE TABLE written_about (
  file_id INTEGER NOT NULL REFERENCES written_files ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (file_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX written_about_by_user ON written_about (user_id);

CREATE TRIGGER written_forgets AFTER DELETE ON written_about
WHEN NOT EXISTS (SELECT 1 FROM written_about WHERE file_id = OLD.file_id)
BEGIN
  UPDATE written_files SET file = NULL WHERE id = OLD.file_id;
END;
`;
