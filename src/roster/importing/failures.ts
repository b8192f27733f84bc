import { quoted } from '../../csv/quoted.ts';
import { Exit, failure } from '../../failures.ts';
import { count, type Language, number } from '../../language.ts';
import type { Role } from '../../users/rules.ts';
import { roleNames } from '../../users/text.ts';
import type { Problem } from '../reading/problems.ts';

export interface Faults {
  file: string;
  count: number;
  /** The first thousand, for scripts; all are counted, and listed for people. */
  problems: readonly (Problem & { message: string })[];
  /** What became of the line that was asked about, where one was. */
  explained?: unknown;
  listing: (language: Language) => string;
}

export const faultyRoster = failure<Faults>('roster-faulty', Exit.faulty, {
  en: ({ file, count: faults, listing }, outcome) =>
    `${file}: ${count('en', faults, 'fault', 'faults')}; ${outcome}.\n${listing('en')}\nCorrect the file, or leave these lines out with --skip-faulty.`,
  de: ({ file, count: faults, listing }, outcome) =>
    `${file}: ${count('de', faults, 'Fehler', 'Fehler')}; ${outcome}.\n${listing('de')}\nDie Datei berichtigen oder diese Zeilen mit --skip-faulty auslassen.`,
});

export const tooManyFaulty = failure<Faults & { lines: number; rows: number }>('roster-too-faulty', Exit.faulty, {
  en: ({ file, lines, rows, listing }, outcome) =>
    `${file}: ${number('en', lines)} of ${number('en', rows)} lines are faulty; ${outcome}. That is more than --skip-faulty leaves out (roster.skip-at-most): is it the right file?\n${listing('en')}`,
  de: ({ file, lines, rows, listing }, outcome) =>
    `${file}: ${number('de', lines)} von ${number('de', rows)} Zeilen sind fehlerhaft; ${outcome}. Das ist mehr, als --skip-faulty auslässt (roster.skip-at-most): Ist es die richtige Datei?\n${listing('de')}`,
});

export const sourceUnusable = failure<{ source: string }>('source-unusable', Exit.usage, {
  en: ({ source }) =>
    `--source ${quoted('en', source)}: a source is a short name, such as school or evening-school. Leave the option out if there is only one.`,
  de: ({ source }) =>
    `--source ${quoted('de', source)}: Eine Quelle ist ein kurzer Name, etwa school oder abendschule. Gibt es nur eine, die Option weglassen.`,
});

export const sourceReserved = failure<{ source: string }>('source-reserved', Exit.usage, {
  en: ({ source }) =>
    `--source ${source} stands for people who were added by hand; no file lists them. Give the name of the program that the file comes from.`,
  de: ({ source }) =>
    `--source ${source} steht für von Hand angelegte Personen; keine Datei listet sie auf. Den Namen des Programms angeben, aus dem die Datei stammt.`,
});

export const roleMissing = failure<{ file: string }>('role-missing', Exit.faulty, {
  en: ({ file }) =>
    `${file}: nobody in it is known and no line has a class, so it may list anybody. Say whom: --role student, --role teacher, --role guardian or --role staff. Nothing was changed.`,
  de: ({ file }) =>
    `${file}: Niemand darin ist bekannt und keine Zeile hat eine Klasse; die Datei kann also jeden auflisten. Sagen, wen: --role student, --role teacher, --role guardian oder --role staff. Nichts wurde geändert.`,
});

export const otherRoleFile = failure<{ file: string; role: Role; people: number; other: Role }>(
  'other-role-file',
  Exit.faulty,
  {
    en: ({ file, people, role, other }) =>
      `${file}: ${count('en', people, 'line has', 'lines have')} the import ID of somebody who has the role ${roleNames.en[other]}, not ${roleNames.en[role]}. Say whom the file lists: --role ${other}. Nothing was changed.`,
    de: ({ file, people, role, other }) =>
      `${file}: ${count('de', people, 'Zeile hat', 'Zeilen haben')} die Import-ID von jemandem mit der Rolle ${roleNames.de[other]}, nicht ${roleNames.de[role]}. Sagen, wen die Datei auflistet: --role ${other}. Nichts wurde geändert.`,
  },
);

export const explainUnusable = failure<{ line: string }>('explain-unusable', Exit.usage, {
  en: ({ line }) => `--explain ${quoted('en', line)} is no line. Give the number of a line of the file.`,
  de: ({ line }) => `--explain ${quoted('de', line)} ist keine Zeile. Die Nummer einer Zeile der Datei angeben.`,
});

const typed = (name: string) => (/^[\w.-]+$/.test(name) ? name : `"${name}"`);

export const classesUnclear = failure<{ file: string; classes: readonly { name: string; people: number }[] }>(
  'classes-unclear',
  Exit.faulty,
  {
    en: ({ file, classes }, outcome) =>
      [
        `${file}: ${classes.length === 1 ? 'a class looks' : 'classes look'} as if nobody in it were at the school; ${outcome}.`,
        ...classes.map(
          ({ name, people }) =>
            `  ${quoted('en', name)}, ${count('en', people, 'person', 'people')}: --parked ${typed(name)} if they have left or not come yet, or --not-parked ${typed(name)} if it is a class like others`,
        ),
        'The answer is remembered for the source.',
      ].join('\n'),
    de: ({ file, classes }, outcome) =>
      [
        `${file}: ${classes.length === 1 ? 'Eine Klasse sieht' : 'Klassen sehen'} aus, als wäre niemand darin an der Schule; ${outcome}.`,
        ...classes.map(
          ({ name, people }) =>
            `  ${quoted('de', name)}, ${count('de', people, 'Person', 'Personen')}: --parked ${typed(name)}, wenn sie abgegangen oder noch nicht da sind, oder --not-parked ${typed(name)}, wenn es eine Klasse wie andere ist`,
        ),
        'Die Antwort wird für die Quelle gemerkt.',
      ].join('\n'),
  },
);

export const parkedUnknown = failure<{ option: string; class: string }>('parked-unknown', Exit.refused, {
  en: ({ option, class: name }) => `${option} ${quoted('en', name)}: no student of the file is in such a class.`,
  de: ({ option, class: name }) => `${option} ${quoted('de', name)}: Niemand in der Datei ist in einer solchen Klasse.`,
});

export const parkedAndNot = failure<{ class: string }>('parked-and-not', Exit.usage, {
  en: ({ class: name }) => `${quoted('en', name)} is given both to --parked and to --not-parked. Keep one.`,
  de: ({ class: name }) => `${quoted('de', name)} steht bei --parked und bei --not-parked. Eines davon streichen.`,
});
