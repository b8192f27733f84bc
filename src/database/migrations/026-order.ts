/** From which entry of the log on times never fall: before, an entry had the time that the clock showed, also a wrong one. */
export const order = /* sql */ `
ALTER TABLE audit_chain ADD COLUMN ordered_from INTEGER NOT NULL DEFAULT 1;
UPDATE audit_chain SET ordered_from = last_id + 1;
`;
