import { bilingual } from '../language.ts';
import { choice, days, type Kind, wholeNumber } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const passwordStyle = setting(
  'password.style',
  choice('standard', 'primary'),
  'standard',
  bilingual({
    en: 'how issued passwords look: primary is easier to type for small children, and as strong',
    de: 'wie vorläufige Passwörter aussehen: primary ist für kleine Kinder leichter zu tippen und ebenso sicher',
  }),
);

export const issuedDays = setting(
  'password.issued-days',
  days,
  '14',
  bilingual({
    en: 'after how many days an issued password that was not changed is overdue',
    de: 'nach wie vielen Tagen ein nicht geändertes vorläufiges Passwort überfällig ist',
  }),
);

export const teacherUntilYear = setting(
  'password.teacher-until-year',
  wholeNumber(0, 13),
  '4',
  bilingual({
    en: 'up to which year a child may come to the desk with the class teacher; 0: in none',
    de: 'bis zu welchem Jahrgang ein Kind mit der Klassenleitung kommen darf; 0: in keinem',
  }),
);

/** No less than OWASP asks for scrypt with this N and r; tests alone write less into a registry. */
const leastRounds = 5;
const rounds: Kind<number> = {
  ...wholeNumber(1, 100),
  refuses: (value) => value < leastRounds,
  form: wholeNumber(leastRounds, 100).form,
};

export const hashRounds = setting(
  'password.hash-rounds',
  rounds,
  '5',
  bilingual({
    en: 'how much work a password hash is: scrypt with N=2^14, r=8 (16 MB) and so many rounds (p)',
    de: 'wie viel Arbeit ein Passwort-Hash macht: scrypt mit N=2^14, r=8 (16 MB) und so vielen Runden (p)',
  }),
);
