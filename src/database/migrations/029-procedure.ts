/** A suspension as a procedure: who was heard and when, who decided, who was told and how, when it was looked at again. */
export const procedure = /* sql */ `
ALTER TABLE suspensions ADD COLUMN heard_on TEXT CHECK (date(heard_on) IS heard_on);
ALTER TABLE suspensions ADD COLUMN decided_by TEXT CHECK (decided_by <> '');
ALTER TABLE suspensions ADD COLUMN told_on TEXT CHECK (date(told_on) IS told_on);
ALTER TABLE suspensions ADD COLUMN told_how TEXT CHECK (told_how <> '');
ALTER TABLE suspensions ADD COLUMN told_guardian_id INTEGER;
ALTER TABLE suspensions ADD COLUMN told_guardian_name TEXT CHECK (told_guardian_name <> '');
ALTER TABLE suspensions ADD COLUMN reviewed_on TEXT CHECK (date(reviewed_on) IS reviewed_on);
ALTER TABLE suspensions ADD COLUMN reviewed_because TEXT CHECK (reviewed_because <> '');
CREATE INDEX suspensions_standing ON suspensions (from_day) WHERE lifted_on IS NULL;
`;
