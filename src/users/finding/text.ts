import { bilingual, number } from '../../language.ts';

export const text = bilingual({
  en: {
    taken: (typed: string, account: string, name: string) => `"${typed}" is ${account} (${name}).`,
    which: (typed: string) => `"${typed}": whom do you mean?`,
    who: 'Who? (account, name or import ID)',
    find: {
      summary: 'find people by name, account, import ID, e-mail address or class, or a part of them',
      text: 'what to look for, with umlauts or without',
      count: (people: number) => (people === 1 ? '1 person.' : `${number('en', people)} people.`),
    },
  },
  de: {
    taken: (typed, account, name) => `„${typed}“ ist ${account} (${name}).`,
    which: (typed) => `„${typed}“: Wer ist gemeint?`,
    who: 'Wer? (Konto, Name oder Import-ID)',
    find: {
      summary: 'Personen finden: nach Name, Konto, Import-ID, E-Mail-Adresse oder Klasse, auch nach einem Teil davon',
      text: 'was gesucht wird, mit Umlauten oder ohne',
      count: (people) => (people === 1 ? '1 Person.' : `${number('de', people)} Personen.`),
    },
  },
});
