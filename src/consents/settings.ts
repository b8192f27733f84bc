import { bilingual } from '../language.ts';
import { age, wordChoice } from '../settings/kinds.ts';
import { type Setting, setting } from '../settings/settings.ts';
import type { Role } from '../users/rules.ts';
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

export const guardianUntil = setting(
  'consent.guardian-until',
  age,
  '14',
  bilingual({
    en: 'from this age the student decides too; before it, a guardian alone',
    de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler mit; vorher allein ein(e) Erziehungsberechtigte(r)',
  }),
);

export const selfFrom = setting(
  'consent.self-from',
  age,
  '16',
  bilingual({
    en: 'from this age the student decides alone, and is asked again',
    de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler allein und wird neu gefragt',
  }),
);
