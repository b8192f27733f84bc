/** What of the accounts in IServ that nobody here has decides over a file for IServ, and over who is who. */
export const strangers = /* sql */ `
-- managed: it has an import ID there, so that an import whose file is without it deletes it. asked: it may be somebody's
-- here. others: the numbers of those here of whom a person has said that they are somebody else.
ALTER TABLE iserv_strangers ADD COLUMN managed INTEGER NOT NULL DEFAULT 0 CHECK (managed IN (0, 1));
ALTER TABLE iserv_strangers ADD COLUMN asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1));
ALTER TABLE iserv_strangers ADD COLUMN others TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(others));
`;
