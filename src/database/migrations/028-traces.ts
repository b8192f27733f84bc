/**
 * Where a free text still names somebody who is deleted: until it is masked, or somebody says that it means another. The
 * texts of an incident stay for the others whom it concerns when one of them is deleted; only that name goes.
 */
export const traces = /* sql */ `
CREATE TABLE text_traces (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL,
  place TEXT NOT NULL,
  field TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- Where the name stands in the text: pairs of start and length, in UTF-16 units.
  spots TEXT NOT NULL CHECK (json_valid(spots)),
  -- A keyed digest of the text: of another one the spots say nothing.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  found_on TEXT NOT NULL CHECK (date(found_on) IS found_on),
  UNIQUE (user_id, place, field, row_id)
) STRICT;

DROP TRIGGER incident_forgets;
CREATE TRIGGER incident_forgets AFTER DELETE ON incident_people
BEGIN
  DELETE FROM incidents WHERE id = OLD.incident_id
    AND NOT EXISTS (SELECT 1 FROM incident_people WHERE incident_id = OLD.incident_id);
END;

DROP TRIGGER consents_are_never_edited;
CREATE TRIGGER consents_are_never_edited BEFORE UPDATE ON consents
WHEN (NEW.id, NEW.purpose, NEW.version, NEW.decision, NEW.decided_on, NEW.channel, NEW.corrects, NEW.recorded_at, NEW.recorded_by)
  IS NOT (OLD.id, OLD.purpose, OLD.version, OLD.decision, OLD.decided_on, OLD.channel, OLD.corrects, OLD.recorded_at, OLD.recorded_by)
  OR (NEW.evidence IS NOT OLD.evidence AND instr(NEW.evidence, '[…]') = 0)
  OR (NEW.guardian_name IS NOT OLD.guardian_name AND instr(NEW.guardian_name, '[…]') = 0)
BEGIN
  SELECT RAISE(ABORT, 'A consent is a fact: it is corrected by another one, never edited; only the name of somebody deleted is masked.');
END;
`;
