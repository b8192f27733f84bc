import type { Clause } from '../terms/clauses.ts';

/** Whom a sentence binds. */
export type Bound = 'school' | 'users' | 'administrators' | 'moderators' | 'teachers';

/** A number of today that belongs to a sentence. */
export type CountName =
  | 'accounts'
  | 'administrators'
  | 'idle'
  | 'leavers'
  | 'modules'
  | 'modulesToTell'
  | 'mustChange'
  | 'notices'
  | 'openIncidents'
  | 'passwordsOverdue'
  | 'posts'
  | 'softwarePermits'
  | 'suspensions'
  | 'toInform'
  | 'trafficPermits'
  | 'withoutPassword'
  | 'withoutUndertaking';

/** A sentence of the terms, who it binds, and what carries it out. */
export interface Duty {
  section: string;
  /** As the terms say it. */
  sentence: string;
  english: string;
  binds: Bound;
  /** The commands that carry it out. */
  commands: readonly string[];
  /** The rules that are cited where somebody breaks it. */
  clauses?: readonly Clause[];
  /** What stays people’s own affair, besides keeping to it. */
  left?: Readonly<Record<'en' | 'de', string>>;
  counts?: readonly CountName[];
}

/** The school’s terms of use, sentence by sentence. */
export const duties: readonly Duty[] = [
  {
    section: 'Präambel',
    sentence:
      'Die Schule stellt ihren Schülerinnen und Schülern sowie deren Erziehungsberechtigten und den Lehrkräften (im Folgenden: Nutzer) als Kommunikations- und Austauschplattform IServ zur Verfügung.',
    english: 'The school gives its students, their guardians and the teachers IServ.',
    binds: 'school',
    commands: ['iserv export'],
    left: { en: 'running IServ', de: 'IServ betreiben' },
    counts: ['accounts'],
  },
  {
    section: 'Präambel',
    sentence:
      'IServ dient ausschließlich der schulischen Kommunikation und ermöglicht allen Nutzern, schulbezogene Daten zu speichern und auszutauschen.',
    english:
      'IServ serves communication at school and nothing else, and lets users store and exchange data for school.',
    binds: 'users',
    commands: [],
    clauses: ['school-use'],
  },
  {
    section: 'Präambel',
    sentence: 'Alle Nutzer verpflichten sich, die Rechte anderer Personen zu achten.',
    english: 'All users respect the rights of other people.',
    binds: 'users',
    commands: [],
    clauses: ['others-rights'],
  },
  {
    section: 'Nutzungsmöglichkeiten',
    sentence:
      'Die Schule entscheidet darüber, welche Module von IServ für den innerschulischen Gebrauch freigeschaltet werden.',
    english: 'The school decides which modules are enabled for use at school.',
    binds: 'school',
    commands: ['module enable', 'module disable'],
    left: { en: 'deciding, and enabling them in IServ', de: 'entscheiden und in IServ freischalten' },
    counts: ['modules'],
  },
  {
    section: 'Nutzungsmöglichkeiten',
    sentence: 'Welche Module freigeschaltet sind, teilt die Schule den Nutzern in allgemeiner Form mit.',
    english: 'The school tells users which modules are enabled.',
    binds: 'school',
    commands: ['module notice'],
    left: { en: 'hanging the page up or sending it round', de: 'die Seite aushängen oder verschicken' },
    counts: ['modulesToTell'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Jeder Nutzer erhält ein Nutzerkonto.',
    english: 'Every user gets an account.',
    binds: 'school',
    commands: ['user add', 'roster import'],
    left: { en: 'making it in IServ, by the import file', de: 'es in IServ anlegen, durch die Importdatei' },
    counts: ['accounts'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Das Nutzerkonto muss durch ein sicheres Passwort von mindestens acht Zeichen Länge (Groß-/Kleinbuchstaben, Zahlen und Sonderzeichen) gesichert werden.',
    english: 'The account is secured by a password of eight characters or more, of four kinds.',
    binds: 'users',
    commands: ['password issue', 'password check'],
    clauses: ['password-strength'],
    left: { en: 'the same rule in IServ’s own settings', de: 'dieselbe Regel in IServ einstellen' },
    counts: ['withoutPassword'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Es ist untersagt, das Passwort anderen Nutzern mitzuteilen.',
    english: 'Nobody tells others the password.',
    binds: 'users',
    commands: [],
    clauses: ['password-secrecy'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Sollte ein Nutzer sein Passwort vergessen haben, ist er verpflichtet, das durch einen Administrator neu vergebene Passwort beim nächsten Einloggen sofort zu ändern.',
    english: 'Who forgot the password changes the one that an administrator gave at the next login.',
    binds: 'users',
    commands: ['password reset', 'password pending', 'password confirm'],
    clauses: ['password-renewal'],
    counts: ['mustChange', 'passwordsOverdue'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Nur der Nutzer selbst darf ein neues Passwort für sich persönlich bei einem Administrator beantragen.',
    english: 'Only the users themselves may ask an administrator for a new password.',
    binds: 'users',
    commands: ['password reset'],
    clauses: ['password-request'],
    left: { en: 'knowing the person at the desk', de: 'die Person am Schalter kennen' },
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Nutzer sollten schulintern so wenig personenbezogene Daten wie möglich preisgeben.',
    english: 'Users reveal as little personal data as possible at school.',
    binds: 'users',
    commands: ['user show', 'user edit'],
    clauses: ['personal-data'],
    left: { en: 'what users reveal themselves', de: 'was Nutzer selbst preisgeben' },
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Das gilt auch für das Adressbuch, das für alle Nutzer sichtbar ist.',
    english: 'That holds for the address book, too, which all users see.',
    binds: 'users',
    commands: ['consent purposes add'],
    clauses: ['personal-data'],
    left: { en: 'hiding people from the address book in IServ', de: 'Personen im Adressbuch von IServ ausblenden' },
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Alle Nutzer sind verpflichtet, eingesetzte Filter und Sperren zu respektieren und diese nicht zu umgehen.',
    english: 'All users respect filters and blocks, and don’t get around them.',
    binds: 'users',
    commands: [],
    clauses: ['filters'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Die Sicherung in IServ gespeicherter Daten gegen Verlust liegt in der Verantwortung der Nutzer.',
    english: 'Securing data in IServ against loss is up to users.',
    binds: 'users',
    commands: ['leaver notices'],
    left: { en: 'saving them', de: 'sie sichern' },
    counts: ['notices'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Die Nutzer verpflichten sich, die gesetzlichen Regelungen des Straf- und Jugendschutzgesetzes, des Datenschutzes sowie das Urhebergesetz zu beachten.',
    english: 'Users keep the laws on crime, protection of the young, data protection and copyright.',
    binds: 'users',
    commands: [],
    clauses: ['laws'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Das Senden, Aufrufen und Speichern jugendgefährdender und anderer strafrechtlich relevanter Inhalte auf dem Schulserver ist ebenso verboten wie die Speicherung von URLs (Webseiten) oder Links auf jugendgefährdende Websites oder Websites mit strafrechtlich relevanten Inhalten.',
    english: 'Sending, opening and storing what harms the young or is a crime is forbidden, and so are links to it.',
    binds: 'users',
    commands: [],
    clauses: ['harmful-content', 'harmful-links'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Wer Dateien auf IServ hochlädt, über IServ versendet oder nutzt, tut dies in eigener Verantwortung.',
    english: 'Who uploads, sends or uses files in IServ is responsible for that.',
    binds: 'users',
    commands: [],
    left: { en: 'everybody for themselves', de: 'jede und jeder selbst' },
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Die Schule übernimmt keine Verantwortung für die Inhalte und die Art gespeicherter Daten.',
    english: 'The school takes no responsibility for the content and the kind of stored data.',
    binds: 'school',
    commands: [],
    left: { en: 'says how it is, and asks nothing of anybody', de: 'sagt, wie es ist, und verlangt nichts' },
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Weil umfangreiche Up- und Downloads die Arbeitsgeschwindigkeit des Servers beeinträchtigen, sind diese nicht erlaubt.',
    english: 'Large uploads and downloads are not allowed.',
    binds: 'users',
    commands: ['suspension impose'],
    clauses: ['traffic'],
    left: { en: 'seeing them', de: 'sie bemerken' },
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence: 'Ausnahmen sind vorab mit den Administratoren abzusprechen.',
    english: 'Exceptions are agreed with the administrators beforehand.',
    binds: 'users',
    commands: ['permit give', 'permit end', 'permit list'],
    clauses: ['traffic'],
    left: { en: 'agreeing', de: 'absprechen' },
    counts: ['trafficPermits'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Die Installation oder Nutzung fremder Software durch die Nutzer ist nicht zulässig, sie darf nur von den Administratoren durchgeführt werden.',
    english: 'Users install and use no software of others; only administrators may.',
    binds: 'users',
    commands: ['permit give'],
    clauses: ['software'],
    left: { en: 'installing it', de: 'sie installieren' },
    counts: ['softwarePermits'],
  },
  {
    section: 'Allgemeine Verhaltensregeln',
    sentence:
      'Alle Nutzer schauen regelmäßig in ihr IServ-Konto, da die Kommunikation an der Schule möglichst papierlos über IServ erfolgt.',
    english: 'All users look into their account regularly.',
    binds: 'users',
    commands: ['user idle'],
    clauses: ['regular-reading'],
    left: { en: 'reading', de: 'lesen' },
    counts: ['idle', 'passwordsOverdue'],
  },
  {
    section: 'Administratoren',
    sentence:
      'Die Administratoren haben weitergehende Rechte, verwenden diese aber grundsätzlich nicht dazu, sich Zugang zu persönlichen Konten bzw. persönlichen Daten zu verschaffen.',
    english: 'Administrators don’t use their rights to get at personal accounts or data.',
    binds: 'administrators',
    commands: ['administrator add', 'administrator list', 'incident inspect'],
    clauses: ['administrators'],
    left: {
      en: 'not looking without an incident: schulkonto does not guard IServ',
      de: 'ohne Vorfall nicht hineinsehen: schulkonto bewacht IServ nicht',
    },
    counts: ['administrators', 'withoutUndertaking'],
  },
  {
    section: 'Protokolle',
    sentence:
      'Das IServ-System erstellt Log-Dateien (Protokolle), die in schwerwiegenden Fällen (z. B. bei Regelverstößen, Betrugs- und Täuschungsversuchen oder Rechtsverstößen) ausgewertet werden können.',
    english: 'Logs may be evaluated in serious cases.',
    binds: 'administrators',
    commands: ['incident inspect', 'audit log'],
    left: { en: 'deciding whether a case is serious', de: 'entscheiden, ob ein Fall schwerwiegend ist' },
    counts: ['openIncidents'],
  },
  {
    section: 'E-Mail',
    sentence:
      'Soweit die Schule den Nutzern einen persönlichen E-Mail-Account zur Verfügung stellt, darf dieser nur für die schulische oder berufsorientierungsbezogene Kommunikation verwendet werden.',
    english: 'The school’s mail is for school and career guidance only.',
    binds: 'users',
    commands: [],
    clauses: ['mail-purpose'],
  },
  {
    section: 'E-Mail',
    sentence:
      'Insbesondere darf der schulische E-Mail-Account nicht zur privaten Nutzung von Internetangeboten sozialer Netzwerke wie z.B. Facebook, Instagram, TikTok, SnapChat oder Twitter verwendet werden.',
    english: 'It is not for private use of social networks.',
    binds: 'users',
    commands: [],
    clauses: ['mail-purpose'],
  },
  {
    section: 'E-Mail',
    sentence:
      'Die Schule ist damit kein Anbieter von Telekommunikation im Sinne von § 3 Nr. 6 Telekommunikationsgesetz.',
    english: 'The school is no provider of telecommunication by law.',
    binds: 'school',
    commands: [],
    left: { en: 'says how it is, and asks nothing of anybody', de: 'sagt, wie es ist, und verlangt nichts' },
  },
  {
    section: 'E-Mail',
    sentence:
      'Ein Rechtsanspruch der Nutzer auf den Schutz der Kommunikationsdaten im Netz besteht gegenüber der Schule somit grundsätzlich nicht.',
    english: 'Users have no claim against the school to the protection of communication data.',
    binds: 'users',
    commands: [],
    left: { en: 'says how it is, and asks nothing of anybody', de: 'sagt, wie es ist, und verlangt nichts' },
  },
  {
    section: 'E-Mail',
    sentence:
      'Die Schule ist berechtigt, im Falle von konkreten Verdachtsmomenten von missbräuchlicher oder strafrechtlich relevanter Nutzung des E-Mail-Dienstes die Inhalte von E-Mails zur Kenntnis zu nehmen.',
    english: 'The school may read mails on a concrete suspicion of misuse or crime.',
    binds: 'administrators',
    commands: ['incident open', 'incident inspect'],
    left: { en: 'deciding whether the suspicion is concrete', de: 'entscheiden, ob der Verdacht konkret ist' },
    counts: ['openIncidents'],
  },
  {
    section: 'E-Mail',
    sentence: 'Die betroffenen Nutzer werden hierüber unverzüglich informiert.',
    english: 'Those concerned are told without delay.',
    binds: 'school',
    commands: ['incident inform'],
    left: { en: 'telling them', de: 'es ihnen sagen' },
    counts: ['toInform'],
  },
  {
    section: 'E-Mail',
    sentence:
      'Die Nutzer verpflichten sich, in Foren, Chats und von IServ aus versendeten E-Mails die Rechte anderer zu achten.',
    english: 'Users respect the rights of others in forums, chats and mails.',
    binds: 'users',
    commands: [],
    clauses: ['mail-manners'],
  },
  {
    section: 'E-Mail',
    sentence: 'Massen-E-Mails, Joke-E-Mails o. ä. sind nicht gestattet.',
    english: 'Mass mails, joke mails and the like are not allowed.',
    binds: 'users',
    commands: [],
    clauses: ['mass-mail'],
  },
  {
    section: 'Messenger/Forum',
    sentence:
      'Soweit die Schule eine Chat- oder Forum-Funktion zur Verfügung stellt, gelten dieselben Vorgaben wie bei der E-Mail-Nutzung.',
    english: 'For chat and forum the same holds as for mail.',
    binds: 'users',
    commands: ['incident inspect'],
    clauses: ['messenger'],
  },
  {
    section: 'Messenger/Forum',
    sentence: 'Darüber hinaus sind die Moderatoren berechtigt, unangemessene Beiträge zu löschen.',
    english: 'Moderators may delete unfitting posts.',
    binds: 'moderators',
    commands: ['post removed', 'post list'],
    left: { en: 'deleting them in IServ', de: 'sie in IServ löschen' },
    counts: ['posts'],
  },
  {
    section: 'Kalender',
    sentence: 'Kalendereinträge für Gruppen werden nach bestem Wissen eingetragen und nicht manipuliert.',
    english: 'Entries in group calendars are made to the best of one’s knowledge, and not tampered with.',
    binds: 'users',
    commands: [],
    clauses: ['calendar'],
  },
  {
    section: 'Aufgaben',
    sentence:
      'Hausaufgaben können über IServ gestellt und eingesammelt werden, sollten aber in der Regel im Unterricht angekündigt werden.',
    english: 'Homework can be set and collected over IServ, and should be announced in lessons.',
    binds: 'teachers',
    commands: [],
    left: { en: 'teachers', de: 'Lehrkräfte' },
  },
  {
    section: 'Aufgaben',
    sentence: 'Dies gilt auch für Aufgaben wie Wochenpläne, Übungen zur Klassenarbeitsvorbereitung, usw.',
    english: 'That holds for weekly plans, exercises and the like, too.',
    binds: 'teachers',
    commands: [],
    left: { en: 'teachers', de: 'Lehrkräfte' },
  },
  {
    section: 'Videokonferenzen',
    sentence:
      'Lehrkräfte können im Rahmen des Unterrichts bzw. der Beratung und Erklärung Videokonferenzen in IServ anbieten.',
    english: 'Teachers can offer video conferences in IServ.',
    binds: 'teachers',
    commands: ['module enable'],
    left: { en: 'offering them', de: 'sie anbieten' },
  },
  {
    section: 'Videokonferenzen',
    sentence:
      'Die Online-Konferenzen, zu denen der Nutzer von der Lehrkraft eingeladen wird, sind ausschließlich für ebendiesen gedacht.',
    english: 'A video conference is for those whom the teacher invited.',
    binds: 'users',
    commands: [],
    clauses: ['conference-guests'],
  },
  {
    section: 'Videokonferenzen',
    sentence: 'Andere Personen dürfen nicht teilnehmen oder mithören, außer mit Erlaubnis der Lehrkraft.',
    english: 'Nobody else may join or listen, unless the teacher allows it.',
    binds: 'users',
    commands: [],
    clauses: ['conference-guests'],
  },
  {
    section: 'Videokonferenzen',
    sentence:
      'Die Videokonferenzen dürfen nicht gefilmt, gespeichert und bearbeitet werden und auf keinen Fall auf irgendwelchen Social-Media-Kanälen verbreitet werden.',
    english: 'Video conferences are not filmed, stored, edited or published.',
    binds: 'users',
    commands: [],
    clauses: ['conference-recording'],
  },
  {
    section: 'Videokonferenzen',
    sentence:
      'Verstöße gegen diese Regeln könnten unabhängig schulinterner Folgen auch zivil- und strafrechtliche Konsequenzen mit sich bringen.',
    english: 'Breaking these rules can have consequences in civil and criminal law.',
    binds: 'users',
    commands: ['incident open'],
    left: { en: 'the law', de: 'das Recht' },
  },
  {
    section: 'Verstöße',
    sentence: 'Im Fall von Verstößen gegen die Nutzungsordnung kann das Konto gesperrt werden.',
    english: 'After a violation of the terms the account can be suspended.',
    binds: 'school',
    commands: ['suspension impose', 'suspension lift'],
    left: { en: 'hearing the person, deciding', de: 'die Person anhören, entscheiden' },
    counts: ['suspensions'],
  },
  {
    section: 'Verstöße',
    sentence:
      'Damit ist die Nutzung schulischer Computer sowie die Nutzung von IServ auf schulischen und privaten Geräten nicht mehr möglich.',
    english: 'Then neither the school’s computers nor IServ can be used.',
    binds: 'school',
    commands: ['iserv todo'],
    left: {
      en: 'closing the account in IServ and school computers',
      de: 'das Konto in IServ und an Schulrechnern sperren',
    },
    counts: ['suspensions'],
  },
  {
    section: 'Löschung',
    sentence:
      'IServ-Nutzerkonten von Schülerinnen und Schülern sowie deren Erziehungsberechtigte werden nach dem Abgang von der Schule gelöscht.',
    english: 'Accounts of students and their guardians are deleted after they left the school.',
    binds: 'school',
    commands: ['leaver schedule', 'leaver run'],
    left: { en: 'what IServ still has', de: 'was IServ noch hat' },
    counts: ['leavers'],
  },
  {
    section: 'Löschung',
    sentence: 'Für die Sicherung einzelner Daten ist der Nutzer selber verantwortlich.',
    english: 'Saving data is up to the user.',
    binds: 'users',
    commands: ['leaver notices'],
    left: { en: 'saving them', de: 'sie sichern' },
    counts: ['notices'],
  },
];
