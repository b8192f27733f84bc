import { bilingual, count } from '../language.ts';
import type { Obstacle } from './rules.ts';

const reasons = bilingual({
  en: {
    missing: 'missing from the roster',
    'marked-left': 'marked as left in the roster',
    'last-child-left': 'the last child leaves',
    withdrawal: 'consent withdrawn',
    'by-hand': 'by hand',
  } as Record<string, string>,
  de: {
    missing: 'fehlt in der Schülerliste',
    'marked-left': 'in der Schülerliste als abgegangen markiert',
    'last-child-left': 'das letzte Kind geht',
    withdrawal: 'Einwilligung widerrufen',
    'by-hand': 'von Hand',
  },
});

const obstacleWords: Record<'en' | 'de', Record<Obstacle, (account: string) => string>> = {
  en: {
    'on-hold': (account) => `on hold (leaver release ${account})`,
    'open-incident': (account) => `an incident is open (incident list ${account})`,
    'to-inform': (account) => `must first hear of an inspection (incident list ${account})`,
    restricted: (account) => `the data may only be kept (request lift ${account})`,
    'not-told': (account) => `not told in time to save files (leaver notices ${account})`,
    present: (account) =>
      `a roster has them as present (leaver cancel ${account}, or leaver schedule ${account} with a new day)`,
  },
  de: {
    'on-hold': (account) => `Löschsperre (leaver release ${account})`,
    'open-incident': (account) => `ein Vorfall ist offen (incident list ${account})`,
    'to-inform': (account) => `muss erst von einer Einsicht erfahren (incident list ${account})`,
    restricted: (account) => `die Daten bleiben nur gespeichert (request lift ${account})`,
    'not-told': (account) => `nicht rechtzeitig benachrichtigt (leaver notices ${account})`,
    present: (account) =>
      `steht in einer Liste als anwesend (leaver cancel ${account}, oder leaver schedule ${account} mit neuem Tag)`,
  },
};

/** What is said at the desk about leavers. */
export const text = bilingual({
  en: {
    accounts: 'the accounts',
    account: 'the account',
    /** A kind of leaving in words; what a person said stays as it is. */
    reason: (reason: string) => reasons.en[reason] ?? reason,
    /** What stands against a deletion, with the command that ends it. */
    obstacle: (what: Obstacle, account: string) => obstacleWords.en[what](account),
    schedule: {
      summary: 'put people on the leaver schedule, or move their dates; guardians go with the last child',
      leftOn: 'the last day at the school',
      deleteOn: 'the day of deletion, instead of the one that the settings give',
      reason: 'why, in a few words',
      askLeftOn: 'Last day at the school (2026-07-31)?',
      atRequest: 'the person asked to be deleted: they know of it, and with --delete-on it can be at once',
      atOnce: (account: string) => `The next nightly run deletes ${account}; after that nobody can bring them back.`,
      wished: (account: string, who: string, left: string, locked: string, deleted: string) =>
        `${account} (${who}): leaves on ${left}, locked from ${locked}, deleted on ${deleted}.`,
      sure: (people: number) => `Put ${count('en', people, 'person', 'people')} on the schedule?`,
      unchanged: 'Nothing to change: they are on the schedule with these dates.',
      waits: (account: string, why: string) => `The deletion of ${account} waits for now: ${why}`,
    },
    cancel: { summary: 'take people off the leaver schedule, and their guardians with them' },
    scheduled: (account: string, locked: string, deleted: string) =>
      `${account} will be locked from ${locked} and deleted on ${deleted}.`,
    cancelled: (account: string) => `${account} stays.`,
    hold: {
      summary: 'stop the deletion of somebody until it is released',
      reason: 'why; it is shown wherever the deletion is',
      review: 'the day on which to look at it again (else in leaver.hold-review-days)',
      case: 'the number under which the case is kept elsewhere',
      askReason: 'Why must the data stay?',
      reviewed: (day: string) => `It comes back into status on ${day}.`,
      done: (account: string) => `${account} is not deleted until the hold is released; guardians neither.`,
    },
    release: {
      summary: 'let the deletion of somebody go on',
      done: (account: string) => `${account} is no longer on hold.`,
      again: (account: string, deleted: string) => `${account} is no longer on hold and will be deleted on ${deleted}.`,
    },
    list: {
      summary: 'list who leaves, and when what happens',
      accounts: 'only these accounts',
      columns: ['Account', 'Name', 'Class', 'Left on', 'Locked from', 'Deleted on', 'Told', 'Why'],
      hold: (reason: string) => `HOLD: ${reason}`,
      waits: 'waits',
      notBefore: (day: string) => `${day}, if told today`,
      nobody: 'Nobody leaves.',
      count: (people: number) => `${count('en', people, 'person', 'people')}.`,
    },
    notices: {
      summary: 'print who must be told to save their files; each is told once, and again when a date moves',
      out: 'write a page for each class to this new file',
      csv: 'write a list for a mail merge to this new file',
      again: 'also who was told already',
      columns: ['Class', 'Name', 'Account', 'Locked from', 'Deleted on'],
      nobody: 'Nobody has to be told anything.',
      letters: 'a letter to each person instead of a sheet for each class',
      told: 'they were told: with a file of this run, or by another way',
      on: 'the day on which they were told, if not today',
      askTold: (files: string) => `Written: ${files}. Were they handed out?`,
      yesTold: 'Yes: they count as told from today',
      notYet: 'Not yet (later: schulkonto leaver notices --told)',
      preview: (people: number) =>
        `${count('en', people, 'person has', 'people have')} to be told. Print with --out FILE.html or --csv FILE; once that is handed out: schulkonto leaver notices --told`,
      printed: (people: number, files: string) =>
        `${count('en', people, 'person', 'people')} to be told: ${files}. Printed is not told; once it is handed out: schulkonto leaver notices --told`,
      toldNow: (people: number, day: string) =>
        `${count('en', people, 'person counts', 'people count')} as told on ${day}.`,
      done: (people: number, files: string) =>
        `${count('en', people, 'person', 'people')} to be told: ${files}. They count as told now.`,
    },
  },
  de: {
    accounts: 'die Konten',
    account: 'das Konto',
    reason: (reason) => reasons.de[reason] ?? reason,
    obstacle: (what, account) => obstacleWords.de[what](account),
    schedule: {
      summary:
        'Personen als Abgänger vormerken oder ihre Daten ändern; Erziehungsberechtigte gehen mit dem letzten Kind',
      leftOn: 'der letzte Tag an der Schule',
      deleteOn: 'der Tag der Löschung statt dem aus den Einstellungen',
      reason: 'warum, in ein paar Worten',
      askLeftOn: 'Letzter Tag an der Schule (2026-07-31)?',
      atRequest: 'die Person hat um Löschung gebeten: sie weiß davon, und mit --delete-on geht es sofort',
      atOnce: (account) => `Der nächste nächtliche Lauf löscht ${account}; danach holt niemand die Person zurück.`,
      wished: (account, who, left, locked, deleted) =>
        `${account} (${who}): Abgang am ${left}, gesperrt ab ${locked}, Löschung am ${deleted}.`,
      sure: (people) => `${count('de', people, 'Person', 'Personen')} vormerken?`,
      unchanged: 'Nichts zu ändern: sie sind mit diesen Daten vorgemerkt.',
      waits: (account, why) => `Die Löschung von ${account} wartet vorerst: ${why}`,
    },
    cancel: { summary: 'Personen von der Liste der Abgänger nehmen, ihre Erziehungsberechtigten mit ihnen' },
    scheduled: (account, locked, deleted) => `${account} wird ab ${locked} gesperrt und am ${deleted} gelöscht.`,
    cancelled: (account) => `${account} bleibt.`,
    hold: {
      summary: 'die Löschung einer Person anhalten (Löschsperre), bis sie freigegeben wird',
      reason: 'warum; steht überall, wo die Löschung steht',
      review: 'der Tag, an dem sie zu prüfen ist (sonst nach leaver.hold-review-days)',
      case: 'das Aktenzeichen, unter dem der Fall woanders geführt wird',
      askReason: 'Warum müssen die Daten bleiben?',
      reviewed: (day) => `Am ${day} steht sie wieder in status.`,
      done: (account) =>
        `${account} wird nicht gelöscht, bis die Löschsperre aufgehoben ist; die Erziehungsberechtigten auch nicht.`,
    },
    release: {
      summary: 'eine Löschsperre aufheben',
      done: (account) => `${account} hat keine Löschsperre mehr.`,
      again: (account, deleted) => `${account} hat keine Löschsperre mehr und wird am ${deleted} gelöscht.`,
    },
    list: {
      summary: 'zeigen, wer abgeht und wann was geschieht',
      accounts: 'nur diese Konten',
      columns: ['Konto', 'Name', 'Klasse', 'Abgang', 'Sperrung ab', 'Löschung', 'Gesagt', 'Warum'],
      hold: (reason) => `LÖSCHSPERRE: ${reason}`,
      waits: 'wartet',
      notBefore: (day) => `${day}, wenn heute benachrichtigt`,
      nobody: 'Niemand geht ab.',
      count: (people) => `${count('de', people, 'Person', 'Personen')}.`,
    },
    notices: {
      summary: 'drucken, wer Dateien sichern muss; jede Person einmal, und wieder, wenn sich ein Tag ändert',
      out: 'eine Seite je Klasse in diese neue Datei schreiben',
      csv: 'eine Liste für einen Serienbrief in diese neue Datei schreiben',
      again: 'auch, wer es schon weiß',
      columns: ['Klasse', 'Name', 'Konto', 'Sperrung ab', 'Löschung am'],
      nobody: 'Niemandem ist etwas zu sagen.',
      letters: 'ein Brief an jede Person statt eines Blatts je Klasse',
      told: 'sie sind benachrichtigt: mit der Datei dieses Aufrufs oder auf anderem Weg',
      on: 'der Tag, an dem sie es erfahren haben, wenn nicht heute',
      askTold: (files) => `Geschrieben: ${files}. Ist es ausgeteilt?`,
      yesTold: 'Ja: von heute an gelten sie als benachrichtigt',
      notYet: 'Noch nicht (später: schulkonto leaver notices --told)',
      preview: (people) =>
        `${count('de', people, 'Person ist', 'Personen sind')} zu benachrichtigen. Drucken mit --out DATEI.html oder --csv DATEI; wenn es ausgeteilt ist: schulkonto leaver notices --told`,
      printed: (people, files) =>
        `${count('de', people, 'Person', 'Personen')} zu benachrichtigen: ${files}. Gedruckt ist nicht gesagt; wenn es ausgeteilt ist: schulkonto leaver notices --told`,
      toldNow: (people, day) =>
        `${count('de', people, 'Person gilt', 'Personen gelten')} seit ${day} als benachrichtigt.`,
      done: (people, files) =>
        `${count('de', people, 'Person', 'Personen')} zu benachrichtigen: ${files}. Sie gelten jetzt als benachrichtigt.`,
    },
  },
});

/** What is printed for the classes, in the language of the school. */
export const pageText = bilingual({
  en: {
    title: 'Save your files',
    of: (group: string) => `Save your files – ${group}`,
    class: (name: string) => `class ${name}`,
    guardians: 'guardians',
    others: 'without a class',
    what: (school: string) =>
      `These accounts of ${school} end. Whoever wants to keep files, mails or addresses must save them before the account is locked: the terms of use make that the users' own duty. Afterwards everything is deleted and can't be brought back.`,
    columns: ['Name', 'Account', 'Locked from', 'Deleted on', 'Note', 'Told on'],
    isLocked: 'locked already',
    printed: (day: string) => `Printed on ${day}. For the class teacher; not for the notice board.`,
    /** Who can't log in can't save files: whom to ask. */
    cantLogIn: (until: string) =>
      `Can't log in any more: ask the school's administrators for files, at the latest on ${until}.`,
    onHold: 'The deletion is on hold; the data stays until that ends.',
    waits: 'The deletion waits; the day will be told.',
    dear: (name: string) => `Dear ${name},`,
    letter: (account: string, school: string, locked: string, deleted: string) =>
      `your account ${account} at ${school} ends. You can use it until ${locked}; from that day it is locked, and on ${deleted} it is deleted with everything in it.`,
    letterLocked: (account: string, school: string, deleted: string) =>
      `your account ${account} at ${school} is closed, and on ${deleted} it is deleted with everything in it.`,
    letterWaits: (account: string, school: string) => `your account ${account} at ${school} ends.`,
    save: 'Whoever wants to keep files, mails or addresses must save them before that: the terms of use make it your own duty. Afterwards nothing can be brought back.',
    iserv:
      'In IServ, a deleted account can still be restored by the administrators for 90 days; copies of the server’s data can hold it for up to 180 days more. After that it is gone there, too.',
    signed: (school: string, day: string) => `${school}, ${day}`,
  },
  de: {
    title: 'Dateien sichern',
    of: (group) => `Dateien sichern – ${group}`,
    class: (name) => `Klasse ${name}`,
    guardians: 'Erziehungsberechtigte',
    others: 'ohne Klasse',
    what: (school) =>
      `Diese Konten enden (${school}). Wer Dateien, E-Mails oder Adressen behalten möchte, muss sie sichern, bevor das Konto gesperrt wird: nach der Nutzungsordnung ist dafür jeder Nutzer selbst verantwortlich. Danach wird alles gelöscht und kann nicht zurückgeholt werden.`,
    columns: ['Name', 'Konto', 'Gesperrt ab', 'Gelöscht am', 'Hinweis', 'Gesagt am'],
    isLocked: 'schon gesperrt',
    printed: (day) => `Gedruckt am ${day}. Für die Klassenleitung; nicht zum Aushang.`,
    cantLogIn: (until) =>
      `Anmelden geht nicht mehr: Dateien bei den Administratoren der Schule erbitten, spätestens am ${until}.`,
    onHold: 'Die Löschung ist gesperrt; die Daten bleiben, bis das endet.',
    waits: 'Die Löschung wartet; der Tag wird mitgeteilt.',
    dear: (name) => `Guten Tag ${name},`,
    letter: (account, school, locked, deleted) =>
      `das Konto ${account} (${school}) endet. Es ist vom ${locked} an gesperrt und wird am ${deleted} mit allem gelöscht, was darin ist.`,
    letterLocked: (account, school, deleted) =>
      `das Konto ${account} (${school}) ist geschlossen und wird am ${deleted} mit allem gelöscht, was darin ist.`,
    letterWaits: (account, school) => `das Konto ${account} (${school}) endet.`,
    save: 'Wer Dateien, E-Mails oder Adressen behalten möchte, muss sie vorher sichern: nach der Nutzungsordnung ist dafür jeder Nutzer selbst verantwortlich. Danach kann nichts zurückgeholt werden.',
    iserv:
      'In IServ lässt sich ein gelöschtes Konto noch 90 Tage lang durch die Administratoren zurückholen; Kopien der Serverdaten können es bis zu 180 Tage länger enthalten. Danach ist es auch dort fort.',
    signed: (school, day) => `${school}, ${day}`,
  },
});
