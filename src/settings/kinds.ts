import { bilingual } from '../language.ts';
import { type WordPairs, wordIn } from '../terminal/choices.ts';
import { parseDay } from '../time.ts';
import { cleaned, faultOf } from '../typed.ts';

/** One kind of value: how it is read from what somebody typed. Undefined: not such a value. */
export interface Kind<Value> {
  parse(typed: string): Value | undefined;
  /** How a value is kept, where that is not as it was typed. */
  kept?(value: Value): string;
  /** What is refused where it is typed, though a registry may hold it from a time when it was not. */
  refuses?(value: Value): boolean;
  form: Record<'en' | 'de', string>;
}

export const words: Kind<string> = {
  parse: (typed) => {
    const kept = cleaned(typed);
    return kept === '' || faultOf(kept) ? undefined : kept;
  },
  form: bilingual({ en: 'text', de: 'Text' }),
};

export const choice = <const Options extends readonly string[]>(...options: Options): Kind<Options[number]> => ({
  parse: (typed) => options.find((option) => option === typed.trim().toLowerCase()),
  form: bilingual({ en: options.join(' | '), de: options.join(' | ') }),
});

/** The same, where the words have their German. */
export const wordChoice = <Word extends string>(words: WordPairs<Word>): Kind<Word> => ({
  parse: (typed) => wordIn(words, typed),
  kept: (word) => word,
  form: bilingual({
    en: Object.keys(words).join(' | '),
    de: Object.values<readonly string[]>(words)
      .map(([german]) => german)
      .join(' | '),
  }),
});

export const domain: Kind<string> = {
  parse: (typed) => (/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(typed) ? typed.toLowerCase() : undefined),
  form: bilingual({ en: 'a domain such as school.example', de: 'eine Domain wie schule.example' }),
};

/** A share, kept as a fraction. */
export const percent: Kind<number> = {
  parse: (typed) => {
    const [, number] = /^(\d{1,3})\s*%$/.exec(typed.trim()) ?? [];
    return number !== undefined && Number(number) <= 100 ? Number(number) / 100 : undefined;
  },
  form: bilingual({ en: '0% to 100%', de: '0% bis 100%' }),
};

export const wholeNumber = (least: number, most: number): Kind<number> => ({
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

/** Nothing that a school decides takes longer. */
const longestYears = 20;
const longestDays = Math.floor(longestYears * 365.25);
const longest = { d: longestDays, m: longestYears * 12, y: longestYears };

export const delay: Kind<Delay> = {
  parse: (typed) => {
    const [, days] = /^(\d{1,4})d$/.exec(typed) ?? [];
    if (days) return { anchor: null, amount: Number(days), unit: 'd' };
    const [, anchor, amount, unit] = /^(school-year-end|calendar-year-end)(?:\+(\d{1,4})([dmy]))?$/.exec(typed) ?? [];
    if (!anchor) return undefined;
    return { anchor: anchor as Delay['anchor'], amount: Number(amount ?? 0), unit: (unit ?? 'd') as Delay['unit'] };
  },
  refuses: ({ amount, unit }) => amount > longest[unit],
  form: bilingual({
    en: 'days (42d), school-year-end or calendar-year-end, each also with an addition (school-year-end+1y); 20 years at most',
    de: 'Tage (42d), school-year-end oder calendar-year-end, beide auch mit Zuschlag (school-year-end+1y); höchstens 20 Jahre',
  }),
};

/** An age in full years. */
export const age: Kind<number> = {
  parse: (typed) => (/^\d{1,2}$/.test(typed.trim()) ? Number(typed) : undefined),
  refuses: (years) => years > 18,
  form: bilingual({ en: 'an age in years (16), 18 at most', de: 'ein Alter in Jahren (16), höchstens 18' }),
};

/** One without a 29 February. */
const commonYear = 2001;

/** A day of every year, as month and day. */
export const dayOfYear: Kind<string> = {
  parse: (typed) => (parseDay(`${commonYear}-${typed}`) ? typed : undefined),
  form: bilingual({ en: 'month and day (07-31)', de: 'Monat und Tag (07-31)' }),
};

/** A number of days: so many at least, 20 years at most. */
export const daysFrom = (least: number): Kind<number> => ({
  parse: (typed) => (/^[1-9]\d{0,4}$/.test(typed.trim()) ? Number(typed) : undefined),
  refuses: (days) => days < least || days > longestDays,
  form: bilingual({
    en: `a number of days (180), ${least > 1 ? `${least} at least, ` : ''}${longestDays} at most`,
    de: `eine Anzahl von Tagen (180), ${least > 1 ? `mindestens ${least}, ` : ''}höchstens ${longestDays}`,
  }),
});

export const days = daysFrom(1);
