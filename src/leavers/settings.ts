import { bilingual } from '../language.ts';
import { days, delay, wholeNumber } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';
import type { Role } from '../users/rules.ts';

export const lockedAfter = setting(
  'leaver.locked-after',
  delay,
  '28d',
  bilingual({
    en: 'how long leavers can save their files before the account is locked (terms, "Löschung")',
    de: 'wie lange Abgänger ihre Dateien sichern können, bevor das Konto gesperrt wird (Nutzungsordnung, „Löschung“)',
  }),
);

export const deletedAfter = setting(
  'leaver.deleted-after',
  delay,
  '42d',
  bilingual({
    en: 'how long after leaving the account and its data are deleted (terms, "Löschung")',
    de: 'wie lange nach dem Abgang Konto und Daten gelöscht werden (Nutzungsordnung, „Löschung“)',
  }),
);

export const deletedAfterWithdrawal = setting(
  'leaver.deleted-after-withdrawal',
  delay,
  '14d',
  bilingual({
    en: 'how long whoever withdraws consent to the terms can save their files, before the account is locked and deleted',
    de: 'wie lange bei widerrufener Einwilligung in die Nutzungsordnung Dateien gesichert werden können, bevor das Konto gesperrt und gelöscht wird',
  }),
);

export const noticeDays = setting(
  'leaver.notice-days',
  wholeNumber(0, 365),
  '14',
  bilingual({
    en: 'how many days before the deletion somebody must have been told at least; 0: the school tells otherwise',
    de: 'wie viele Tage vor der Löschung jemand mindestens benachrichtigt sein muss; 0: die Schule sagt es auf anderem Weg',
  }),
);

export const holdReviewDays = setting(
  'leaver.hold-review-days',
  days,
  '180',
  bilingual({
    en: 'after how many days a hold is to be looked at again, where no other day is given',
    de: 'nach wie vielen Tagen eine Löschsperre zu prüfen ist, wenn kein anderer Tag genannt wird',
  }),
);

/** What a delay of leavers is for one role alone; without it, the delay for everybody holds. */
const forRoles = (delayed: { key: string }) => {
  const alone = (role: Role, en: string, de: string) =>
    setting(`${delayed.key}.${role}`, delay, null, {
      en: `${delayed.key} for ${en} alone`,
      de: `${delayed.key} nur für ${de}`,
    });
  return {
    student: alone('student', 'students', 'Schüler'),
    guardian: alone('guardian', 'guardians', 'Erziehungsberechtigte'),
    teacher: alone('teacher', 'teachers', 'Lehrkräfte'),
    staff: alone('staff', 'staff', 'Mitarbeiter'),
  } satisfies Record<Role, unknown>;
};

export const lockedAfterFor = forRoles(lockedAfter);
export const deletedAfterFor = forRoles(deletedAfter);
