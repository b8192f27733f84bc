import { bilingual, count } from '../../language.ts';

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
    beforeWithdrawal: 'leaving, once there is consent again',
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
    beforeWithdrawal: 'Abgang, wenn wieder eingewilligt wird',
  } as Record<string, string>,
};

export const text = bilingual({
  en: {
    nothing: 'nothing',
    change: (field: string, from: string, to: string) => `${fields.en[field] ?? field}: ${from} → ${to}`,
    runs: {
      summary: 'list the imports that were applied',
      columns: ['Run', 'When', 'By', 'Whom', 'What', 'New', 'Changed', 'Back', 'Leaving', 'Undone'],
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
      forgotten: 'Whom it touched is not kept any more (roster.journal-days).',
    },
    undo: {
      summary: 'put everything back as it was before an import',
      sure: (run: number, people: number) =>
        `Undo run ${run}, which changed ${count('en', people, 'person', 'people')}?`,
      done: (run: number, people: number) =>
        `Run ${run} is undone: ${count('en', people, 'person is', 'people are')} as before.`,
    },
    answers: {
      summary: 'list what was said of people and lines; take an answer back',
      takeBack: 'take back the answer of this number: the next import asks again',
      columns: ['No.', 'When', 'By', 'Account', 'Answer', 'Line'],
      said: {
        same: 'the same person',
        different: 'two people',
        'leave-out': 'no account',
        'take-in': 'taken in again',
      },
      deleted: (day: string) => `deleted on ${day}`,
      byName: 'without an ID',
      none: 'No question has been answered yet.',
      done: (answer: number) => `Answer ${answer} does not hold any more: the next import asks again.`,
    },
  },
  de: {
    nothing: 'nichts',
    change: (field, from, to) => `${fields.de[field] ?? field}: ${from} → ${to}`,
    runs: {
      summary: 'die angewandten Importläufe auflisten',
      columns: ['Lauf', 'Wann', 'Wer', 'Wen', 'Was', 'Neu', 'Geändert', 'Zurück', 'Gehen ab', 'Rückgängig'],
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
      forgotten: 'Wen er berührt hat, ist nicht mehr gespeichert (roster.journal-days).',
    },
    undo: {
      summary: 'alles so wiederherstellen, wie es vor einem Importlauf war',
      sure: (run, people) =>
        `Importlauf ${run} rückgängig machen, der ${count('de', people, 'Person', 'Personen')} geändert hat?`,
      done: (run, people) =>
        `Importlauf ${run} ist rückgängig gemacht: ${count('de', people, 'Person ist', 'Personen sind')} wie zuvor.`,
    },
    answers: {
      summary: 'auflisten, was über Personen und Zeilen gesagt wurde; eine Antwort zurücknehmen',
      takeBack: 'die Antwort mit dieser Nummer zurücknehmen: der nächste Import fragt wieder',
      columns: ['Nr.', 'Wann', 'Wer', 'Konto', 'Antwort', 'Zeile'],
      said: {
        same: 'dieselbe Person',
        different: 'zwei Personen',
        'leave-out': 'kein Konto',
        'take-in': 'wieder aufgenommen',
      },
      deleted: (day) => `gelöscht am ${day}`,
      byName: 'ohne ID',
      none: 'Noch keine Frage beantwortet.',
      done: (answer) => `Die Antwort ${answer} gilt nicht mehr: der nächste Import fragt wieder.`,
    },
  },
});
