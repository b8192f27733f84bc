import type { Reader, Tx } from './database/database.ts';
import { bilingual } from './language.ts';

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
