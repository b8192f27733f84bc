/** What lists search by: the classes and groups of people, in whatever case they are typed. */
export const searches = /* sql */ `
CREATE INDEX users_by_class ON users (class COLLATE NOCASE);
CREATE INDEX group_members_by_name ON group_members (name COLLATE NOCASE);
`;
