import type { Reader } from '../database/database.ts';
import type { Language } from '../language.ts';
import type { Day } from '../time.ts';
import { foundIn, type Wording } from './matching.ts';
import { type Said, sentencesIn } from './rules.ts';
import { type Bound, duties } from './sentences-text.ts';
import { counters } from './store.ts';
import { text } from './text.ts';

/** A sentence of the terms as `terms duties --json` prints it. */
export interface ListedDuty {
  number: number;
  section: string;
  sentence: string;
  wording: Wording;
  /** Null of a sentence that nobody knows. */
  binds: Bound | null;
  carriedOut: 'commands' | 'people' | 'nobody';
  commands: string[];
  /** What stays people's own affair. */
  left: string | null;
  /** The rules that are cited where somebody breaks it. */
  clauses: string[];
  /** Today's numbers. */
  counts: Record<string, number>;
}

/** Every sentence of a text (null: of the one that is known here), with what carries it out today. */
export function listedDuties(db: Reader, language: Language, whole: string | null, today: Day): ListedDuty[] {
  const said: readonly Said[] = whole === null ? duties : sentencesIn(whole);
  return foundIn(said, duties).map(({ section, sentence, wording, duty }, index) => {
    const { binds = null, commands = [], clauses = [], counts = [], left } = duty ?? {};
    return {
      number: index + 1,
      section,
      sentence,
      wording,
      binds,
      carriedOut: duty === undefined ? 'nobody' : commands.length > 0 ? 'commands' : 'people',
      commands: [...commands],
      left: duty === undefined ? null : (left?.[language] ?? keeping(language, clauses)),
      clauses: [...clauses],
      counts: Object.fromEntries(counts.map((name) => [name, counters[name](db, today)])),
    };
  });
}

const keeping = (language: Language, [clause]: readonly string[]): string =>
  clause === undefined ? text[language].kept : text[language].broken(clause);
