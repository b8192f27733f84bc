/** A withdrawal of consent hastens a deletion that was planned anyway, and can be taken back. */
export const withdrawals = /* sql */ `
-- The schedule whose place a withdrawal took, as JSON: it holds again if there is consent again.
ALTER TABLE leavers ADD COLUMN before_withdrawal TEXT
  CHECK (before_withdrawal IS NULL OR (reason = 'withdrawal' AND json_valid(before_withdrawal)));
`;
