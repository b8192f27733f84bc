import { Exit, failure } from '../../failures.ts';
import type { Named } from '../rules.ts';
import { calledBriefly } from '../text.ts';

interface Several {
  typed: string;
  people: Named[];
}

export const severalFit = failure<Several>('several-people', Exit.refused, {
  en: ({ typed, people }) => `"${typed}" fits several people. Name one by the account:\n${calledBriefly('en', people)}`,
  de: ({ typed, people }) =>
    `„${typed}“ passt auf mehrere Personen. Eine davon mit dem Konto nennen:\n${calledBriefly('de', people)}`,
});

export const namedInPart = failure<Several>('named-in-part', Exit.refused, {
  en: ({ typed, people }) =>
    `Without a terminal "${typed}" is too little to change something: give the account, or the full name of one person.\nIt could be:\n${calledBriefly('en', people)}`,
  de: ({ typed, people }) =>
    `Ohne Terminal reicht „${typed}“ nicht, um etwas zu ändern: das Konto angeben, oder den ganzen Namen einer einzigen Person.\nGemeint sein kann:\n${calledBriefly('de', people)}`,
});

export const nothingTyped = failure<object>('nothing-typed', Exit.usage, {
  en: () => 'An empty text names nobody. Give an account or a name.',
  de: () => 'Ein leerer Text nennt niemanden. Ein Konto oder einen Namen angeben.',
});
