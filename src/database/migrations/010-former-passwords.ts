/** The passwords that somebody had before the present one: none of the last few is taken again. */
export const formerPasswords = /* sql */ `
CREATE TABLE former_passwords (
  -- Rises in the order in which they ended.
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  hash TEXT NOT NULL CHECK (hash GLOB '$scrypt$*')
) STRICT;
CREATE INDEX former_passwords_by_user ON former_passwords (user_id, id);

-- Less work for a hash can't be set any more.
UPDATE settings SET value = '5' WHERE key = 'password.hash-rounds' AND CAST(value AS INTEGER) < 5;
`;
