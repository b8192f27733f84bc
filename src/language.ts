export type Language = 'en' | 'de';

/** The same text in both languages: a missing or surplus German sentence, or a wrong fact in it, does not compile. */
export const bilingual = <Text>(text: { en: Text; de: NoInfer<Text> }): Record<Language, Text> => text;

/** German for a locale `de…`, English for all else: of SCHULKONTO_LANG, else by the precedence that POSIX gives the variables. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.SCHULKONTO_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('de') ? 'de' : 'en';
}

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };

/** A whole number as people write it: 1,200 or 1.200. By hand, because the tables of `Intl` take 10 ms to load. */
export const number = (language: Language, value: number): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : ',');

const pluralRules = new Map<Language, Intl.PluralRules>();

/** `count(en, 2, 'class', 'classes')` → `2 classes`. */
export function count(language: Language, value: number, one: string, other: string): string {
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(locales[language]);
  pluralRules.set(language, rules);
  return `${number(language, value)} ${rules.select(value) === 'one' ? one : other}`;
}

/** `5a, 5b and 5c`, in the words of the language. */
export function listed(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}

/** The same, but of a long list only the first ten and how many more. */
export function listedBriefly(language: Language, items: readonly string[]): string {
  const rest = items.length - 10;
  if (rest <= 0) return listed(language, items);
  const more = language === 'de' ? `${number('de', rest)} weitere` : `${number('en', rest)} more`;
  return listed(language, [...items.slice(0, 10), more]);
}

let alphabet: Intl.Collator | undefined;

/** In the order of German names: ä beside a, of one case or the other, and class 5a before 10a. */
export function inAlphabet<One>(all: readonly One[], nameOf: (one: One) => string): One[] {
  alphabet ??= new Intl.Collator('de', { numeric: true });
  const { compare } = alphabet;
  return [...all].sort((one, other) => compare(nameOf(one), nameOf(other)));
}
