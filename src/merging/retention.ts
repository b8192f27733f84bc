import { countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'former-numbers',
    tables: ['former_numbers'],
    name: { en: 'numbers of accounts that were given up', de: 'Nummern aufgegebener Konten' },
    purpose: { en: 'finding all of a person in the log', de: 'alles über eine Person im Protokoll finden' },
    ...withThePerson,
    count: countOf('former_numbers'),
  },
];
