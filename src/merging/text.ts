import { bilingual } from '../language.ts';

export const text = bilingual({
  en: {
    summary: 'make two accounts of one person one',
    old: 'the account that is given up, and never given again',
    staying: 'the account that stays',
    reason: 'why, for the log',
    columns: ['', 'given up', 'stays'],
    rows: {
      account: 'Account',
      name: 'Name',
      birthDate: 'Birth date',
      class: 'Class',
      role: 'Role',
      ids: 'Import ID',
      password: 'Password',
      consents: 'Consents',
      leaving: 'To be deleted on',
    },
    yes: 'yes',
    no: 'no',
    moves:
      'Consents, password, suspensions, incidents, holds, groups, guardians, children and IDs move. This can’t be taken back.',
    sure: (old: string, staying: string) => `Give up ${old} for ${staying}?`,
    done: (old: string, staying: string) => `${old} is given up; all of it is with ${staying} now.`,
    rename: (old: string, staying: string) =>
      `In IServ, rename ${old} to ${staying} before the next export is imported there: schulkonto iserv todo`,
    delete: (old: string, staying: string) =>
      `In IServ, move files and mail from ${old} to ${staying} before the next export is imported there: it deletes ${old}. See schulkonto iserv todo`,
  },
  de: {
    summary: 'zwei Konten einer Person zu einem machen',
    old: 'das Konto, das aufgegeben und nie wieder vergeben wird',
    staying: 'das Konto, das bleibt',
    reason: 'warum, fürs Protokoll',
    columns: ['', 'wird aufgegeben', 'bleibt'],
    rows: {
      account: 'Konto',
      name: 'Name',
      birthDate: 'Geburtsdatum',
      class: 'Klasse',
      role: 'Rolle',
      ids: 'Import-ID',
      password: 'Passwort',
      consents: 'Einwilligungen',
      leaving: 'Löschung am',
    },
    yes: 'ja',
    no: 'nein',
    moves:
      'Einwilligungen, Passwort, Sperrungen, Vorfälle, Löschsperren, Gruppen, Erziehungsberechtigte, Kinder und IDs gehen über. Das lässt sich nicht zurücknehmen.',
    sure: (old, staying) => `${old} zugunsten von ${staying} aufgeben?`,
    done: (old, staying) => `${old} ist aufgegeben; alles davon ist jetzt bei ${staying}.`,
    rename: (old, staying) =>
      `In IServ ${old} in ${staying} umbenennen, bevor dort der nächste Export eingelesen wird: schulkonto iserv todo`,
    delete: (old, staying) =>
      `In IServ Dateien und Mails von ${old} zu ${staying} bringen, bevor dort der nächste Export eingelesen wird: der löscht ${old}. Siehe schulkonto iserv todo`,
  },
});
