import type { Reader } from '../database/database.ts';
import { bilingual } from '../language.ts';
import { words } from './kinds.ts';
import { type Setting, setting, settingValue } from './settings.ts';

/** What a page that goes to people must say of the school (Art. 13 and 15 GDPR). */
export const schoolAddress = setting(
  'school.address',
  words,
  null,
  bilingual({
    en: 'street, number, postcode and town of the school, on pages that go to people',
    de: 'Straße, Hausnummer, PLZ und Ort der Schule, auf Seiten für Betroffene',
  }),
);

export const schoolHead = setting(
  'school.head',
  words,
  null,
  bilingual({ en: 'who is head of the school', de: 'wer die Schule leitet' }),
);

export const schoolOfficer = setting(
  'school.data-protection-officer',
  words,
  null,
  bilingual({
    en: 'the data-protection officer of the school: name or office, and how to reach them',
    de: 'die oder der Datenschutzbeauftragte der Schule: Name oder Stelle, und wie erreichbar',
  }),
);

export const schoolAuthority = setting(
  'school.authority',
  words,
  null,
  bilingual({
    en: 'the supervisory authority for data protection of the state, with address',
    de: 'die Aufsichtsbehörde für den Datenschutz im Land, mit Anschrift',
  }),
);

export const iservOperator = setting(
  'school.iserv-operator',
  words,
  null,
  bilingual({
    en: 'who runs IServ for the school: the school itself, its board, IServ GmbH',
    de: 'wer IServ für die Schule betreibt: sie selbst, der Schulträger, die IServ GmbH',
  }),
);

const all: readonly Setting<string | null>[] = [
  schoolAddress,
  schoolHead,
  schoolOfficer,
  schoolAuthority,
  iservOperator,
];

/** The particulars that the school has not set, so that pages are without them. */
export const missingParticulars = (db: Reader): Setting<string | null>[] =>
  all.filter((one) => settingValue(db, one) === null);
