/** What somebody has said about the columns of a source's files, so that nobody is asked every month. */
export const columns = /* sql */ `
-- heading: as far as it counts, without case, blanks and marks. field: what is read from it; NULL: it is left alone.
CREATE TABLE roster_columns (
  source TEXT NOT NULL,
  heading TEXT NOT NULL CHECK (heading <> ''),
  field TEXT CHECK (field <> ''),
  PRIMARY KEY (source, heading)
) STRICT, WITHOUT ROWID;
`;
