import type { Reader, Tx } from '../database/database.ts';
import { bilingual } from '../language.ts';

/** One kind of value: how it is read from what somebody typed. Undefined: not such a value. */
interface Kind<Value> {
  parse(typed: string): Value | undefined;
  form: Record<'en' | 'de', string>;
}

const words: Kind<string> = {
  parse: (typed) => typed.trim().normalize('NFC') || undefined,
  form: bilingual({ en: 'text', de: 'Text' }),
};

const choice = <const Options extends readonly string[]>(...options: Options): Kind<Options[number]> => ({
  parse: (typed) => options.find((option) => option === typed.trim().toLowerCase()),
  form: bilingual({ en: options.join(' | '), de: options.join(' | ') }),
});

const domain: Kind<string> = {
  parse: (typed) => (/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(typed) ? typed.toLowerCase() : undefined),
  form: bilingual({ en: 'a domain such as school.example', de: 'eine Domain wie schule.example' }),
};

/** A share, kept as a fraction. */
const percent: Kind<number> = {
  parse: (typed) => {
    const [, number] = /^(\d{1,3})\s*%$/.exec(typed.trim()) ?? [];
    return number !== undefined && Number(number) <= 100 ? Number(number) / 100 : undefined;
  },
  form: bilingual({ en: '0% to 100%', de: '0% bis 100%' }),
};

const wholeNumber = (least: number, most: number): Kind<number> => ({
  parse: (typed) =>
    /^\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most ? Number(typed) : undefined,
  form: bilingual({ en: `${least} to ${most}`, de: `${least} bis ${most}` }),
});

/** How long after a day: `42d`, or an anchor in the year with an optional addition. */
export interface Delay {
  anchor: 'school-year-end' | 'calendar-year-end' | null;
  amount: number;
  unit: 'd' | 'm' | 'y';
}

const delay: Kind<Delay> = {
  parse: (typed) => {
    const [, days] = /^(\d{1,4})d$/.exec(typed) ?? [];
    if (days) return { anchor: null, amount: Number(days), unit: 'd' };
    const [, anchor, amount, unit] = /^(school-year-end|calendar-year-end)(?:\+(\d{1,4})([dmy]))?$/.exec(typed) ?? [];
    if (!anchor) return undefined;
    return { anchor: anchor as Delay['anchor'], amount: Number(amount ?? 0), unit: (unit ?? 'd') as Delay['unit'] };
  },
  form: bilingual({
    en: 'days (42d), school-year-end or calendar-year-end, each also with an addition (school-year-end+1y)',
    de: 'Tage (42d), school-year-end oder calendar-year-end, beide auch mit Zuschlag (school-year-end+1y)',
  }),
};

/** An age in full years. */
const age: Kind<number> = {
  parse: (typed) => (/^\d{1,2}$/.test(typed.trim()) ? Number(typed) : undefined),
  form: bilingual({ en: 'an age in years (16)', de: 'ein Alter in Jahren (16)' }),
};

/** A day of every year, as month and day. */
const dayOfYear: Kind<string> = {
  parse: (typed) => (/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(typed) && typed !== '02-29' ? typed : undefined),
  form: bilingual({ en: 'month and day (07-31)', de: 'Monat und Tag (07-31)' }),
};

/** A number of days, one at least. */
const days: Kind<number> = {
  parse: (typed) => (/^[1-9]\d{0,4}$/.test(typed.trim()) ? Number(typed) : undefined),
  form: bilingual({ en: 'a number of days (180)', de: 'eine Anzahl von Tagen (180)' }),
};

interface Setting<Value> {
  kind: Kind<Value>;
  /** As somebody would type it; null where there is none. */
  standard: string | null;
  about: Record<'en' | 'de', string>;
}

const setting = <Value, Standard extends string | null>(
  kind: Kind<Value>,
  standard: Standard,
  about: Record<'en' | 'de', string>,
): Setting<Standard extends null ? Value | null : Value> => ({ kind: kind as never, standard, about });

/** What a delay of leavers is for one role alone; without it, the delay for everybody holds. */
const delayFor = (standard: 'leaver.locked-after' | 'leaver.deleted-after', en: string, de: string) =>
  setting(delay, null, bilingual({ en: `${standard} for ${en} alone`, de: `${standard} nur für ${de}` }));

/** Every setting there is: its kind, what holds if nobody sets it, and what it is for. */
export const settings = {
  'school.name': setting(
    words,
    'Schule',
    bilingual({ en: 'the name of the school, on what is printed', de: 'der Name der Schule auf allem Gedruckten' }),
  ),
  'school.domain': setting(
    domain,
    'school.example',
    bilingual({ en: 'the mail domain of the accounts', de: 'die E-Mail-Domain der Konten' }),
  ),
  'school.language': setting(
    choice('de', 'en'),
    'de',
    bilingual({ en: 'the language of printed pages', de: 'die Sprache gedruckter Seiten' }),
  ),
  'school.last-year': setting(
    words,
    null,
    bilingual({
      en: 'the year after which students leave (10, 13, Q2); without it, the highest among the classes',
      de: 'der Jahrgang, nach dem man die Schule verlässt (10, 13, Q2); sonst der höchste unter den Klassen',
    }),
  ),
  'school.year-end': setting(
    dayOfYear,
    '07-31',
    bilingual({ en: 'the last day of the school year', de: 'der letzte Tag des Schuljahres' }),
  ),
  'roster.hold-above': setting(
    percent,
    '10%',
    bilingual({
      en: 'if more than this share would leave by one file, it waits for approval',
      de: 'wenn durch eine Datei ein größerer Anteil ginge, wartet das auf Freigabe',
    }),
  ),
  'leaver.locked-after': setting(
    delay,
    '28d',
    bilingual({
      en: 'how long leavers can save their files before the account is locked (terms, "Löschung")',
      de: 'wie lange Abgänger ihre Dateien sichern können, bevor das Konto gesperrt wird (Nutzungsordnung, „Löschung“)',
    }),
  ),
  'leaver.deleted-after': setting(
    delay,
    '42d',
    bilingual({
      en: 'how long after leaving the account and its data are deleted (terms, "Löschung")',
      de: 'wie lange nach dem Abgang Konto und Daten gelöscht werden (Nutzungsordnung, „Löschung“)',
    }),
  ),
  'password.style': setting(
    choice('standard', 'primary'),
    'standard',
    bilingual({
      en: 'how issued passwords look: primary is easier to type for small children, and as strong',
      de: 'wie vorläufige Passwörter aussehen: primary ist für kleine Kinder leichter zu tippen und ebenso sicher',
    }),
  ),
  'password.issued-days': setting(
    days,
    '14',
    bilingual({
      en: 'after how many days an issued password that was not changed is overdue',
      de: 'nach wie vielen Tagen ein nicht geändertes vorläufiges Passwort überfällig ist',
    }),
  ),
  'password.hash-rounds': setting(
    wholeNumber(1, 100),
    '5',
    bilingual({
      en: 'how much work a password hash is: scrypt with N=2^14, r=8 (16 MB) and so many rounds (p)',
      de: 'wie viel Arbeit ein Passwort-Hash macht: scrypt mit N=2^14, r=8 (16 MB) und so vielen Runden (p)',
    }),
  ),
  'leaver.deleted-after-withdrawal': setting(
    delay,
    '14d',
    bilingual({
      en: 'how long whoever withdraws consent to the terms can save their files, before the account is locked and deleted',
      de: 'wie lange bei widerrufener Einwilligung in die Nutzungsordnung Dateien gesichert werden können, bevor das Konto gesperrt und gelöscht wird',
    }),
  ),
  'consent.required': setting(
    choice('yes', 'no'),
    'yes',
    bilingual({
      en: 'whether accounts rest on consent to the terms; with "no", on another legal basis',
      de: 'ob Konten auf der Einwilligung in die Nutzungsordnung beruhen; mit „no“ auf einer anderen Rechtsgrundlage',
    }),
  ),
  'consent.guardian-until': setting(
    age,
    '14',
    bilingual({
      en: 'from this age the student decides too; before it, a guardian alone',
      de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler mit; vorher allein ein(e) Erziehungsberechtigte(r)',
    }),
  ),
  'consent.self-from': setting(
    age,
    '16',
    bilingual({
      en: 'from this age the student decides alone, and is asked again',
      de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler allein und wird neu gefragt',
    }),
  ),
  'incident.keep-days': setting(
    days,
    '365',
    bilingual({
      en: 'how many days an incident is kept after it was closed, until "incident prune" removes it',
      de: 'wie viele Tage ein geschlossener Vorfall bleibt, bis „incident prune“ ihn entfernt',
    }),
  ),
  'audit.keep-days': setting(
    days,
    '180',
    bilingual({
      en: 'how many days entries of the log are kept, until "audit prune" removes them',
      de: 'wie viele Tage Einträge des Protokolls bleiben, bis „audit prune“ sie entfernt',
    }),
  ),
  'leaver.locked-after.student': delayFor('leaver.locked-after', 'students', 'Schüler'),
  'leaver.locked-after.guardian': delayFor('leaver.locked-after', 'guardians', 'Erziehungsberechtigte'),
  'leaver.locked-after.teacher': delayFor('leaver.locked-after', 'teachers', 'Lehrkräfte'),
  'leaver.locked-after.staff': delayFor('leaver.locked-after', 'staff', 'Mitarbeiter'),
  'leaver.deleted-after.student': delayFor('leaver.deleted-after', 'students', 'Schüler'),
  'leaver.deleted-after.guardian': delayFor('leaver.deleted-after', 'guardians', 'Erziehungsberechtigte'),
  'leaver.deleted-after.teacher': delayFor('leaver.deleted-after', 'teachers', 'Lehrkräfte'),
  'leaver.deleted-after.staff': delayFor('leaver.deleted-after', 'staff', 'Mitarbeiter'),
  'leaver.max-per-run': setting(
    wholeNumber(0, 999_999),
    '200',
    bilingual({
      en: 'if more people than this are due to be deleted in one night, nobody is until a person approves the number',
      de: 'wenn in einer Nacht mehr Personen zu löschen sind, wird niemand gelöscht, bis jemand die Zahl freigibt',
    }),
  ),
  'leaver.max-gap-days': setting(
    days,
    '60',
    bilingual({
      en: 'if the last nightly run is more days ago than this, nobody is deleted until a person has looked at the clock',
      de: 'wenn der letzte nächtliche Lauf mehr Tage her ist, wird niemand gelöscht, bis jemand die Uhr geprüft hat',
    }),
  ),
  'backup.keep-days': setting(
    days,
    '30',
    bilingual({
      en: 'how many days backups are kept; that long they still hold whom the terms want deleted ("Löschung")',
      de: 'wie viele Tage Sicherungen bleiben; so lange enthalten sie noch, wer gelöscht ist (Nutzungsordnung, „Löschung“)',
    }),
  ),
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValue<Key extends SettingKey> = (typeof settings)[Key] extends Setting<infer Value> ? Value : never;

export const settingKeys = Object.keys(settings) as SettingKey[];

/** What somebody set, as they typed it; the standard if nobody did. */
export function typedSetting(db: Reader, key: SettingKey): string | null {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE key = :key', { key });
  return row?.value ?? settings[key].standard;
}

/** The value that holds for a setting. */
export function settingValue<Key extends SettingKey>(db: Reader, key: Key): SettingValue<Key> {
  const typed = typedSetting(db, key);
  const value = typed === null ? null : (settings[key].kind.parse(typed) ?? null);
  return value as SettingValue<Key>;
}

/** Keeps a value that its kind has accepted, as it was typed. */
export function storeSetting(tx: Tx, key: SettingKey, typed: string): void {
  tx.run(
    'INSERT INTO settings (key, value) VALUES (:key, :typed) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    { key, typed },
  );
}
