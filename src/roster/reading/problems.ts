import { type FactsOf, lineWords, type ProblemOf, say, vocabulary } from '../../csv/problems.ts';
import { roleNames } from '../../users/text.ts';

/** What can be wrong with a line: what is wrong, and what to do about it. Line, column and value are shown beside it. */
const words = {
  ...lineWords,
  'missing-given-name': say({
    en: () => 'The given name is missing. Add it in the administration software.',
    de: () => 'Der Vorname fehlt. In der Schulverwaltung eintragen.',
  }),
  'missing-family-name': say({
    en: () => 'The family name is missing. Add it in the administration software.',
    de: () => 'Der Nachname fehlt. In der Schulverwaltung eintragen.',
  }),
  'name-order': say({
    en: () => 'Which of these is the family name? Write “Family, Given”, or give the two in columns of their own.',
    de: () => 'Was davon ist der Nachname? „Nachname, Vorname“ schreiben, oder beide in eigenen Spalten angeben.',
  }),
  'above-header': say<{ header: number }>({
    en: ({ facts }) => `This person stands above the header in line ${facts.header}. Move the header to the top.`,
    de: ({ facts }) =>
      `Diese Person steht über der Kopfzeile in Zeile ${facts.header}. Die Kopfzeile nach oben setzen.`,
  }),
  'odd-name': say<{ sign: string }>({
    en: ({ facts }) => `No name has the sign ${facts.sign}. It is taken as it stands.`,
    de: ({ facts }) => `Kein Name hat das Zeichen ${facts.sign}. Er wird übernommen, wie er dasteht.`,
  }),
  'odd-class': say<{ sign: string }>({
    en: ({ facts }) => `No class has the sign ${facts.sign}. It is taken as it stands.`,
    de: ({ facts }) => `Keine Klasse hat das Zeichen ${facts.sign}. Sie wird übernommen, wie sie dasteht.`,
  }),
  'no-key': say({
    en: () => 'Neither an import ID nor an account says who this is. Add one of them.',
    de: () => 'Weder Import-ID noch Account sagt, wer das ist. Eines davon eintragen.',
  }),
  'birth-date-in-future': say({
    en: () => 'This birth date lies in the future. Correct it.',
    de: () => 'Dieses Geburtsdatum liegt in der Zukunft. Berichtigen.',
  }),
  'birth-date-too-early': say({
    en: () => 'Nobody at the school is over a hundred. Is the century wrong?',
    de: () => 'Niemand an der Schule ist über hundert. Stimmt das Jahrhundert?',
  }),
  'birth-date-too-late': say({
    en: () => 'No pupil is under three. Correct it.',
    de: () => 'Kein Schulkind ist unter drei. Berichtigen.',
  }),
  'two-emails': say({
    en: () => 'There is room for one address. Leave one of them.',
    de: () => 'Platz ist für eine Adresse. Eine davon stehen lassen.',
  }),
  'bad-account': say({
    en: () =>
      'An account begins with a letter or digit and has only a to z, digits, dots, hyphens and underscores. Correct it.',
    de: () =>
      'Ein Account beginnt mit Buchstabe oder Ziffer und hat nur a bis z, Ziffern, Punkte, Binde- und Unterstriche. Berichtigen.',
  }),
  'bad-email': say({
    en: () => 'This is not an e-mail address. Correct or remove it.',
    de: () => 'Das ist keine E-Mail-Adresse. Berichtigen oder entfernen.',
  }),
  'unknown-status': say<{ known: string }>({
    en: ({ facts }) => `The meaning of this status is not known. Known are ${facts.known}.`,
    de: ({ facts }) => `Die Bedeutung dieses Status ist nicht bekannt. Bekannt sind ${facts.known}.`,
  }),
  'unknown-role': say({
    en: () => 'This is no role. Write student, teacher, guardian or staff.',
    de: () => 'Das ist keine Rolle. Schüler, Lehrer, Eltern oder Mitarbeiter schreiben.',
  }),
  'duplicate-person': say<{ first: number }>({
    en: ({ facts }) => `The same person stands in line ${facts.first} already. Remove one of the two lines.`,
    de: ({ facts }) => `Dieselbe Person steht schon in Zeile ${facts.first}. Eine der beiden Zeilen entfernen.`,
  }),
  'other-role': say<{ account: string; role: 'student' | 'teacher' | 'guardian' | 'staff' }>({
    en: ({ facts }) =>
      `This is the key of ${facts.account}, who has the role ${roleNames.en[facts.role]}. If the whole file is about other people, say whom with --role. If this person has another role now, change it with “user edit ${facts.account} --role”.`,
    de: ({ facts }) =>
      `Das ist der Schlüssel von ${facts.account} mit der Rolle ${roleNames.de[facts.role]}. Geht es in der Datei um andere Personen, mit --role sagen, um wen. Hat diese Person jetzt eine andere Rolle, sie mit „user edit ${facts.account} --role“ ändern.`,
  }),
  'account-differs': say<{ account: string }>({
    en: ({ facts }) =>
      `This person has the account ${facts.account}. An account is given once and does not change; correct the file.`,
    de: ({ facts }) =>
      `Diese Person hat das Konto ${facts.account}. Ein Konto wird einmal vergeben und bleibt; die Datei berichtigen.`,
  }),
  'account-of-other': say<{ importId: string; source: string }>({
    en: ({ facts }) =>
      `This account belongs to the person with the import ID ${facts.importId} of the source ${facts.source}. If it is the same person with a new ID, say --same ${facts.importId}=NEW.`,
    de: ({ facts }) =>
      `Dieses Konto gehört der Person mit der Import-ID ${facts.importId} der Quelle ${facts.source}. Ist es dieselbe Person mit neuer ID, --same ${facts.importId}=NEU angeben.`,
  }),
  'account-was-used': say({
    en: () => 'This account belonged to somebody who was deleted; it is never given again. Choose another.',
    de: () => 'Dieses Konto hatte eine Person, die gelöscht ist; es wird nicht wieder vergeben. Ein anderes wählen.',
  }),
  'account-reserved': say({
    en: () => 'This is the name of a system, and no person’s account. Leave the line out, or choose another.',
    de: () =>
      'Das ist der Name eines Systems und kein Konto einer Person. Die Zeile weglassen oder ein anderes wählen.',
  }),
  'no-account-from-name': say({
    en: () => 'No account can be made from this name. Add one in a column for the account.',
    de: () => 'Aus diesem Namen lässt sich kein Konto bilden. In einer Spalte für den Account eines angeben.',
  }),
  'unknown-child': say({
    en: () => 'No student has this import ID. Import the students first, or remove the line.',
    de: () => 'Kein Schüler hat diese Import-ID. Erst die Schüler einlesen, oder die Zeile entfernen.',
  }),
  'two-people-one-id': say<{ first: number; other: string }>({
    en: ({ facts }) =>
      `Line ${facts.first} has the same ID for ${facts.other}: two people with one ID. Correct it in the administration software.`,
    de: ({ facts }) =>
      `Zeile ${facts.first} hat dieselbe ID für ${facts.other}: zwei Personen mit einer ID. In der Schulverwaltung berichtigen.`,
  }),
  contradiction: say<{ first: number }>({
    en: ({ facts }) => `Line ${facts.first} is about the same person and says something else. Make the two agree.`,
    de: ({ facts }) => `Zeile ${facts.first} meint dieselbe Person und sagt etwas anderes. Beide in Einklang bringen.`,
  }),
};

export type ProblemCode = keyof typeof words;

/** The facts that the words of a problem need; none for most. */
export type Facts<Code extends ProblemCode> = FactsOf<typeof words, Code>;

/** Something wrong with one line. Plain data: it survives being written as JSON and read again. */
export type Problem = ProblemOf<typeof words>;

/** Whether a problem makes its line faulty. */
export const isFault = ({ severity }: Problem): boolean => severity === undefined;

export const { problem, problemWords, problemLine } = vocabulary(words);
