import { Exit, failure } from '../failures.ts';
import { number } from '../language.ts';

export const cancelled = failure<object>('cancelled', Exit.cancelled, {
  en: (_, outcome) => `Cancelled; ${outcome}.`,
  de: (_, outcome) => `Abgebrochen; ${outcome}.`,
});

export const optionMissing = failure<{ option: string }>('option-missing', Exit.usage, {
  en: ({ option }) => `${option} is missing, and nobody is at a terminal to be asked.`,
  de: ({ option }) => `${option} fehlt, und niemand sitzt an einem Terminal, um gefragt zu werden.`,
});

export const saysNothing = failure<{ option: string }>('says-nothing', Exit.usage, {
  en: ({ option }) => `${option} says nothing. Write a few words.`,
  de: ({ option }) => `${option} sagt nichts. Ein paar Wörter schreiben.`,
});

export const notText = failure<{ option: string; value: string; character?: string }>('not-a-name', Exit.usage, {
  en: ({ option, value, character }) =>
    character === undefined
      ? `${option}: "${value}" is empty.`
      : `${option}: an invisible or broken character (${character}) stands in "${value}". Type it anew.`,
  de: ({ option, value, character }) =>
    character === undefined
      ? `${option}: „${value}“ ist leer.`
      : `${option}: In „${value}“ steht ein unsichtbares oder zerstörtes Zeichen (${character}). Neu eintippen.`,
});

export const tooLong = failure<{ option: string; length: number; longest: number }>('too-long', Exit.usage, {
  en: ({ option, length, longest }) =>
    `${option}: ${number('en', length)} characters are too many; ${number('en', longest)} are possible.`,
  de: ({ option, length, longest }) =>
    `${option}: ${number('de', length)} Zeichen sind zu viele; möglich sind ${number('de', longest)}.`,
});

export const confirmationMissing = failure<{ question: string }>('confirmation-missing', Exit.usage, {
  en: ({ question }) =>
    `This needs a yes, and nobody is at a terminal to give it: ${question}\nAdd --yes if the answer is yes.`,
  de: ({ question }) =>
    `Hier ist ein Ja nötig, und niemand sitzt an einem Terminal, um es zu geben: ${question}\nMit --yes ist die Antwort Ja.`,
});

export const commandLineWrong = failure<{ problem: string; see: string }>('usage', Exit.usage, {
  en: ({ problem, see }) => `${problem}\nSee: ${see} --help`,
  de: ({ problem, see }) => `${problem}\nHilfe: ${see} --help`,
});

export const notAColumn = failure<{ column: string; columns: readonly string[] }>('unknown-column', Exit.usage, {
  en: ({ column, columns }) => `--columns: this list has no column "${column}". It has: ${columns.join(', ')}`,
  de: ({ column, columns }) =>
    `--columns: Eine Spalte „${column}“ hat diese Liste nicht. Sie hat: ${columns.join(', ')}`,
});

export const outputNotWritten = failure<{ detail: string }>('output-not-written', Exit.busy, {
  en: ({ detail }, outcome) =>
    `Not all of the output could be written (${detail}): what is there is cut off; ${outcome}.\nMake room, and see what was done before you call it again.`,
  de: ({ detail }, outcome) =>
    `Nicht die ganze Ausgabe ließ sich schreiben (${detail}): was da ist, ist abgeschnitten; ${outcome}.\nPlatz schaffen, und vor einem neuen Aufruf nachsehen, was getan ist.`,
});

export const folderGone = failure<object>('folder-gone', Exit.refused, {
  en: () =>
    'The folder from which schulkonto was called is not there any more. Go to another, or name files by their whole path.',
  de: () =>
    'Den Ordner, aus dem schulkonto aufgerufen wurde, gibt es nicht mehr. In einen anderen wechseln oder Dateien mit ihrem ganzen Pfad nennen.',
});

export const noHome = failure<object>('no-home', Exit.refused, {
  en: () => 'The system knows no home folder of this user. Name the registry with --registry or SCHULKONTO_REGISTRY.',
  de: () =>
    'Das System kennt keinen Heimordner dieses Benutzers. Das Register mit --registry oder SCHULKONTO_REGISTRY nennen.',
});

export const inputTooLong = failure('input-too-long', Exit.faulty, {
  en: () => 'What is piped in is longer than any list. Save it to a file, and look at it.',
  de: () => 'Was hereingereicht wird, ist länger als jede Liste. In eine Datei speichern und ansehen.',
});
