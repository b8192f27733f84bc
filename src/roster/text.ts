import { bilingual, count, listed, number } from '../language.ts';

const fields = {
  en: {
    importId: 'import ID',
    givenName: 'given name',
    familyName: 'family name',
    class: 'class',
    birthDate: 'birth date',
    email: 'e-mail',
    groups: 'groups',
    children: 'children',
    source: 'source',
    leaving: 'leaving',
  } as Record<string, string>,
  de: {
    importId: 'Import-ID',
    givenName: 'Vorname',
    familyName: 'Nachname',
    class: 'Klasse',
    birthDate: 'Geburtsdatum',
    email: 'E-Mail',
    groups: 'Gruppen',
    children: 'Kinder',
    source: 'Quelle',
    leaving: 'Abgang',
  } as Record<string, string>,
};

export const text = bilingual({
  en: {
    noun: 'the roster of the administration software: in and out',
    import: {
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
      approve: 'let those leave whom the plan of this name holds back',
      same: 'OLD=NEW: the person with this import ID in the registry is the one with that ID in the file',
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
        returned: 'Back, no longer leaving',
        leaving: 'Leaving',
        guardiansLeaving: 'Guardians who go with their last child',
        guardiansReturned: 'Guardians who come back with a child',
        missing: 'Not in the file (nothing is done about it)',
        suspects: 'The same person?',
        problems: 'Faulty lines, left out',
      },
      columns: {
        person: ['Account', 'Name', 'Class'],
        changed: ['Account', 'Name', 'Change'],
        leaving: ['Account', 'Name', 'Class', ''],
        suspects: ['In the registry', 'In the file', 'Why'],
      },
      fields: fields.en,
      nothing: 'nothing',
      change: (field: string, from: string, to: string) => `${fields.en[field] ?? field}: ${from} → ${to}`,
      more: (rest: number) => `… and ${number('en', rest)} more; all with --dry-run`,
      waits: 'waits',
      because: {
        'same-birth-date-similar-name': 'same birth date, similar name',
        'same-name-no-birth-date': 'same name, no birth date',
        'same-email': 'same e-mail address',
      },
      held: (leaving: number, of: number, classes: string[]) =>
        classes.length > 0
          ? `Nobody leaves yet: ${count('en', classes.length, 'class', 'classes')} would lose everybody (${listed('en', classes)}). Is the whole school in the file?`
          : `Nobody leaves yet: ${count('en', leaving, 'person', 'people')} of ${number('en', of)} would leave who are not in the last year. Is the whole school in the file?`,
      approveWith: (plan: string) => `If all of them do leave, say so with: --approve ${plan}`,
      answerWith: (old: string, arriving: string) =>
        `Both of each pair wait. Answer with --same ${old}=${arriving} or --different ${old}=${arriving}, and so on.`,
      anonymous: 'A faulty line does not say whom it is about, so nobody counts as missing.',
      double: (name: string, lines: [number, number], emails: string) =>
        `${name} stands in lines ${lines[0]} and ${lines[1]} with different addresses (${emails}). One guardian, or two? If one, make the addresses agree in the file.`,
      noAddress: 'none',
      ask: {
        pair: (old: string, arriving: string) =>
          `Is ${old} (in the registry) the same person as ${arriving} (in the file)?`,
        same: 'yes, one person with a new import ID',
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
    formats: {
      summary: 'list the programs whose rosters are recognised',
      columns: ['Format', 'Program', 'Columns'],
      byFormat: 'no header: say --format',
    },
    runs: {
      summary: 'list the imports that were applied',
      columns: ['Run', 'When', 'By', 'Whom', 'What', 'New', 'Changed', 'Back', 'Leaving', ''],
      undone: 'undone',
      partial: 'partial',
      complete: 'complete',
      none: 'Nothing has been imported yet.',
    },
    show: {
      summary: 'show what an import did, person by person',
      run: 'the number of the run',
      kinds: { created: 'new', changed: 'changed', returned: 'back', leaving: 'leaving' },
      columns: ['Account', 'Name', 'Class', 'What', 'Change'],
    },
    undo: {
      summary: 'put everything back as it was before an import',
      sure: (run: number, people: number) =>
        `Undo run ${run}, which changed ${count('en', people, 'person', 'people')}?`,
      done: (run: number, people: number) =>
        `Run ${run} is undone: ${count('en', people, 'person is', 'people are')} as before.`,
    },
    export: {
      summary: 'write the roster to a file; imported again, it changes nothing',
      file: 'the file to write (only you will be able to read it)',
      role: 'whom to write',
      done: (people: number, file: string) => `${count('en', people, 'line', 'lines')} written to ${file}.`,
    },
  },
  de: {
    noun: 'die Schülerliste der Schulverwaltung: hinein und heraus',
    import: {
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
      approve: 'die abgehen lassen, die der Plan dieses Namens zurückhält',
      same: 'ALT=NEU: die Person mit dieser Import-ID im Register ist die mit jener ID in der Datei',
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
        returned: 'Zurück, gehen nicht mehr ab',
        leaving: 'Gehen ab',
        guardiansLeaving: 'Erziehungsberechtigte, die mit dem letzten Kind gehen',
        guardiansReturned: 'Erziehungsberechtigte, die mit einem Kind zurückkommen',
        missing: 'Nicht in der Datei (es geschieht nichts)',
        suspects: 'Dieselbe Person?',
        problems: 'Fehlerhafte Zeilen, ausgelassen',
      },
      columns: {
        person: ['Konto', 'Name', 'Klasse'],
        changed: ['Konto', 'Name', 'Änderung'],
        leaving: ['Konto', 'Name', 'Klasse', ''],
        suspects: ['Im Register', 'In der Datei', 'Warum'],
      },
      fields: fields.de,
      nothing: 'nichts',
      change: (field, from, to) => `${fields.de[field] ?? field}: ${from} → ${to}`,
      more: (rest) => `… und ${number('de', rest)} weitere; alle mit --dry-run`,
      waits: 'wartet',
      because: {
        'same-birth-date-similar-name': 'gleiches Geburtsdatum, ähnlicher Name',
        'same-name-no-birth-date': 'gleicher Name, kein Geburtsdatum',
        'same-email': 'gleiche E-Mail-Adresse',
      },
      held: (leaving, of, classes) =>
        classes.length > 0
          ? `Noch geht niemand ab: ${count('de', classes.length, 'Klasse verlöre', 'Klassen verlören')} alle (${listed('de', classes)}). Steht die ganze Schule in der Datei?`
          : `Noch geht niemand ab: ${count('de', leaving, 'Person', 'Personen')} von ${number('de', of)} außerhalb des letzten Jahrgangs würden abgehen. Steht die ganze Schule in der Datei?`,
      approveWith: (plan) => `Gehen wirklich alle ab, dann mit: --approve ${plan}`,
      answerWith: (old, arriving) =>
        `Beide jedes Paars warten. Antworten mit --same ${old}=${arriving} oder --different ${old}=${arriving}, und so weiter.`,
      anonymous: 'Eine fehlerhafte Zeile sagt nicht, wen sie meint; deshalb gilt niemand als fehlend.',
      double: (name, lines, emails) =>
        `${name} steht in den Zeilen ${lines[0]} und ${lines[1]} mit verschiedenen Adressen (${emails}). Eine Person oder zwei? Wenn eine, die Adressen in der Datei angleichen.`,
      noAddress: 'keine',
      ask: {
        pair: (old, arriving) => `Ist ${old} (im Register) dieselbe Person wie ${arriving} (in der Datei)?`,
        same: 'ja, eine Person mit neuer Import-ID',
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
    formats: {
      summary: 'die Programme auflisten, deren Listen erkannt werden',
      columns: ['Format', 'Programm', 'Spalten'],
      byFormat: 'ohne Kopfzeile: --format angeben',
    },
    runs: {
      summary: 'die angewandten Importläufe auflisten',
      columns: ['Lauf', 'Wann', 'Wer', 'Wen', 'Was', 'Neu', 'Geändert', 'Zurück', 'Gehen ab', ''],
      undone: 'rückgängig gemacht',
      partial: 'Teil',
      complete: 'alle',
      none: 'Noch nichts importiert.',
    },
    show: {
      summary: 'zeigen, was ein Importlauf getan hat, Person für Person',
      run: 'die Nummer des Importlaufs',
      kinds: { created: 'neu', changed: 'geändert', returned: 'zurück', leaving: 'geht ab' },
      columns: ['Konto', 'Name', 'Klasse', 'Was', 'Änderung'],
    },
    undo: {
      summary: 'alles so wiederherstellen, wie es vor einem Importlauf war',
      sure: (run, people) =>
        `Importlauf ${run} rückgängig machen, der ${count('de', people, 'Person', 'Personen')} geändert hat?`,
      done: (run, people) =>
        `Importlauf ${run} ist rückgängig gemacht: ${count('de', people, 'Person ist', 'Personen sind')} wie zuvor.`,
    },
    export: {
      summary: 'die Liste in eine Datei schreiben; wieder eingelesen ändert sie nichts',
      file: 'die Datei (nur Sie werden sie lesen können)',
      role: 'wen',
      done: (people, file) => `${count('de', people, 'Zeile', 'Zeilen')} nach ${file} geschrieben.`,
    },
  },
});
