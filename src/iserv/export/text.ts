import type { Finding } from '../../consents/rules.ts';
import { bilingual, count } from '../../language.ts';
import type { ExportPlan } from './rules.ts';

/** Why a consent is not there, briefly. */
const findings = bilingual<Record<Finding, string>>({
  en: {
    complete: '',
    'only-student': 'no consent of a guardian',
    'only-guardian': 'no consent of the student',
    'only-one-guardian': 'no consent of all guardians',
    'older-version': 'consent to an older version',
    refused: 'consent refused',
    withdrawn: 'consent withdrawn',
    'decides-alone-now': 'decides alone now',
    'nobody-decided': 'no consent yet',
  },
  de: {
    complete: '',
    'only-student': 'keine Einwilligung einer oder eines Erziehungsberechtigten',
    'only-guardian': 'keine Einwilligung der Schülerin oder des Schülers',
    'only-one-guardian': 'keine Einwilligung aller Erziehungsberechtigten',
    'older-version': 'Einwilligung in eine ältere Fassung',
    refused: 'Einwilligung verweigert',
    withdrawn: 'Einwilligung widerrufen',
    'decides-alone-now': 'entscheidet jetzt allein',
    'nobody-decided': 'noch keine Einwilligung',
  },
});

type Deleted = ExportPlan['deleted'][number]['because'];

export const text = bilingual({
  en: {
    summary: 'write the file that IServ imports: everybody who must exist there now',
    file: 'the file to be written',
    askFile: 'Write to which file?',
    role: 'whom the import profile is for; students, unless said',
    columns: 'the columns of the profile, as in iserv.columns',
    delimiter: 'what stands between the columns (; , | tab)',
    first: 'IServ has none of them yet: nobody there is deleted by this file',
    leaveOut: 'leave out who withdrew, so that IServ deletes the account; can be given several times',
    dryRun: 'only show what the file would hold, and what IServ would do with it',
    approve: 'write it although it deletes so many: the plan as it was shown',
    about: (roles: string) => `${roles}, as IServ would import them:`,
    counts: {
      registry: 'In the registry',
      file: 'In the file',
      withheld: 'Withheld: new, and no consent',
      byHand: 'Not written: kept by hand in IServ',
      leftOut: 'Left out',
      noChild: 'Not written: no child in IServ',
      inDoubt: 'Not written: may be in IServ under another account',
      restricted: 'Not written: the data may only be kept',
    },
    effect: 'IServ would then',
    effects: {
      new: 'make',
      renamed: 'rename',
      moved: 'move to another class',
      regrouped: 'put into other groups',
      deleted: 'delete',
    },
    nothing: 'IServ would change nothing.',
    people: ['Account', 'Name', 'Class', ''],
    lists: {
      withheld: 'Withheld: in no file until consent is there, unless IServ has them already',
      deleted: 'Deleted in IServ by this file',
      byHand: 'Kept by hand in IServ: enter the import ID there, then reconcile',
      noChild: 'Not written, because no child of theirs is in IServ',
      leftOut: 'Left out by name',
      inDoubt:
        'Perhaps in IServ under another account: answer with iserv reconcile --same or --different; an account that somebody else has there must be renamed there first',
      restricted: 'Not written: the data may only be kept (request list --all)',
      new: 'New in IServ',
      renamed: 'Renamed',
      moved: 'Moved',
    },
    finding: findings.en,
    because: {
      'deleted-here': 'deleted here',
      'left-out': 'left out by name',
      'no-child': 'no child in IServ',
      'nobody-here': 'nobody here has it',
      'perhaps-here': 'somebody here may have it',
    } satisfies Record<Deleted, string>,
    against: (accounts: string) =>
      `${accounts}: consent was withdrawn or refused, and IServ has the account, so they stay in the file. Leaving out deletes the account in IServ: --leave-out ACCOUNT`,
    noTerms: 'No version of the terms holds, so nobody is withheld: schulkonto terms publish',
    bared: (accounts: string) =>
      `${accounts}: a sign that a spreadsheet would run was cut off the beginning of a name, class or group.`,
    asked: (asked: number, plan: string) =>
      `IServ would delete ${count('en', asked, 'account', 'accounts')} that somebody here may have, so no file is written. Whose they are: schulkonto iserv reconcile FILE, with --same or --different\nIf they may go: --approve ${plan}`,
    held: (deleting: number, of: number, plan: string) =>
      `IServ would delete ${deleting} of ${of} accounts. That is more than roster.hold-above allows, so no file was written.\nIf it is right: --approve ${plan}`,
    dryRunDone: 'No file was written: this was the plan.',
    done: (people: number, lines: number, file: string) =>
      `${count('en', people, 'person', 'people')} in ${count('en', lines, 'line', 'lines')}: ${file}. Only you can read it.`,
    next: 'Next: import it in IServ (Verwaltung, Benutzer, Import), export the users there, and: schulkonto iserv reconcile FILE',
    notFirst: 'IServ was told of them before, so --first says nothing new.',
  },
  de: {
    summary: 'die Datei schreiben, die IServ importiert: alle, die es dort jetzt geben muss',
    file: 'die Datei, die geschrieben wird',
    askFile: 'In welche Datei schreiben?',
    role: 'für wen das Importprofil ist; ohne Angabe Schülerinnen und Schüler',
    columns: 'die Spalten des Profils, wie in iserv.columns',
    delimiter: 'was zwischen den Spalten steht (; , | tab)',
    first: 'IServ hat noch niemanden davon: durch diese Datei wird dort niemand gelöscht',
    leaveOut: 'wer widerrufen hat, weglassen, damit IServ das Konto löscht; mehrfach möglich',
    dryRun: 'nur zeigen, was in der Datei stünde und was IServ damit täte',
    approve: 'schreiben, obwohl so viele gelöscht werden: der Plan, wie er gezeigt wurde',
    about: (roles) => `${roles}, wie IServ sie importieren würde:`,
    counts: {
      registry: 'Im Register',
      file: 'In der Datei',
      withheld: 'Zurückgehalten: neu und keine Einwilligung',
      byHand: 'Nicht geschrieben: in IServ von Hand geführt',
      leftOut: 'Weggelassen',
      noChild: 'Nicht geschrieben: kein Kind in IServ',
      inDoubt: 'Nicht geschrieben: vielleicht unter anderem Account in IServ',
      restricted: 'Nicht geschrieben: Daten bleiben nur gespeichert',
    },
    effect: 'IServ würde dann',
    effects: {
      new: 'anlegen',
      renamed: 'umbenennen',
      moved: 'in eine andere Klasse setzen',
      regrouped: 'in andere Gruppen setzen',
      deleted: 'löschen',
    },
    nothing: 'IServ würde nichts ändern.',
    people: ['Konto', 'Name', 'Klasse', ''],
    lists: {
      withheld: 'Zurückgehalten: in keiner Datei, bis die Einwilligung da ist, außer IServ hat sie schon',
      deleted: 'Durch diese Datei in IServ gelöscht',
      byHand: 'In IServ von Hand geführt: dort die Import-ID eintragen, dann abgleichen',
      noChild: 'Nicht geschrieben, weil kein Kind von ihnen in IServ ist',
      leftOut: 'Namentlich weggelassen',
      inDoubt:
        'Vielleicht unter anderem Account in IServ: mit iserv reconcile --same oder --different beantworten; hat dort jemand anderes den Account, ihn dort zuerst umbenennen',
      restricted: 'Nicht geschrieben: Daten bleiben nur gespeichert (request list --all)',
      new: 'Neu in IServ',
      renamed: 'Umbenannt',
      moved: 'Klasse gewechselt',
    },
    finding: findings.de,
    because: {
      'deleted-here': 'hier gelöscht',
      'left-out': 'namentlich weggelassen',
      'no-child': 'kein Kind in IServ',
      'nobody-here': 'niemand hier hat ihn',
      'perhaps-here': 'vielleicht hat ihn jemand hier',
    },
    against: (accounts) =>
      `${accounts}: Die Einwilligung ist widerrufen oder verweigert, und IServ hat das Konto; darum bleiben sie in der Datei. Weglassen löscht das Konto in IServ: --leave-out KONTO`,
    noTerms: 'Keine Nutzungsordnung gilt, darum wird niemand zurückgehalten: schulkonto terms publish',
    bared: (accounts) =>
      `${accounts}: Am Anfang von Name, Klasse oder Gruppe ist ein Zeichen weggelassen, das eine Tabellenkalkulation ausführen würde.`,
    asked: (asked, plan) =>
      `IServ würde ${count('de', asked, 'Account', 'Accounts')} löschen, die vielleicht jemand hier hat; darum ist keine Datei geschrieben. Wem sie gehören: schulkonto iserv reconcile DATEI, mit --same oder --different\nWenn sie gelöscht werden dürfen: --approve ${plan}`,
    held: (deleting, of, plan) =>
      `IServ würde ${deleting} von ${of} Konten löschen. Das ist mehr, als roster.hold-above erlaubt, darum ist keine Datei geschrieben.\nWenn es stimmt: --approve ${plan}`,
    dryRunDone: 'Keine Datei wurde geschrieben: das war der Plan.',
    done: (people, lines, file) =>
      `${count('de', people, 'Person', 'Personen')} in ${count('de', lines, 'Zeile', 'Zeilen')}: ${file}. Nur Sie können sie lesen.`,
    next: 'Weiter: in IServ importieren (Verwaltung, Benutzer, Import), dort die Benutzer exportieren, dann: schulkonto iserv reconcile DATEI',
    notFirst: 'IServ kennt sie schon aus einem früheren Export oder Abgleich; --first sagt nichts Neues.',
  },
});
