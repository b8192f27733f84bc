import { bilingual, count } from '../language.ts';

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

/** What is said at the desk about leavers. */
export const text = bilingual({
  en: {
    accounts: 'the accounts',
    account: 'the account',
    /** A kind of leaving in words; what a person said stays as it is. */
    reason: (reason: string) => reasons.en[reason] ?? reason,
    schedule: {
      summary: 'put people on the leaver schedule, or move their dates; guardians go with the last child',
      leftOn: 'the last day at the school',
      deleteOn: 'the day of deletion, instead of the one that the settings give',
      reason: 'why, in a few words',
      askLeftOn: 'Last day at the school (2026-07-31)?',
      atOnce: (account: string) =>
        `The next nightly run deletes ${account}. If that is wrong: schulkonto leaver cancel ${account}`,
      unchanged: 'Nothing to change: they are on the schedule with these dates.',
    },
    cancel: { summary: 'take people off the leaver schedule, and their guardians with them' },
    scheduled: (account: string, locked: string, deleted: string) =>
      `${account} will be locked from ${locked} and deleted on ${deleted}.`,
    cancelled: (account: string) => `${account} stays.`,
    hold: {
      summary: 'stop the deletion of somebody until it is released',
      reason: 'why; it is shown wherever the deletion is',
      askReason: 'Why must the data stay?',
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
      preview: (people: number) =>
        `${count('en', people, 'person has', 'people have')} to be told. Print with --out FILE.html or --csv FILE; then they count as told.`,
      done: (people: number, files: string) =>
        `${count('en', people, 'person', 'people')} to be told: ${files}. They count as told now.`,
    },
  },
  de: {
    accounts: 'die Konten',
    account: 'das Konto',
    reason: (reason) => reasons.de[reason] ?? reason,
    schedule: {
      summary:
        'Personen als Abgänger vormerken oder ihre Daten ändern; Erziehungsberechtigte gehen mit dem letzten Kind',
      leftOn: 'der letzte Tag an der Schule',
      deleteOn: 'der Tag der Löschung statt dem aus den Einstellungen',
      reason: 'warum, in ein paar Worten',
      askLeftOn: 'Letzter Tag an der Schule (2026-07-31)?',
      atOnce: (account) =>
        `Der nächste nächtliche Lauf löscht ${account}. Wenn das falsch ist: schulkonto leaver cancel ${account}`,
      unchanged: 'Nichts zu ändern: sie sind mit diesen Daten vorgemerkt.',
    },
    cancel: { summary: 'Personen von der Liste der Abgänger nehmen, ihre Erziehungsberechtigten mit ihnen' },
    scheduled: (account, locked, deleted) => `${account} wird ab ${locked} gesperrt und am ${deleted} gelöscht.`,
    cancelled: (account) => `${account} bleibt.`,
    hold: {
      summary: 'die Löschung einer Person anhalten (Löschsperre), bis sie freigegeben wird',
      reason: 'warum; steht überall, wo die Löschung steht',
      askReason: 'Warum müssen die Daten bleiben?',
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
      preview: (people) =>
        `${count('de', people, 'Person ist', 'Personen sind')} zu benachrichtigen. Drucken mit --out DATEI.html oder --csv DATEI; dann gelten sie als benachrichtigt.`,
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
    columns: ['Name', 'Account', 'Locked from', 'Deleted on', 'Told on'],
    printed: (day: string) => `Printed on ${day}. For the class teacher; not for the notice board.`,
  },
  de: {
    title: 'Dateien sichern',
    of: (group) => `Dateien sichern – ${group}`,
    class: (name) => `Klasse ${name}`,
    guardians: 'Erziehungsberechtigte',
    others: 'ohne Klasse',
    what: (school) =>
      `Diese Konten enden (${school}). Wer Dateien, E-Mails oder Adressen behalten möchte, muss sie sichern, bevor das Konto gesperrt wird: nach der Nutzungsordnung ist dafür jeder Nutzer selbst verantwortlich. Danach wird alles gelöscht und kann nicht zurückgeholt werden.`,
    columns: ['Name', 'Konto', 'Gesperrt ab', 'Gelöscht am', 'Gesagt am'],
    printed: (day) => `Gedruckt am ${day}. Für die Klassenleitung; nicht zum Aushang.`,
  },
});
