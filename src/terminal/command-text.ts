import { bilingual } from '../language.ts';

const meant = {
  en: (name?: string) => (name ? ` Did you mean ${name}?` : ''),
  de: (name?: string) => (name ? ` Gemeint ist vielleicht ${name}?` : ''),
};

const kinds: Record<'en' | 'de', Record<string, string>> = {
  en: {
    day: 'Write a day as 2026-08-20 or 20.8.2026, from 1900 to 2200.',
    number: 'Give a whole number from 1 on.',
    file: 'Name a file.',
  },
  de: {
    day: 'Ein Tag wird 2026-08-20 oder 20.8.2026 geschrieben, von 1900 bis 2200.',
    number: 'Eine ganze Zahl ab 1 angeben.',
    file: 'Eine Datei nennen.',
  },
};

/** What the command line itself says: its help, and what is wrong with what was typed. */
export const text = bilingual({
  en: {
    help: {
      titles: {} as Record<string, string>,
      options: '[options]',
      help: 'show this help',
      helpCommand: 'show the help of a command',
      examples: 'Examples:',
      choices: 'one of',
      elsewhere: 'or @FILE, or - for standard input',
      standard: 'default',
    },
    wrong: {
      unknownOption: (name: string, near?: string) => `There is no option ${name}.${meant.en(near)}`,
      unknownCommand: (name: string, near?: string) => `There is no command "${name}".${meant.en(near)}`,
      missingArgument: (name: string) => `The argument ${name} is missing.`,
      missingValue: (flags: string) => `${flags} needs a value.`,
      surplus: (words: string) => `Too many words: ${words}`,
      twice: (flags: string) => `${flags} takes one value and was given twice.`,
      conflict: (one: string, other: string) => `${one} and ${other} exclude each other.`,
      badValue: (flags: string, value: string, rest: string) =>
        `${flags}: "${value}" is not possible. ${kinds.en[rest] ?? rest}`,
    },
  },
  de: {
    help: {
      titles: {
        'Usage:': 'Aufruf:',
        'Arguments:': 'Argumente:',
        'Options:': 'Optionen:',
        'Global Options:': 'Optionen für alle Befehle:',
        'Commands:': 'Befehle:',
      },
      options: '[Optionen]',
      help: 'diese Hilfe zeigen',
      helpCommand: 'die Hilfe zu einem Befehl zeigen',
      examples: 'Beispiele:',
      choices: 'möglich',
      elsewhere: 'oder @DATEI, oder - für die Standardeingabe',
      standard: 'sonst',
    },
    wrong: {
      unknownOption: (name, near) => `Eine Option ${name} gibt es nicht.${meant.de(near)}`,
      unknownCommand: (name, near) => `Einen Befehl „${name}“ gibt es nicht.${meant.de(near)}`,
      missingArgument: (name) => `Das Argument ${name} fehlt.`,
      missingValue: (flags) => `${flags} braucht einen Wert.`,
      surplus: (words) => `Zu viele Wörter: ${words}`,
      twice: (flags) => `${flags} nimmt einen Wert und steht zweimal da.`,
      conflict: (one, other) => `${one} und ${other} schließen sich aus.`,
      badValue: (flags, value, rest) =>
        `${flags}: „${value}“ ist nicht möglich. ${kinds.de[rest] ?? rest.replace('Allowed choices are', 'Möglich sind')}`,
    },
  },
});
