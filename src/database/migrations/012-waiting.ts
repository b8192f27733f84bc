/** On which day the night last named somebody whose deletion waits. */
export const waiting = /* sql */ `
ALTER TABLE leavers ADD COLUMN named_on TEXT CHECK (date(named_on) IS named_on);
`;
