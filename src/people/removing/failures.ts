import { Exit, failure } from '../../failures.ts';
import { type Language, listed } from '../../language.ts';

/** Somebody who can't be taken back: whom a roster lists, or on whom something hangs, by what it is. */
export interface Bound {
  account: string;
  /** The roster that lists them; null of somebody added by hand. */
  source: string | null;
  hanging: readonly { table: string; number: number; words: Record<Language, string> }[];
}

const hangs = (language: Language, { hanging }: Bound): string =>
  listed(
    language,
    hanging.map(({ words, number }) => `${words[language]} (${number})`),
  );

export const notRemovable = failure<{ people: readonly Bound[] }>('not-removable', Exit.refused, {
  en: ({ people }, outcome) =>
    [
      ...people.map((person) =>
        person.source === null
          ? `${person.account} can't be taken back; these hang on it: ${hangs('en', person)}.`
          : `${person.account} was not added by hand, but comes from the roster "${person.source}". An import is taken back with "schulkonto roster undo".`,
      ),
      `To delete an account that was used, put it on the schedule (${outcome}): schulkonto leaver schedule ${people[0]?.account ?? ''}`,
    ].join('\n'),
  de: ({ people }, outcome) =>
    [
      ...people.map((person) =>
        person.source === null
          ? `${person.account} lässt sich nicht zurücknehmen; daran hängen: ${hangs('de', person)}.`
          : `${person.account} wurde nicht von Hand aufgenommen, sondern kommt aus der Personenliste „${person.source}“. Einen Import nimmt „schulkonto roster undo“ zurück.`,
      ),
      `Ein benutztes Konto wird nach Plan gelöscht (${outcome}): schulkonto leaver schedule ${people[0]?.account ?? ''}`,
    ].join('\n'),
});
