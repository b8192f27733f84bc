import type { Reader } from '../database/database.ts';
import { bilingual } from '../language.ts';
import { age, wordChoice } from '../settings/kinds.ts';
import { type Setting, setting, settingValue } from '../settings/settings.ts';
import type { Role } from '../users/rules.ts';
import { agesExchanged } from './failures.ts';
import { basisWords } from './text.ts';

const basisOf = (role: Role, en: string, de: string) =>
  setting(
    `consent.basis.${role}`,
    wordChoice(basisWords),
    'consent',
    bilingual({
      en: `what the accounts of ${en} rest on: consent to the terms; a signature under terms that bind anyway; or neither`,
      de: `worauf Konten von ${de} beruhen: Einwilligung in die Nutzungsordnung (consent), Kenntnisnahme einer ohnehin verbindlichen (acknowledgement) oder keines von beiden (none)`,
    }),
  );

/** What accounts rest on, by role. */
export const termsBasis = {
  student: basisOf('student', 'students', 'Schülern'),
  teacher: basisOf('teacher', 'teachers', 'Lehrkräften'),
  guardian: basisOf('guardian', 'guardians', 'Erziehungsberechtigten'),
  staff: basisOf('staff', 'staff', 'Mitarbeitern'),
};

export const consentRequired: Setting = {
  ...setting(
    'consent.required',
    wordChoice({ yes: ['ja'], no: ['nein'] }),
    'yes',
    bilingual({
      en: 'all of consent.basis at once: yes is consent, no is none',
      de: 'alle consent.basis auf einmal: yes ist consent, no ist none',
    }),
  ),
  standsFor: {
    settings: Object.values(termsBasis),
    keep: (typed) => (typed.toLowerCase() === 'no' ? 'none' : 'consent'),
    tell: (kept) => (kept.every((basis) => basis === 'none') ? 'no' : 'yes'),
  },
};

/** Both ages must go together: of two that are exchanged, nobody would ever decide with a guardian. */
const agree = (db: Reader): void => checkAges(settingValue(db, guardianUntil), settingValue(db, selfFrom));

/** @throws Failure `ages-exchanged` */
export function checkAges(first: number, second: number): void {
  if (first > second) throw agesExchanged({ guardianUntil: first, selfFrom: second });
}

export const guardianUntil: Setting<number> = {
  ...setting(
    'consent.guardian-until',
    age,
    '14',
    bilingual({
      en: 'from this age the student decides too; before it, a guardian alone',
      de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler mit; vorher allein ein(e) Erziehungsberechtigte(r)',
    }),
  ),
  check: agree,
};

export const selfFrom: Setting<number> = {
  ...setting(
    'consent.self-from',
    age,
    '16',
    bilingual({
      en: 'from this age the student decides alone; what was rightly given before stays, and the student is told',
      de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler allein; was vorher zu Recht erteilt wurde, bleibt, und sie oder er wird informiert',
    }),
  ),
  check: agree,
};
