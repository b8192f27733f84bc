import { bilingual, count } from '../language.ts';
import type { FileKind } from './rules.ts';

export const kindNames = bilingual<Record<FileKind, string>>({
  en: {
    slips: 'slips with passwords',
    'password-list': 'list of passwords for IServ',
    forms: 'consent forms',
    'forms-list': 'list for consents',
    notices: 'notices to leavers',
    'notices-list': 'list of leavers for a mail merge',
    report: 'report about a person',
    proof: 'proof of a deletion',
    roster: 'roster',
    'iserv-file': 'file for IServ',
    'iserv-todo': 'list of what to do in IServ',
    letters: 'letters',
    'suspension-letter': 'letter about a suspension',
    'class-sheet': 'sheet for a class teacher',
  },
  de: {
    slips: 'Zettel mit Passwörtern',
    'password-list': 'Passwortliste für IServ',
    forms: 'Einwilligungsformulare',
    'forms-list': 'Liste für Einwilligungen',
    notices: 'Mitteilungen an Abgänger',
    'notices-list': 'Serienbriefliste der Abgänger',
    report: 'Auskunft über eine Person',
    proof: 'Löschnachweis',
    roster: 'Personenliste',
    'iserv-file': 'Datei für IServ',
    'iserv-todo': 'Liste, was in IServ zu tun ist',
    letters: 'Briefe',
    'suspension-letter': 'Brief zu einer Sperrung',
    'class-sheet': 'Blatt für die Klassenleitung',
  },
});

export const text = bilingual({
  en: {
    openFolder: (folder: string, mode: string) =>
      `Others can write in ${folder} (mode ${mode}); what lies there could be exchanged. Better name another folder.`,
    list: {
      summary: 'list files with people in them that were written and are not destroyed',
      all: 'those too that are destroyed',
      columns: ['No.', 'When', 'By', 'What', 'People', 'Where'],
      none: 'No file with people in it is known to be there.',
      gone: (day: string) => `destroyed ${day}`,
      vanished: (file: string) => `${file} (gone)`,
      nowhere: '—',
    },
    destroyed: {
      summary: 'say that files were destroyed; without numbers, all that are gone from where they were written',
      numbers: 'the numbers of files, as file list names them',
      done: (files: number) => `${count('en', files, 'file is', 'files are')} noted as destroyed.`,
      none: 'All files are still where they were written.',
    },
  },
  de: {
    openFolder: (folder, mode) =>
      `Andere können in ${folder} schreiben (Modus ${mode}); was dort liegt, lässt sich austauschen. Besser einen anderen Ordner nennen.`,
    list: {
      summary: 'geschriebene Dateien mit Personen auflisten, die noch nicht vernichtet sind',
      all: 'auch die vernichteten',
      columns: ['Nr.', 'Wann', 'Wer', 'Was', 'Personen', 'Wo'],
      none: 'Von keiner Datei mit Personen ist bekannt, dass es sie noch gibt.',
      gone: (day) => `vernichtet ${day}`,
      vanished: (file) => `${file} (weg)`,
      nowhere: '—',
    },
    destroyed: {
      summary:
        'festhalten, dass Dateien vernichtet sind; ohne Nummern alle, die nicht mehr liegen, wo sie geschrieben wurden',
      numbers: 'Nummern von Dateien, wie file list sie nennt',
      done: (files) => `${count('de', files, 'Datei ist', 'Dateien sind')} als vernichtet vermerkt.`,
      none: 'Alle Dateien liegen noch, wo sie geschrieben wurden.',
    },
  },
});
