/** What somebody has said about classes that look as if nobody in them were at the school any more. */
export const parked = /* sql */ `
-- class: without case and blanks. is_parked: whether who is in it is not at the school; else it is a class like others.
CREATE TABLE roster_classes (
  source TEXT NOT NULL,
  class TEXT NOT NULL CHECK (class <> ''),
  is_parked INTEGER NOT NULL CHECK (is_parked IN (0, 1)),
  PRIMARY KEY (source, class)
) STRICT, WITHOUT ROWID;
`;
