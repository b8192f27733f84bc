/**
 * Some years at the school, command by command: every command that changes something, the act that its one entry
 * names, and the day if it is another. A new command goes where its turn is; what it needs has been made above it.
 */
export const changing: readonly (readonly [line: string, act: string, day?: string])[] = [
  ['settings set school.last-year 10', 'setting-set'],
  ['roster import students.csv', 'roster-created'],
  ['roster undo 1', 'roster-undone'],
  ['user add --role student --given Anna --family Müller --class 5a', 'user-added'],
  ['user edit anna.mueller --class 6a', 'user-edited'],
  [
    'user edit anna.mueller --guardian "guardian-name:Jo Müller" --custody no --evidence "AG Kiel, 3 F 12/26"',
    'custody-said',
  ],
  ['terms publish terms.txt --version 1 --from 2026-08-01', 'terms-published'],
  ['consent purposes add photos --title Fotos', 'purpose-added'],
  ['consent give anna.mueller --by self', 'consent-given'],
  ['consent withdraw anna.mueller --by self', 'consent-withdrawn'],
  ['consent strike anna.mueller 2 --reason Mistake', 'consent-struck'],
  ['consent refuse anna.mueller --by self --purpose photos', 'consent-refused'],
  ['consent import list.csv', 'consent-given'],
  ['consent purposes retire photos', 'purpose-retired'],
  ['incident open --account anna.mueller --what "Joke mails to the whole year"', 'incident-opened'],
  ['incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"', 'incident-inspected'],
  ['incident inspect 1 --account anna.mueller --kind mail', 'inspection-refused'],
  ['incident inspect 9 --account anna.mueller --kind mail --suspicion "Insults by mail"', 'inspection-refused'],
  ['incident inform 1 --account anna.mueller --told self --how "in person"', 'incident-informed'],
  ['incident close 1 --outcome "Made up"', 'incident-closed'],
  ['suspension impose anna.mueller --reason "Joke mails" --incident 1', 'suspension-imposed'],
  ['suspension lift anna.mueller --reason "Made up"', 'suspension-lifted'],
  ['incident open --account anna.mueller --what "Mass mails"', 'incident-opened'],
  ['password issue anna.mueller --csv passwords.csv', 'password-issued'],
  ['password reset anna.mueller --requested-by somebody.else --identified-by Slip', 'password-reset-refused'],
  [
    'password reset anna.mueller --requested-by anna.mueller --identified-by "ID card" --slips slip.html',
    'password-reset',
  ],
  ['password change anna.mueller', 'password-change-refused'],
  ['iserv export iserv.csv --first', 'iserv-exported'],
  ['iserv done anna.mueller --what password', 'iserv-done'],
  ['iserv open --class 6a', 'iserv-class-opened'],
  ['iserv close --class 6a', 'iserv-class-closed'],
  ['iserv reconcile users.csv', 'iserv-reconciled'],
  ['password confirm anna.mueller', 'password-confirmed'],
  ['leaver schedule anna.mueller --left-on 2026-07-31', 'leaver-scheduled'],
  ['leaver notices --csv notices.csv', 'leaver-told'],
  ['leaver hold anna.mueller --reason "Dispute"', 'leaver-held'],
  ['leaver release anna.mueller', 'leaver-released'],
  ['leaver run', 'leaver-locked', '2026-09-03'],
  ['leaver cancel anna.mueller', 'leaver-cancelled'],
  ['backup create', 'backup-made'],
  ['backup restore newest', 'registry-restored'],
  ['audit log --reason "Trying it out"', 'log-read'],
  ['user report anna.mueller --json', 'log-read'],
  ['incident prune', 'incident-pruned', '2027-09-01'],
  ['backup prune', 'backups-pruned', '2027-09-01'],
  ['audit prune', 'log-pruned', '2028-09-01'],
];

/** Every command that only looks, as it can be typed once all that is done. */
export const reading: readonly string[] = [
  'status',
  'retention',
  'settings list',
  'settings get school.name',
  'roster import students.csv --dry-run',
  'roster export all.csv',
  'roster formats',
  'roster answers',
  'roster runs',
  'roster show 1',
  'user list',
  'user show anna.mueller',
  'terms list',
  'terms show 1',
  'consent list anna.mueller',
  'consent import list.csv --dry-run',
  'consent missing',
  'consent purposes list',
  'consent forms --out forms.html',
  'suspension list',
  'suspension clauses',
  'incident list',
  'incident show 2',
  'incident prune --dry-run',
  'leaver list',
  'leaver notices',
  'leaver run --dry-run',
  'leaver proof anna.mueller',
  'backup list',
  'backup restore newest --dry-run',
  'backup losses',
  'backup prune --dry-run',
  'iserv todo',
  'password pending',
  'password check',
  'audit verify',
  'audit prune --dry-run',
];

/** The files that they read. */
export const files = {
  'list.csv': 'Account;By;On;terms\nanna.mueller;Jo Müller;2026-08-20;yes\n',
  'terms.txt': 'Be kind.',
  'more.csv': 'Import-ID;Vorname;Nachname;Klasse\n1;Ben;Schulz;5b\n2;Jo;Lang;\n3;;;\n',
  'other.csv': 'Import-ID;Vorname;Nachname;Klasse\n20;Ben;Schulz;5b\n',
  'faulty.csv': 'Import-ID;Vorname;Nachname;Klasse\n3;;;\n',
  'faulty-list.csv': 'Account;By;On;terms\nnobody.here;Jo Müller;2026-08-20;yes\n',
  'users.csv':
    'Account;Import-ID;Vorname;Nachname;Status;Klasse;Benutzertyp\nanna.mueller;;Anna;Müller;aktiv;5a;Schüler\nute.kern;;Ute;Kern;aktiv;;Lehrer\n',
  'students.csv': 'Import-ID;Vorname;Nachname;Klasse\n1;Ben;Schulz;5a\n',
};

/** What is piped into them: an old password that is wrong and a new one twice; one to check. */
export const piped = ['wrong', 'Wolke7+Tasse', 'Wolke7+Tasse', 'Wolkenbruch+7Tassen'];

/** Makes the registry itself; its entry is the first of every log here. */
export const making = ['init'];
