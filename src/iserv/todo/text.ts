import { bilingual, count } from '../../language.ts';
import type { WordPairs } from '../../terminal/choices.ts';
import type { Cause, Task } from './rules.ts';

const english: Record<Task, string> = {
  lock: 'lock',
  unlock: 'unlock',
  close: 'close again',
  open: 'open',
  delete: 'delete',
  unknown: 'adopt or delete',
  rename: 'rename',
  edit: 'change',
  'import-id': 'enter the import ID',
  password: 'enter the issued password',
};

const german: Record<Task, string> = {
  lock: 'sperren',
  unlock: 'entsperren',
  close: 'wieder schließen',
  open: 'öffnen',
  delete: 'löschen',
  unknown: 'übernehmen oder löschen',
  rename: 'umbenennen',
  edit: 'ändern',
  'import-id': 'Import-ID eintragen',
  password: 'vorläufiges Passwort setzen',
};

/** What is typed for a task. */
export const taskWords: WordPairs<Task> = {
  lock: ['sperren'],
  unlock: ['entsperren'],
  close: ['schließen', 'wieder schließen'],
  open: ['öffnen'],
  delete: ['löschen'],
  unknown: ['unbekannt', 'übernehmen oder löschen'],
  rename: ['umbenennen'],
  edit: ['ändern'],
  'import-id': ['import-id'],
  password: ['passwort'],
};

const causes = bilingual<Record<Cause, string>>({
  en: {
    suspended: 'suspended',
    locked: 'left the school',
    'did-not-come': 'did not come to the hour of the class',
    hour: 'the hour of the class',
    'nothing-closes-it': 'nothing here says that it is locked',
    'deleted-here': 'deleted here',
    'left-out': 'left out of the export by name',
    'nobody-here': 'nobody here has this account',
    renamed: 'renamed here',
    'other-name': 'has another name here',
    'other-class': 'is in another class here',
    'no-import-id': 'kept by hand: without it, no file can name them',
    issued: 'issued here, not yet in IServ',
  },
  de: {
    suspended: 'gesperrt (Verstoß)',
    locked: 'von der Schule abgegangen',
    'did-not-come': 'war in der Stunde der Klasse nicht da',
    hour: 'die Stunde der Klasse',
    'nothing-closes-it': 'hier sagt nichts, dass es gesperrt ist',
    'deleted-here': 'hier gelöscht',
    'left-out': 'namentlich aus dem Export gelassen',
    'nobody-here': 'niemand hier hat diesen Account',
    renamed: 'hier umbenannt',
    'other-name': 'heißt hier anders',
    'other-class': 'ist hier in einer anderen Klasse',
    'no-import-id': 'von Hand geführt: ohne sie kann keine Datei sie nennen',
    issued: 'hier vergeben, noch nicht in IServ',
  },
});

export const text = bilingual({
  en: {
    what: 'only these things',
    class: 'only these classes',
    role: 'only these roles',
    accounts: 'the accounts, as IServ has them',
    tasks: english,
    causes: causes.en,
    columns: ['Account', 'Name', 'Class', 'To do', 'Becomes', 'Why'],
    todo: {
      summary: 'what a person must now do in IServ by hand',
      csv: 'only the accounts, as a list for a bulk action in IServ',
      out: 'write it to a page for printing, by class',
      nothing: 'Nothing is to be done in IServ by hand.',
      count: (number: number) => `${count('en', number, 'thing is', 'things are')} to be done in IServ.`,
      next: 'In IServ: Verwaltung, Benutzer. What is done: schulkonto iserv done ACCOUNT, or all at once by iserv reconcile.',
      written: (number: number, file: string) =>
        `${count('en', number, 'thing', 'things')} to do: ${file}. Only you can read it.`,
    },
    done: {
      summary: 'keep that something of the list is done in IServ',
      all: 'the whole list',
      sure: (number: number) => `Is all of it done in IServ (${count('en', number, 'thing', 'things')})?`,
      done: (number: number) => `${count('en', number, 'thing is', 'things are')} done.`,
      nothing: 'Nothing of that is to be done in IServ.',
    },
  },
  de: {
    what: 'nur diese Aufgaben',
    class: 'nur diese Klassen',
    role: 'nur diese Rollen',
    accounts: 'die Accounts, wie IServ sie hat',
    tasks: german,
    causes: causes.de,
    columns: ['Account', 'Name', 'Klasse', 'Zu tun', 'Neu', 'Warum'],
    todo: {
      summary: 'was jetzt in IServ von Hand zu tun ist',
      csv: 'nur die Accounts, als Liste für eine Sammelaktion in IServ',
      out: 'auf eine Seite zum Drucken schreiben, nach Klassen',
      nothing: 'In IServ ist nichts von Hand zu tun.',
      count: (number) => `${count('de', number, 'Sache ist', 'Sachen sind')} in IServ zu tun.`,
      next: 'In IServ: Verwaltung, Benutzer. Was erledigt ist: schulkonto iserv done ACCOUNT, oder alles auf einmal mit iserv reconcile.',
      written: (number, file) => `${count('de', number, 'Aufgabe', 'Aufgaben')}: ${file}. Nur Sie können sie lesen.`,
    },
    done: {
      summary: 'festhalten, dass etwas von der Liste in IServ erledigt ist',
      all: 'die ganze Liste',
      sure: (number) => `Ist das alles in IServ erledigt (${count('de', number, 'Aufgabe', 'Aufgaben')})?`,
      done: (number) => `${count('de', number, 'Aufgabe ist', 'Aufgaben sind')} erledigt.`,
      nothing: 'Davon ist in IServ nichts zu tun.',
    },
  },
});

export const pageText = bilingual({
  en: {
    title: 'To do in IServ',
    of: (name: string) => `To do in IServ: ${name}`,
    class: (name: string) => `class ${name}`,
    others: 'others',
    columns: ['Account', 'Name', 'To do', 'Becomes', 'Why', 'Done'],
    printed: (day: string) => `As of ${day}. Destroy this list when it is worked off.`,
  },
  de: {
    title: 'In IServ zu tun',
    of: (name) => `In IServ zu tun: ${name}`,
    class: (name) => `Klasse ${name}`,
    others: 'Übrige',
    columns: ['Account', 'Name', 'Zu tun', 'Neu', 'Warum', 'Erledigt'],
    printed: (day) => `Stand ${day}. Diese Liste vernichten, wenn sie abgearbeitet ist.`,
  },
});
