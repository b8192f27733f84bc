import { bilingual, type Language } from '../language.ts';

interface ClauseOfTerms {
  /** The heading that the rule stands under in the terms. */
  section: string;
  rule: Record<Language, string>;
}

/** The rules of the terms that a user can break: a short code and one line each, in our own words. */
export const clauses = {
  'others-rights': {
    section: 'Präambel',
    rule: bilingual({
      en: 'Respect the rights of other people.',
      de: 'Die Rechte anderer Menschen achten.',
    }),
  },
  'school-use': {
    section: 'Präambel',
    rule: bilingual({
      en: 'Use IServ for school and nothing else.',
      de: 'IServ nur für die Schule nutzen.',
    }),
  },
  'password-strength': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Keep the account behind a strong password of eight characters or more.',
      de: 'Das Konto mit einem sicheren Passwort aus mindestens acht Zeichen schützen.',
    }),
  },
  'password-secrecy': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Tell nobody the password.',
      de: 'Das Passwort niemandem verraten.',
    }),
  },
  'password-renewal': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Replace a password that an administrator gave at the next login.',
      de: 'Ein vorläufiges Passwort bei der nächsten Anmeldung durch ein eigenes ersetzen.',
    }),
  },
  'password-request': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Ask for a new password for oneself only.',
      de: 'Ein neues Passwort nur für sich selbst verlangen.',
    }),
  },
  'personal-data': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Reveal as little about people as possible, in the address book too.',
      de: 'So wenig wie möglich über Personen preisgeben, auch im Adressbuch.',
    }),
  },
  filters: {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Get around no filter and no block.',
      de: 'Keinen Filter und keine Sperre umgehen.',
    }),
  },
  laws: {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Keep the laws on crime, protection of the young, data protection and copyright.',
      de: 'Strafrecht, Jugendschutz, Datenschutz und Urheberrecht einhalten.',
    }),
  },
  'harmful-content': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Send, open or store nothing that harms the young or is a crime.',
      de: 'Nichts Jugendgefährdendes oder Strafbares senden, aufrufen oder speichern.',
    }),
  },
  'harmful-links': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Store no link to such content.',
      de: 'Keine Verweise auf solche Inhalte speichern.',
    }),
  },
  traffic: {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'No large uploads or downloads without asking the administrators first.',
      de: 'Keine großen Up- oder Downloads, ohne vorher die Administratoren zu fragen.',
    }),
  },
  software: {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Install and run no software of one’s own.',
      de: 'Keine eigene Software installieren oder ausführen.',
    }),
  },
  'regular-reading': {
    section: 'Allgemeine Verhaltensregeln',
    rule: bilingual({
      en: 'Look into the account regularly.',
      de: 'Regelmäßig in das Konto schauen.',
    }),
  },
  administrators: {
    section: 'Administratoren',
    rule: bilingual({
      en: 'As an administrator, use the rights to get at nobody’s account or data.',
      de: 'Als Administrator die Rechte nicht für fremde Konten oder Daten nutzen.',
    }),
  },
  'mail-purpose': {
    section: 'E-Mail',
    rule: bilingual({
      en: 'Use the school’s mail for school and career guidance, not for social networks.',
      de: 'Die Schul-Mail für Schule und Berufsorientierung nutzen, nicht für soziale Netzwerke.',
    }),
  },
  'mail-manners': {
    section: 'E-Mail',
    rule: bilingual({
      en: 'Respect others in mails, chats and forums.',
      de: 'In Mails, Chats und Foren andere achten.',
    }),
  },
  'mass-mail': {
    section: 'E-Mail',
    rule: bilingual({
      en: 'No mass mails, no joke mails.',
      de: 'Keine Massen-Mails, keine Scherz-Mails.',
    }),
  },
  messenger: {
    section: 'Messenger/Forum',
    rule: bilingual({
      en: 'What holds for mail holds in chat and forum.',
      de: 'In Chat und Forum gilt, was für Mails gilt.',
    }),
  },
  calendar: {
    section: 'Kalender',
    rule: bilingual({
      en: 'Enter what is true in shared calendars and tamper with nothing.',
      de: 'In gemeinsame Kalender nur Richtiges eintragen und nichts verfälschen.',
    }),
  },
  'conference-guests': {
    section: 'Videokonferenzen',
    rule: bilingual({
      en: 'Let nobody join or listen whom the teacher has not allowed.',
      de: 'Niemanden teilnehmen oder mithören lassen, dem die Lehrkraft es nicht erlaubt hat.',
    }),
  },
  'conference-recording': {
    section: 'Videokonferenzen',
    rule: bilingual({
      en: 'Film, store, edit and publish no video conference.',
      de: 'Keine Videokonferenz filmen, speichern, bearbeiten oder veröffentlichen.',
    }),
  },
} as const satisfies Record<string, ClauseOfTerms>;

/** The code of a rule of the terms. */
export type Clause = keyof typeof clauses;

export const clauseCodes = Object.keys(clauses) as Clause[];
