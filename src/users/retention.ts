import { countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'people',
    tables: ['users', 'group_members', 'guardianships', 'custodies'],
    name: { en: 'people, groups, families', de: 'Personen, Gruppen, Familien' },
    purpose: { en: 'running the accounts of the school', de: 'die Konten der Schule führen' },
    ...withThePerson,
    count: countOf('users'),
  },
];
