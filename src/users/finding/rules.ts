import { folded, type Named, spelledOut } from '../rules.ts';
import { distance, slipsIn } from './near.ts';

/** How well somebody fits what was typed: by the whole name, by a part, or not. */
export type Fit = 'whole' | 'part' | null;

/** Words of a name as they are compared: without marks, umlauts spelled out as in accounts, and umlauts without marks. */
interface Words {
  spelled: string[];
  plain: string[];
}

const known = new Map<string, Words>();

function wordsOf(name: string): Words {
  const before = known.get(name);
  if (before) return before;
  const spelled = splitWords(spelledOut(name) ?? folded(name));
  const words = { spelled, plain: /^[\x20-\x7e]*$/.test(name) ? spelled : splitWords(folded(name)) };
  known.set(name, words);
  return words;
}

const splitWords = (text: string): string[] => text.split(/[\s.,_-]+/).filter((word) => word !== '');

/** What was typed to name somebody. */
export class Wanted {
  readonly typed: string;
  /** In the form of accounts, for a search that need not know of marks. */
  readonly words: readonly string[];
  private readonly worked = new Map<string, number>();
  private readonly letters: readonly string[];
  private readonly families: readonly [string, string] | undefined;

  constructor(typed: string) {
    this.typed = typed;
    this.words = wordsOf(typed).spelled;
    // As typed: who types no umlaut means one all the same, but not the other way round.
    this.letters = splitWords(
      typed
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s.,_-]+/gu, ''),
    );
    const [family, given, ...more] = typed.split(',');
    this.families = family !== undefined && given !== undefined && more.length === 0 ? [given, family] : undefined;
  }

  /** Whether it can only be an account, and no name: then nobody is taken because they are called alike. */
  get isAccountAlone(): boolean {
    return /^[a-z0-9._-]+$/i.test(this.typed) && /[._\d]/.test(this.typed);
  }

  /** Whether it can be a whole name for a script: one word alone can be an account that is there no more, too. */
  get isWholeName(): boolean {
    return this.words.length > 1 || !/^[a-z0-9._-]*$/i.test(this.typed);
  }

  fits(person: Named): Fit {
    if (this.words.length === 0) return null;
    const [given, family] = [wordsOf(person.givenName), wordsOf(person.familyName)];
    const stored = { spelled: [...given.spelled, ...family.spelled], plain: [...given.plain, ...family.plain] };
    if (this.isCalled(stored) || this.isListed(given, family)) return 'whole';
    const group = person.class?.toLowerCase();
    const left = this.words
      .map((_, index) => index)
      .filter((index) => this.words[index] !== group || this.words.length === 1);
    const isPart = left.every((index) => {
      const [spelled = '', typed = ''] = [this.words[index], this.letters[index]];
      return (
        stored.spelled.some((word) => word.startsWith(spelled)) ||
        (typed !== '' && stored.plain.some((word) => word.startsWith(typed)))
      );
    });
    if (isPart) return 'part';
    return this.words.length === 1 && (group === this.words[0] || person.account.startsWith(this.typed.toLowerCase()))
      ? 'part'
      : null;
  }

  /** How many slips lie between what was typed and somebody; undefined for who does not come near. */
  slipsTo(person: Named): number | undefined {
    const typed = this.typed.toLowerCase();
    const most = slipsIn(typed.length);
    const toAccount = distance(typed, person.account, most);
    if (toAccount <= most || this.isAccountAlone) return toAccount <= most ? toAccount : undefined;
    const stored = [person.givenName, person.familyName].map(wordsOf);
    const words = stored.flatMap(({ spelled, plain }) => (spelled === plain ? spelled : [...spelled, ...plain]));
    let slips = 0;
    for (const word of this.words) {
      const allowed = slipsIn(word.length);
      const least = Math.min(...words.map((one) => this.slipsBetween(word, one, allowed)));
      if (least > allowed) return undefined;
      slips += least;
    }
    return this.words.length === 0 ? undefined : slips;
  }

  /** Names come again and again, so what was worked out for one is kept. */
  private slipsBetween(word: string, one: string, allowed: number): number {
    const key = `${word} ${one}`;
    const before = this.worked.get(key);
    if (before !== undefined) return before;
    const slips = one.startsWith(word) ? 0 : distance(word, one, allowed);
    this.worked.set(key, slips);
    return slips;
  }

  private isCalled({ spelled, plain }: Words): boolean {
    return isSame(this.words, spelled) || isSame(this.letters, plain);
  }

  /** `Müller, Anna`, as lists have it. */
  private isListed(given: Words, family: Words): boolean {
    if (!this.families) return false;
    const [typedGiven, typedFamily] = this.families.map((part) => new Wanted(part)) as [Wanted, Wanted];
    return typedGiven.isCalled(given) && typedFamily.isCalled(family);
  }
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((word, index) => word === other[index]);
