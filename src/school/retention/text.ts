import { bilingual } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'show what is kept, why, until when, and how many should be gone',
    out: 'a new file for a page in the language of the school',
    columns: ['Data', 'Why', 'Kept', 'Source', 'Removed by', 'Today', 'Overdue'],
    title: 'What is kept, and how long',
    prepared: (school: string, day: string) => `${school}, ${day}`,
    done: (file: string) => `What is kept is in ${file}.`,
    nothingOverdue: 'Nothing is overdue.',
    overdue: (kinds: string) => `Overdue: ${kinds}`,
  },
  de: {
    summary: 'zeigen, was gespeichert ist, wozu, wie lange, und was schon weg sein sollte',
    out: 'eine neue Datei für eine Seite in der Sprache der Schule',
    columns: ['Daten', 'Wozu', 'Wie lange', 'Woher', 'Entfernt durch', 'Heute', 'Überfällig'],
    title: 'Was gespeichert ist, und wie lange',
    prepared: (school, day) => `${school}, ${day}`,
    done: (file) => `Was gespeichert ist, steht in ${file}.`,
    nothingOverdue: 'Nichts ist überfällig.',
    overdue: (kinds) => `Überfällig: ${kinds}`,
  },
});
