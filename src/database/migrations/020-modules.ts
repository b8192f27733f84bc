/** Which modules of IServ the school has enabled, and when users were told. */
export const modules = /* sql */ `
CREATE TABLE modules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  -- NULL: it was not said.
  decided_by TEXT CHECK (decided_by <> ''),
  enabled_at TEXT NOT NULL,
  -- From this day on not enabled any more.
  disabled_on TEXT CHECK (date(disabled_on) IS disabled_on),
  disabled_because TEXT CHECK (disabled_because <> ''),
  disabled_at TEXT,
  CHECK (disabled_on >= since),
  CHECK ((disabled_on IS NULL) = (disabled_at IS NULL)),
  CHECK (disabled_on IS NOT NULL OR disabled_because IS NULL)
) STRICT;

CREATE TABLE module_notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  told_on TEXT NOT NULL CHECK (date(told_on) IS told_on),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
`;
