import { bilingual, count, listed, number } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'bring the registry up to the roster of the administration software',
    file: 'the roster, as the administration software exports it',
    role: 'whom the file lists',
    format: 'the program that wrote it, where its header does not tell (see "roster formats")',
    encoding: 'its encoding, where it is not found out',
    delimiter: 'what stands between its columns: one character, or tab',
    map: 'a column that the header names unusually: import-id, account, given-name, family-name, class, groups, birth-date, email, child-id or status = its name or number',
    source: 'where its import IDs come from; people of other sources are not touched',
    partial: 'the file does not hold everybody: who is absent stays',
    dryRun: 'show what would change, and change nothing',
    approve: 'do what waits for approval in the plan of this name',
    same: 'OLD=NEW: the person with this import ID in the registry is the one with that ID in the file; all: whoever agrees one to one in name and birth date',
    different: 'OLD=NEW: they are two people',
    skipFaulty: 'leave faulty lines out; nobody on them counts as missing',
    recognised: (file: string, format: string, encoding: string, delimiter: string) =>
      `${file}: ${format}, ${encoding}, separator ${delimiter}.`,
    surplus: (columns: string[]) => `Not read: ${listed('en', columns)}.`,
    tab: 'tab',
    counts: {
      created: 'New',
      changed: 'Changed',
      unchanged: 'Unchanged',
      returned: 'Back',
      leaving: 'Leaving',
      held: 'Waiting',
      skipped: 'Left out',
    },
    lists: {
      created: 'New',
      changed: 'Changed',
      moved: 'Changed class',
      returned: 'Back, no longer leaving',
      leaving: 'Leaving',
      guardiansLeaving: 'Guardians who go with their last child',
      guardiansReturned: 'Guardians who come back with a child',
      missing: 'Not in the file (nothing is done about it)',
      doubles: 'One guardian, or two?',
      suspects: 'The same person?',
      waiting: 'Changes that wait',
      problems: 'Faulty lines, left out',
    },
    columns: {
      person: ['Account', 'Name', 'Class'],
      guardians: ['Account', 'Name'],
      doubles: ['Name', 'Lines', 'Addresses'],
      moved: ['Class', 'People'],
      changed: ['Account', 'Name', 'Change'],
      leaving: ['Account', 'Name', 'Class', ''],
      suspects: ['In the registry', 'In the file', 'Why'],
      answers: ['No.', 'When', 'By', 'Answer', 'Person', 'Line'],
    },
    more: (rest: number) => `… and ${number('en', rest)} more; all with --dry-run`,
    waits: 'waits',
    because: {
      'another-person': 'the ID is of somebody else so far',
      'same-birth-date-similar-name': 'same birth date, similar name',
      'same-name-no-birth-date': 'same name, no birth date',
      'same-name-amended-birth-date': 'same name, almost the same birth date',
      'same-email': 'same e-mail address, similar name',
      'same-child': 'a child in common, similar name',
      'similar-name-same-class': 'similar name, same class',
      'same-birth-date-family-class': 'same birth date, family name and class',
    },
    /** What waits for approval. */
    approvals: {
      again: (people: number) =>
        `This very file was imported before, and another one since: nothing is done by it. It would change ${count('en', people, 'person', 'people')}.`,
      'nobody-known': (people: number, of: number) =>
        `The file holds nobody of the ${number('en', of)} it should know, so nothing is done: ${count('en', people, 'change waits', 'changes wait')}. Is it the right one?`,
      identity: (people: number, of: number) =>
        `Name or birth date of ${number('en', people)} of ${number('en', of)} would change. These changes wait.`,
      'year-back': (people: number, of: number) =>
        `${number('en', people)} of ${number('en', of)} would go back a year. These changes wait.`,
      emptied: (people: number, of: number) =>
        `${number('en', people)} of ${number('en', of)} would lose something to an empty cell. These changes wait.`,
      returned: (people: number, of: number) =>
        `${count('en', people, 'scheduled deletion', 'scheduled deletions')} would be cancelled, of ${number('en', of)} people in the file. They wait.`,
    },
    causes: {
      'names-in-capitals': 'The names are in capitals.',
      'umlauts-spelled-out': 'The umlauts are spelled out (ae for ä).',
      'marks-lost': 'The names are spelled with other marks or hyphens.',
      'names-exchanged': 'Given name and family name are exchanged.',
      'dates-four-years-early': 'All dates are four years and a day off: a spreadsheet counts days from 1904.',
      'day-and-month-exchanged': 'Day and month are exchanged.',
      'column-sorted': 'One column was sorted by itself: the IDs stand beside other people. Export the file again.',
      'zeros-lost': 'The import IDs have lost their leading zeros.',
      'ids-changed': 'The import IDs are others: has the program changed?',
      'ids-new': 'The people are known without import IDs, and have some now.',
      'new-source': 'The people are known under another source. Is --source right?',
      'last-years-file': 'Is it an old file?',
      'cells-emptied': 'Is a column of the file empty by mistake?',
      'one-class': 'The file holds one class alone. If it is a part of the school: --partial',
      'one-year': 'The file holds one year alone. If it is a part of the school: --partial',
      'empty-file': 'The file holds nobody.',
    },
    about: { student: 'Students', teacher: 'Teachers', guardian: 'Guardians', staff: 'Staff' },
    noIds:
      'The file has no import IDs: people are known by name and birth date, failing that by name and class. Whoever is called otherwise is a question.',
    sameAllWith: (people: number) =>
      `${count('en', people, 'pair agrees', 'pairs agree')} one to one in name and birth date (or class): --same all takes each for one person.`,
    lastYearGuess: (year: string) =>
      `The last year is taken to be ${year}. Say so once: schulkonto settings set school.last-year ${year}`,
    lastYearUnknown: (setting: string) => `No class is of the last year ${setting} that school.last-year names.`,
    held: (leaving: number, of: number, classes: string[]) =>
      classes.length > 0
        ? `Nobody leaves yet: ${count('en', classes.length, 'class', 'classes')} would lose everybody (${listed('en', classes)}). Is the whole school in the file?`
        : `Nobody leaves yet: ${count('en', leaving, 'person', 'people')} of ${number('en', of)} would leave who are not in the last year. Is the whole school in the file?`,
    approveWith: (plan: string) => `If what waits is right, say so with: --approve ${plan}`,
    answerWith: (old: string, arriving: string) =>
      `Both of each pair wait. Answer with --same ${old}=${arriving} or --different ${old}=${arriving}, and so on.`,
    anonymous: 'A faulty line does not say whom it is about, so nobody counts as missing.',
    oneGuardian:
      'The same name with different addresses, and a child or a family name in common: if it is one person, make the addresses agree in the file; here and in IServ they are two.',
    noAddress: 'none',
    ask: {
      pair: (old: string, arriving: string) =>
        `Is ${old} (in the registry) the same person as ${arriving} (in the file)?`,
      lines: (one: string, arriving: string) => `Is ${one} the same person as ${arriving} (both in the file)?`,
      all: (people: number) =>
        `${count('en', people, 'pair agrees', 'pairs agree')} one to one in name and birth date (or class). Is each of them one person?`,
      each: 'ask about each of them',
      allSame: 'yes, each is one person with a new import ID',
      lastYear: 'After which year do students leave the school?',
      noLastYear: 'there is no such year yet (the school is still growing)',
      role: 'Whom does the file list?',
      same: 'yes, one person',
      different: 'no, two people',
      later: 'not now; both wait',
    },
    sure: (changes: string) => `Apply this: ${changes}?`,
    summaryOf: (counts: { created: number; changed: number; returned: number; leaving: number }) =>
      [
        `${number('en', counts.created)} new`,
        `${number('en', counts.changed)} changed`,
        `${number('en', counts.returned)} back`,
        `${number('en', counts.leaving)} leaving`,
      ].join(', '),
    dryRunDone: 'Nothing was changed: this was the plan.',
    nothingToDo: 'The registry agrees with the file: nothing to change.',
    nothingButHeld: 'Nothing was changed.',
    done: (run: number, changes: string) =>
      `Done as run ${run}: ${changes}. It can be looked at with "schulkonto roster show ${run}" and taken back with "schulkonto roster undo ${run}".`,
  },
  de: {
    summary: 'das Register auf den Stand der Schülerliste aus der Verwaltungssoftware bringen',
    file: 'die Schülerliste, wie die Verwaltungssoftware sie exportiert',
    role: 'wen die Datei auflistet',
    format: 'das Programm, das sie geschrieben hat, wenn die Kopfzeile es nicht verrät (siehe „roster formats“)',
    encoding: 'ihre Kodierung, wenn sie nicht erkannt wird',
    delimiter: 'was zwischen den Spalten steht: ein Zeichen, oder tab',
    map: 'eine Spalte mit ungewöhnlichem Namen: import-id, account, given-name, family-name, class, groups, birth-date, email, child-id oder status = ihr Name oder ihre Nummer',
    source: 'woher die Import-IDs kommen; Personen anderer Quellen bleiben unberührt',
    partial: 'die Datei enthält nicht alle: wer fehlt, bleibt',
    dryRun: 'zeigen, was sich ändern würde, und nichts ändern',
    approve: 'tun, was im Plan dieses Namens auf Freigabe wartet',
    same: 'ALT=NEU: die Person mit dieser Import-ID im Register ist die mit jener ID in der Datei; all: alle, die eins zu eins in Name und Geburtsdatum übereinstimmen',
    different: 'ALT=NEU: es sind zwei Personen',
    skipFaulty: 'fehlerhafte Zeilen auslassen; niemand darauf gilt als fehlend',
    recognised: (file, format, encoding, delimiter) => `${file}: ${format}, ${encoding}, Trennzeichen ${delimiter}.`,
    surplus: (columns) => `Nicht gelesen: ${listed('de', columns)}.`,
    tab: 'Tabulator',
    counts: {
      created: 'Neu',
      changed: 'Geändert',
      unchanged: 'Unverändert',
      returned: 'Zurück',
      leaving: 'Gehen ab',
      held: 'Warten',
      skipped: 'Ausgelassen',
    },
    lists: {
      created: 'Neu',
      changed: 'Geändert',
      moved: 'Andere Klasse',
      returned: 'Zurück, gehen nicht mehr ab',
      leaving: 'Gehen ab',
      guardiansLeaving: 'Erziehungsberechtigte, die mit dem letzten Kind gehen',
      guardiansReturned: 'Erziehungsberechtigte, die mit einem Kind zurückkommen',
      missing: 'Nicht in der Datei (es geschieht nichts)',
      doubles: 'Eine Person oder zwei?',
      suspects: 'Dieselbe Person?',
      waiting: 'Änderungen, die warten',
      problems: 'Fehlerhafte Zeilen, ausgelassen',
    },
    columns: {
      person: ['Konto', 'Name', 'Klasse'],
      guardians: ['Konto', 'Name'],
      doubles: ['Name', 'Zeilen', 'Adressen'],
      moved: ['Klasse', 'Personen'],
      changed: ['Konto', 'Name', 'Änderung'],
      leaving: ['Konto', 'Name', 'Klasse', ''],
      suspects: ['Im Register', 'In der Datei', 'Warum'],
      answers: ['Nr.', 'Wann', 'Wer', 'Antwort', 'Person', 'Zeile'],
    },
    more: (rest) => `… und ${number('de', rest)} weitere; alle mit --dry-run`,
    waits: 'wartet',
    because: {
      'another-person': 'die ID gehört bisher jemand anderem',
      'same-birth-date-similar-name': 'gleiches Geburtsdatum, ähnlicher Name',
      'same-name-no-birth-date': 'gleicher Name, kein Geburtsdatum',
      'same-name-amended-birth-date': 'gleicher Name, fast gleiches Geburtsdatum',
      'same-email': 'gleiche E-Mail-Adresse, ähnlicher Name',
      'same-child': 'gemeinsames Kind, ähnlicher Name',
      'similar-name-same-class': 'ähnlicher Name, gleiche Klasse',
      'same-birth-date-family-class': 'gleiches Geburtsdatum, gleicher Nachname, gleiche Klasse',
    },
    approvals: {
      again: (people) =>
        `Genau diese Datei wurde schon eingelesen, und seither eine andere: nichts davon geschieht. Sie würde ${count('de', people, 'Person', 'Personen')} ändern.`,
      'nobody-known': (people, of) =>
        `Von den ${number('de', of)} Personen, die sie kennen müsste, enthält die Datei niemanden; deshalb geschieht nichts: ${count('de', people, 'Änderung wartet', 'Änderungen warten')}. Ist es die richtige?`,
      identity: (people, of) =>
        `Name oder Geburtsdatum von ${number('de', people)} von ${number('de', of)} würden sich ändern. Diese Änderungen warten.`,
      'year-back': (people, of) =>
        `${number('de', people)} von ${number('de', of)} kämen einen Jahrgang zurück. Diese Änderungen warten.`,
      emptied: (people, of) =>
        `${number('de', people)} von ${number('de', of)} verlören etwas durch eine leere Zelle. Diese Änderungen warten.`,
      returned: (people, of) =>
        `${count('de', people, 'vorgemerkte Löschung', 'vorgemerkte Löschungen')} würden aufgehoben, bei ${number('de', of)} Personen in der Datei. Sie warten.`,
    },
    causes: {
      'names-in-capitals': 'Die Namen stehen in Großbuchstaben.',
      'umlauts-spelled-out': 'Die Umlaute sind ausgeschrieben (ae statt ä).',
      'marks-lost': 'Die Namen sind mit anderen Zeichen oder Bindestrichen geschrieben.',
      'names-exchanged': 'Vor- und Nachname sind vertauscht.',
      'dates-four-years-early': 'Alle Daten liegen vier Jahre und einen Tag daneben: eine Tabelle zählt Tage ab 1904.',
      'day-and-month-exchanged': 'Tag und Monat sind vertauscht.',
      'column-sorted':
        'Eine Spalte wurde für sich sortiert: die IDs stehen bei anderen Personen. Die Datei neu exportieren.',
      'zeros-lost': 'Die Import-IDs haben ihre führenden Nullen verloren.',
      'ids-changed': 'Die Import-IDs sind andere: hat das Programm gewechselt?',
      'ids-new': 'Die Personen sind ohne Import-ID bekannt und haben jetzt eine.',
      'new-source': 'Die Personen sind unter einer anderen Quelle bekannt. Stimmt --source?',
      'last-years-file': 'Ist es eine alte Datei?',
      'cells-emptied': 'Ist eine Spalte der Datei versehentlich leer?',
      'one-class': 'Die Datei enthält nur eine Klasse. Ist es ein Teil der Schule: --partial',
      'one-year': 'Die Datei enthält nur einen Jahrgang. Ist es ein Teil der Schule: --partial',
      'empty-file': 'Die Datei enthält niemanden.',
    },
    about: { student: 'Schüler', teacher: 'Lehrkräfte', guardian: 'Erziehungsberechtigte', staff: 'Mitarbeiter' },
    noIds:
      'Die Datei hat keine Import-IDs: Personen werden an Name und Geburtsdatum erkannt, sonst an Name und Klasse. Wer anders heißt, ist eine Frage.',
    sameAllWith: (people) =>
      `${count('de', people, 'Paar stimmt', 'Paare stimmen')} eins zu eins in Name und Geburtsdatum (oder Klasse) überein: --same all nimmt jedes für eine Person.`,
    lastYearGuess: (year) =>
      `Als letzter Jahrgang gilt ${year}. Einmal festhalten: schulkonto settings set school.last-year ${year}`,
    lastYearUnknown: (setting) => `Keine Klasse gehört zum letzten Jahrgang ${setting}, den school.last-year nennt.`,
    held: (leaving, of, classes) =>
      classes.length > 0
        ? `Noch geht niemand ab: ${count('de', classes.length, 'Klasse verlöre', 'Klassen verlören')} alle (${listed('de', classes)}). Steht die ganze Schule in der Datei?`
        : `Noch geht niemand ab: ${count('de', leaving, 'Person', 'Personen')} von ${number('de', of)} außerhalb des letzten Jahrgangs würden abgehen. Steht die ganze Schule in der Datei?`,
    approveWith: (plan) => `Ist richtig, was wartet, dann mit: --approve ${plan}`,
    answerWith: (old, arriving) =>
      `Beide jedes Paars warten. Antworten mit --same ${old}=${arriving} oder --different ${old}=${arriving}, und so weiter.`,
    anonymous: 'Eine fehlerhafte Zeile sagt nicht, wen sie meint; deshalb gilt niemand als fehlend.',
    oneGuardian:
      'Derselbe Name mit verschiedenen Adressen und ein Kind oder Familienname gemeinsam: ist es eine Person, die Adressen in der Datei angleichen; hier und in IServ sind es zwei.',
    noAddress: 'keine',
    ask: {
      pair: (old, arriving) => `Ist ${old} (im Register) dieselbe Person wie ${arriving} (in der Datei)?`,
      lines: (one, arriving) => `Ist ${one} dieselbe Person wie ${arriving} (beide in der Datei)?`,
      all: (people) =>
        `${count('de', people, 'Paar stimmt', 'Paare stimmen')} eins zu eins in Name und Geburtsdatum (oder Klasse) überein. Ist jedes davon eine Person?`,
      each: 'nach jedem einzeln fragen',
      allSame: 'ja, jedes ist eine Person mit neuer Import-ID',
      lastYear: 'Nach welchem Jahrgang verlässt man die Schule?',
      noLastYear: 'diesen Jahrgang gibt es noch nicht (die Schule wächst noch)',
      role: 'Wen listet die Datei auf?',
      same: 'ja, eine Person',
      different: 'nein, zwei Personen',
      later: 'später; beide warten',
    },
    sure: (changes) => `Das anwenden: ${changes}?`,
    summaryOf: (counts) =>
      [
        `${number('de', counts.created)} neu`,
        `${number('de', counts.changed)} geändert`,
        `${number('de', counts.returned)} zurück`,
        `${number('de', counts.leaving)} gehen ab`,
      ].join(', '),
    dryRunDone: 'Nichts wurde geändert: das war der Plan.',
    nothingToDo: 'Das Register stimmt mit der Datei überein: nichts zu ändern.',
    nothingButHeld: 'Nichts wurde geändert.',
    done: (run, changes) =>
      `Erledigt als Importlauf ${run}: ${changes}. Ansehen mit „schulkonto roster show ${run}“, zurücknehmen mit „schulkonto roster undo ${run}“.`,
  },
});
