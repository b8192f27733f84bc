import { bilingual } from '../../language.ts';
import type { Kept, Source } from '../../subject.ts';

export const text = bilingual({
  en: {
    command: {
      summary: 'everything held about one person, to be handed over (DSGVO Art. 15)',
      out: 'a new file for a page in the language of the school',
      done: (file: string, account: string) => `All that is held about ${account} is in ${file}. Only you can read it.`,
      lacking: (keys: readonly string[]) =>
        `The page can’t say what the school has not set: ${keys.join(', ')}. Set them with: schulkonto settings set KEY VALUE`,
      readFirst: 'Read it before you hand it over: what somebody wrote as a reason may name other people.',
    },
    title: 'Information about personal data',
    law: 'Art. 15 GDPR (DSGVO)',
    about: (name: string, account: string) => `${name}, account ${account}`,
    prepared: (school: string, day: string, by: string) => `${school}. Prepared on ${day} by ${by}.`,
    scope:
      'This is all that the school’s register of accounts holds about this person. It is kept to run the accounts of IServ by the terms of use. What was stored in IServ itself (mails, files) can be seen there with the account.',
    others:
      'What would tell of other people is left out (Art. 15(4)) and marked […]: who else an incident concerns, who reported it, the description of an incident that concerns several, and accounts of others in the log. If you need such a passage, ask the school.',
    rights:
      'You may ask the school to correct or erase data or to restrict their processing, object to it (Art. 16 to 18 and 21), and complain to the supervisory authority for data protection (Art. 77).',
    particulars: {
      controller: (value: string) => `Responsible: ${value}.`,
      head: (value: string) => `Head of the school: ${value}.`,
      officer: (value: string) => `Data-protection officer: ${value}.`,
      recipients: (value: string) =>
        `Recipients: the administrators of the school, and for the account in IServ who runs it: ${value}.`,
      backups: (value: string) =>
        `Backups of the register are kept for ${value} days; until then they may hold what was deleted.`,
      authority: (value: string) => `Supervisory authority: ${value}.`,
    },
    source: (words: string) => `Source: ${words}`,
    kept: (words: string) => `Kept ${words}`,
    nothing: 'Nothing is held.',
    yes: 'yes',
    no: 'no',
    erased: 'erased',
    sources: {
      roster: 'the administration software of the school, by roster',
      'by-hand': 'entered by an administrator',
      'roster-or-by-hand': 'a roster, or entered by an administrator',
      program: 'noted by the program at every act',
    } as Record<Source['kind'], string>,
    rules: {
      account: () => '',
      'with-child': () => '',
      'after-closing': (days: string) => `${days} days after an incident was closed, at the longest `,
      'after-ending': (days: string) => `${days} days after a suspension ended, at the longest `,
      'after-entry': (days: string) => `${days} days after the entry, at the longest `,
    } as Record<Kept['rule'], (days: string) => string>,
    untilDeletion: (day: string | null) =>
      day ? `until the deletion on ${day}` : 'until the account is deleted after leaving the school',
    withChild: 'until the account of the child is deleted',
  },
  de: {
    command: {
      summary: 'alles, was über eine Person gespeichert ist, zum Aushändigen (DSGVO Art. 15)',
      out: 'eine neue Datei für eine Seite in der Sprache der Schule',
      done: (file, account) => `Alles zu ${account} steht in ${file}. Nur Sie können die Datei lesen.`,
      lacking: (keys) =>
        `Auf der Seite fehlt, was die Schule nicht eingestellt hat: ${keys.join(', ')}. Einstellen mit: schulkonto settings set SCHLÜSSEL WERT`,
      readFirst: 'Vor dem Aushändigen lesen: was jemand als Grund geschrieben hat, kann andere Personen nennen.',
    },
    title: 'Auskunft über personenbezogene Daten',
    law: 'Art. 15 DSGVO',
    about: (name, account) => `${name}, Konto ${account}`,
    prepared: (school, day, by) => `${school}. Erstellt am ${day} von ${by}.`,
    scope:
      'Das ist alles, was im Kontenregister der Schule über diese Person gespeichert ist. Es dient dazu, die Konten in IServ nach der Nutzungsordnung zu führen. Was in IServ selbst liegt (E-Mails, Dateien), ist dort mit dem Konto einzusehen.',
    others:
      'Was über andere Personen Auskunft gäbe, ist ausgelassen (Art. 15 Abs. 4) und mit […] bezeichnet: wen ein Vorfall sonst betrifft, wer ihn gemeldet hat, die Beschreibung eines Vorfalls, der mehrere betrifft, und Konten anderer im Protokoll. Wer eine solche Stelle braucht, wendet sich an die Schule.',
    rights:
      'Sie können von der Schule verlangen, Daten zu berichtigen, zu löschen oder ihre Verarbeitung einzuschränken, ihr widersprechen (Art. 16 bis 18 und 21) und sich bei der Datenschutz-Aufsichtsbehörde beschweren (Art. 77).',
    particulars: {
      controller: (value) => `Verantwortlich: ${value}.`,
      head: (value) => `Schulleitung: ${value}.`,
      officer: (value) => `Datenschutzbeauftragte(r): ${value}.`,
      recipients: (value) =>
        `Empfänger: die Administratoren der Schule und, für das Konto in IServ, wer es betreibt: ${value}.`,
      backups: (value) =>
        `Sicherungen des Registers bleiben ${value} Tage; so lange können sie enthalten, was gelöscht ist.`,
      authority: (value) => `Aufsichtsbehörde: ${value}.`,
    },
    source: (words) => `Herkunft: ${words}`,
    kept: (words) => `Gespeichert ${words}`,
    nothing: 'Nichts gespeichert.',
    yes: 'ja',
    no: 'nein',
    erased: 'gelöscht',
    sources: {
      roster: 'Verwaltungssoftware der Schule, über die Schülerliste',
      'by-hand': 'von Administratoren eingetragen',
      'roster-or-by-hand': 'aus einer Schülerliste oder von Administratoren eingetragen',
      program: 'vom Programm bei jedem Vorgang vermerkt',
    },
    rules: {
      account: () => '',
      'with-child': () => '',
      'after-closing': (days) => `${days} Tage nach Abschluss eines Vorfalls, längstens `,
      'after-ending': (days) => `${days} Tage nach dem Ende einer Sperrung, längstens `,
      'after-entry': (days) => `${days} Tage ab Eintrag, längstens `,
    },
    untilDeletion: (day) =>
      day ? `bis zur Löschung am ${day}` : 'bis zur Löschung des Kontos nach dem Abgang von der Schule',
    withChild: 'bis zur Löschung des Kontos des Kindes',
  },
});
