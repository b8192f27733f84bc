import { bilingual, count, number } from '../../language.ts';
import type { Because } from './rules.ts';

export const text = bilingual({
  en: {
    summary:
      'list who seems not to look into the account: not logged in for long, or the issued password never changed',
    accounts: 'only these accounts',
    columns: ['Account', 'Name', 'Class', 'Last login', 'Issued on', 'Why'],
    never: 'never',
    because: { 'not-logged-in': 'not logged in', 'password-overdue': 'password not changed' } as Record<
      Because,
      string
    >,
    none: 'Nobody.',
    count: (people: number) => `${count('en', people, 'person', 'people')}.`,
    neverShown:
      'IServ has not shown yet who logged in when: read its export of users with "schulkonto iserv reconcile".',
    status: (people: number, days: number) =>
      `${count('en', people, 'person has', 'people have')} not logged in to IServ for ${number('en', days)} days: schulkonto user idle`,
  },
  de: {
    summary:
      'auflisten, wer nicht ins Konto zu schauen scheint: lange nicht angemeldet, oder das vorläufige Passwort nie geändert',
    accounts: 'nur diese Konten',
    columns: ['Konto', 'Name', 'Klasse', 'Letzte Anmeldung', 'Vergeben am', 'Warum'],
    never: 'nie',
    because: { 'not-logged-in': 'nicht angemeldet', 'password-overdue': 'Passwort nicht geändert' },
    none: 'Niemand.',
    count: (people) => `${count('de', people, 'Person', 'Personen')}.`,
    neverShown:
      'IServ hat noch nicht gezeigt, wer sich wann angemeldet hat: dessen Benutzerexport mit „schulkonto iserv reconcile“ einlesen.',
    status: (people, days) =>
      `${count('de', people, 'Person hat', 'Personen haben')} sich seit ${number('de', days)} Tagen nicht bei IServ angemeldet: schulkonto user idle`,
  },
});
