import { bilingual } from '../language.ts';
import type { Role } from '../users/rules.ts';

/** Several people of a role. */
export const rolesText = bilingual<Record<Role, string>>({
  en: { student: 'students', teacher: 'teachers', guardian: 'guardians', staff: 'members of staff' },
  de: {
    student: 'Schüler(innen)',
    teacher: 'Lehrkräfte',
    guardian: 'Erziehungsberechtigte',
    staff: 'Mitarbeiter(innen)',
  },
});

/** What the list for IServ and `status` say of it. */
export const text = bilingual({
  en: {
    changes: (number: number) =>
      `${number} ${number === 1 ? 'change' : 'changes'} since the last export: schulkonto iserv export FILE`,
    todo: (number: number) =>
      `${number} ${number === 1 ? 'thing is' : 'things are'} to be done in IServ: schulkonto iserv todo`,
  },
  de: {
    changes: (number) =>
      `${number} ${number === 1 ? 'Änderung' : 'Änderungen'} seit dem letzten Export: schulkonto iserv export DATEI`,
    todo: (number) => `${number} ${number === 1 ? 'Sache ist' : 'Sachen sind'} in IServ zu tun: schulkonto iserv todo`,
  },
});
