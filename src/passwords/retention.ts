import { countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'passwords',
    tables: ['passwords', 'former_passwords'],
    name: { en: 'salted hashes of passwords', de: 'gesalzene Hashes von Passwörtern' },
    purpose: { en: 'secure accounts, no password twice', de: 'sichere Konten, kein Passwort zweimal' },
    ...withThePerson,
    count: countOf('passwords'),
  },
];
