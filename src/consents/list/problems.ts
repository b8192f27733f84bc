import { lineWords, type ProblemOf, say, vocabulary } from '../../csv/problems.ts';

/** What can be wrong with a line of decisions, beside what stands against recording one of them. */
const words = {
  ...lineWords,
  'no-person': say({
    en: () => 'Neither an account nor an import ID says who this is. Add one of them.',
    de: () => 'Weder Konto noch Import-ID sagt, wer das ist. Eines davon eintragen.',
  }),
  'unknown-import-id': say<{ source: string }>({
    en: ({ facts }) => `Nobody of the source ${facts.source} has this import ID. Correct it, or give --source.`,
    de: ({ facts }) =>
      `Niemand aus der Quelle ${facts.source} hat diese Import-ID. Berichtigen, oder --source angeben.`,
  }),
  'other-person': say<{ account: string; name: string }>({
    en: ({ facts }) =>
      `The line is about ${facts.account}, ${facts.name}, and says something else here. Have its cells been moved?`,
    de: ({ facts }) =>
      `Die Zeile meint ${facts.account}, ${facts.name}, und hier steht etwas anderes. Sind Zellen verrutscht?`,
  }),
  'unknown-decision': say({
    en: () => 'This is no decision. Write yes, no or withdrawn, or leave it empty.',
    de: () => 'Das ist keine Entscheidung. ja, nein oder widerrufen schreiben, oder leer lassen.',
  }),
  'no-purpose': say({
    en: () => 'The line does not say what it is about. Fill in the purpose, or give --purpose.',
    de: () => 'Die Zeile sagt nicht, worum es geht. Den Zweck eintragen, oder --purpose angeben.',
  }),
  'nobody-decided': say({
    en: () =>
      'The line does not say who decided. Write self, a guardian’s account or name, or give --by for all such lines.',
    de: () =>
      'Die Zeile sagt nicht, wer entschieden hat. selbst, Konto oder Name der Erziehungsberechtigten eintragen, oder --by für alle solchen Zeilen angeben.',
  }),
  'no-full-name': say({
    en: () => 'This does not say who decided. Write given and family name, the account, or self.',
    de: () => 'Das sagt nicht, wer entschieden hat. Vor- und Nachnamen, das Konto oder selbst eintragen.',
  }),
  'lost-letter': say({
    en: () => 'A spreadsheet has lost a letter of this name. Type it anew, and save the list as CSV (UTF-8).',
    de: () =>
      'Eine Tabellenkalkulation hat einen Buchstaben dieses Namens verloren. Neu eintippen und die Liste als CSV (UTF-8) speichern.',
  }),
  'no-day': say({
    en: () => 'The day of the decision is missing. Fill it in, or give --on for all lines without one.',
    de: () => 'Der Tag der Entscheidung fehlt. Eintragen, oder --on für alle Zeilen ohne Tag angeben.',
  }),
  'unknown-channel': say({
    en: () => 'This is no channel. Write paper, online, mail or in-person.',
    de: () => 'Das ist kein Kanal. Papier, online, Mail oder persönlich schreiben.',
  }),
  'decided-otherwise': say<{ other: number }>({
    en: ({ facts }) => `Line ${facts.other} says something else of the same person and day. Make the two agree.`,
    de: ({ facts }) =>
      `Zeile ${facts.other} sagt von derselben Person am selben Tag etwas anderes. Beide in Einklang bringen.`,
  }),
};

export type ListProblem = ProblemOf<typeof words>;

export const { problem, problemWords } = vocabulary(words);
