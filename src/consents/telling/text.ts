import { bilingual, count } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'record that students were told: a consent goes on and can be withdrawn, or a guardian spoke in vain',
    list: 'only list who must be told, and why',
    on: 'the day on which they were told; without it, today',
    how: 'how they were told',
    askHow: 'How were they told?',
    columns: ['Account', 'Name', 'Class', 'Purpose', 'Because'],
    because: {
      'reached-age': 'the consent goes on past a birthday: the right to withdraw it',
      'guardian-spoke': 'a guardian has spoken, without effect',
    },
    none: 'Nobody must be told anything.',
    count: (things: number) => `${count('en', things, 'thing', 'things')} to tell.`,
    sure: (people: number) => `Were ${count('en', people, 'student', 'students')} told?`,
    done: (people: number) => `${count('en', people, 'student was', 'students were')} told.`,
    status: (people: number) =>
      `${count('en', people, 'student', 'students')} must be told of their right to withdraw a consent, or of what a guardian said: schulkonto consent inform --list`,
  },
  de: {
    summary:
      'festhalten, wer informiert ist: eine Einwilligung läuft weiter und lässt sich widerrufen, oder Eltern sprachen vergebens',
    list: 'nur auflisten, wer was erfahren muss',
    on: 'der Tag der Information; ohne Angabe heute',
    how: 'wie informiert wurde',
    askHow: 'Wie wurde informiert?',
    columns: ['Konto', 'Name', 'Klasse', 'Zweck', 'Weil'],
    because: {
      'reached-age': 'die Einwilligung läuft über einen Geburtstag weiter: das Recht auf Widerruf',
      'guardian-spoke': 'Erziehungsberechtigte haben sich geäußert, ohne Wirkung',
    },
    none: 'Niemand muss etwas erfahren.',
    count: (things) => `${count('de', things, 'Mitteilung', 'Mitteilungen')}.`,
    sure: (people) => `Sind ${count('de', people, 'Schüler(in)', 'Schülerinnen und Schüler')} informiert?`,
    done: (people) => `${count('de', people, 'Schüler(in) ist', 'Schülerinnen und Schüler sind')} informiert.`,
    status: (people) =>
      `${count('de', people, 'Schüler(in) muss', 'Schülerinnen und Schüler müssen')} vom Recht auf Widerruf erfahren, oder was Erziehungsberechtigte gesagt haben: schulkonto consent inform --list`,
  },
});
