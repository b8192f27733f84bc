import { bilingual, count, listed } from '../language.ts';
import type { WordPairs } from '../terminal/choices.ts';
import type { Kind } from './rules.ts';

export const kindNames = bilingual<Record<Kind, string>>({
  en: { mail: 'mail', files: 'files', log: 'log' },
  de: { mail: 'Mails', files: 'Dateien', log: 'Protokolle' },
});

/** What is typed for a kind of inspection. */
export const kindWords: WordPairs<Kind> = {
  mail: ['mails', 'mail'],
  files: ['dateien'],
  log: ['protokolle', 'protokoll'],
};

export const text = bilingual({
  en: {
    incident: 'the number of the incident',
    clause: 'the rule of the terms that was broken (see: suspension clauses)',
    account: 'the account that it is about',
    open: {
      summary: 'open an incident: somebody is suspected of a violation',
      accounts: 'an account concerned; can be given several times',
      what: 'what happened',
      reportedBy: 'on whose word; without it, your own',
      askAccounts: 'Which accounts does it concern (with commas between them)?',
      askWhat: 'What happened?',
      done: (incident: number, accounts: readonly string[]) =>
        `Incident ${incident} is open; it concerns ${listed('en', accounts)}.`,
    },
    list: {
      summary: 'list open incidents',
      accounts: 'only incidents that concern these accounts',
      all: 'closed ones too',
      columns: ['No.', 'Opened', 'Closed', 'Rule', 'Accounts', 'What happened'],
      none: 'No incidents.',
      count: (incidents: number) => `${count('en', incidents, 'incident', 'incidents')}.`,
    },
    show: {
      summary: 'show an incident, what was looked into and who knows of it',
      heading: (incident: number) => `Incident ${incident}`,
      opened: 'Opened',
      closed: 'Closed',
      by: (day: string, operator: string) => `${day} by ${operator}`,
      clause: 'Rule',
      accounts: 'Accounts',
      what: 'What happened',
      erased: 'erased together with somebody whom it concerned',
      reportedBy: 'On the word of',
      outcome: 'Outcome',
      inspection: (at: string, operator: string, kind: string, account: string, suspicion: string) =>
        `${at}: ${operator} looked into ${kind} of ${account}. Suspicion: ${suspicion}`,
      informed: (account: string, day: string, how: string, whom: string | null) =>
        `  ${whom === null ? account : `${whom} (for ${account})`} was told on ${day}: ${how}`,
      notInformed: (account: string) => `${account} has not been told yet.`,
    },
    inspect: {
      summary: 'record that you are about to look into mail, files or logs; before you do',
      kind: 'what you will look into',
      suspicion: 'the concrete suspicion, in a few words; name only the person whom it is about',
      askKind: 'What will you look into?',
      askSuspicion: 'Which concrete suspicion is there?',
      askAccount: 'Whose (the account)?',
      done: (kind: string, account: string) => `Recorded. Now you may look into ${kind} of ${account}.`,
      duty: (incident: number, account: string) =>
        `${account} must be told without delay. Then: schulkonto incident inform ${incident} --account ${account}`,
    },
    inform: {
      summary: 'record that somebody has been told of what was looked into',
      on: 'the day on which they were told; without it, today',
      how: 'how they were told',
      askHow: 'How were they told?',
      done: (account: string, day: string, whom: string | null) =>
        whom === null ? `${account} was told on ${day}.` : `${whom} was told for ${account} on ${day}.`,
    },
    close: {
      summary: 'close an incident, once everybody has been told',
      outcome: 'what came of it',
      askOutcome: 'What came of it?',
      done: (incident: number) => `Incident ${incident} is closed.`,
    },
    prune: {
      summary: 'remove incidents that were closed longer ago than incident.keep-days; never asks',
      dryRun: 'only say which',
      none: (day: string) => `No incident was closed before ${day}.`,
      would: (incidents: number, day: string) =>
        `${count('en', incidents, 'incident was', 'incidents were')} closed before ${day} and would go.`,
      done: (incidents: number, day: string) =>
        `Removed ${count('en', incidents, 'incident', 'incidents')} closed before ${day}.`,
    },
  },
  de: {
    incident: 'die Nummer des Vorfalls',
    clause: 'die verletzte Regel der Nutzungsordnung (siehe: suspension clauses)',
    account: 'das Konto, um das es geht',
    open: {
      summary: 'einen Vorfall eröffnen: jemand steht im Verdacht eines Verstoßes',
      accounts: 'ein betroffenes Konto; mehrfach möglich',
      what: 'was geschehen ist',
      reportedBy: 'auf wessen Wort; ohne Angabe das eigene',
      askAccounts: 'Welche Konten betrifft es (mit Kommas dazwischen)?',
      askWhat: 'Was ist geschehen?',
      done: (incident, accounts) => `Der Vorfall ${incident} ist eröffnet; er betrifft ${listed('de', accounts)}.`,
    },
    list: {
      summary: 'offene Vorfälle auflisten',
      accounts: 'nur Vorfälle, die diese Konten betreffen',
      all: 'auch geschlossene',
      columns: ['Nr.', 'Eröffnet', 'Geschlossen', 'Regel', 'Konten', 'Was geschehen ist'],
      none: 'Keine Vorfälle.',
      count: (incidents) => `${count('de', incidents, 'Vorfall', 'Vorfälle')}.`,
    },
    show: {
      summary: 'einen Vorfall zeigen, was eingesehen wurde und wer davon weiß',
      heading: (incident) => `Vorfall ${incident}`,
      opened: 'Eröffnet',
      closed: 'Geschlossen',
      by: (day, operator) => `${day} von ${operator}`,
      clause: 'Regel',
      accounts: 'Konten',
      what: 'Was geschehen ist',
      erased: 'gelöscht zusammen mit jemandem, den es betraf',
      reportedBy: 'Auf das Wort von',
      outcome: 'Ergebnis',
      inspection: (at, operator, kind, account, suspicion) =>
        `${at}: ${operator} hat ${kind} von ${account} eingesehen. Verdacht: ${suspicion}`,
      informed: (account, day, how, whom) =>
        `  ${whom === null ? account : `${whom} (für ${account})`} wurde am ${day} informiert: ${how}`,
      notInformed: (account) => `${account} ist noch nicht informiert.`,
    },
    inspect: {
      summary: 'festhalten, dass Sie gleich Mails, Dateien oder Protokolle einsehen; vorher',
      kind: 'was eingesehen wird',
      suspicion: 'der konkrete Verdacht in ein paar Wörtern; nur die Person nennen, um die es geht',
      askKind: 'Was wird eingesehen?',
      askSuspicion: 'Welcher konkrete Verdacht besteht?',
      askAccount: 'Bei wem (das Konto)?',
      done: (kind, account) => `Festgehalten. Jetzt dürfen Sie ${kind} von ${account} einsehen.`,
      duty: (incident, account) =>
        `${account} muss unverzüglich informiert werden. Danach: schulkonto incident inform ${incident} --account ${account}`,
    },
    inform: {
      summary: 'festhalten, dass jemand weiß, was eingesehen wurde',
      on: 'der Tag der Information; ohne Angabe heute',
      how: 'wie informiert wurde',
      askHow: 'Wie wurde informiert?',
      done: (account, day, whom) =>
        whom === null ? `${account} wurde am ${day} informiert.` : `${whom} wurde für ${account} am ${day} informiert.`,
    },
    close: {
      summary: 'einen Vorfall schließen, sobald alle informiert sind',
      outcome: 'was daraus geworden ist',
      askOutcome: 'Was ist daraus geworden?',
      done: (incident) => `Der Vorfall ${incident} ist geschlossen.`,
    },
    prune: {
      summary: 'Vorfälle entfernen, die vor mehr als incident.keep-days Tagen geschlossen wurden; fragt nie',
      dryRun: 'nur sagen, welche',
      none: (day) => `Vor dem ${day} wurde kein Vorfall geschlossen.`,
      would: (incidents, day) =>
        `${count('de', incidents, 'Vorfall wurde', 'Vorfälle wurden')} vor dem ${day} geschlossen und würde${incidents === 1 ? '' : 'n'} gehen.`,
      done: (incidents, day) =>
        `${count('de', incidents, 'Vorfall', 'Vorfälle')} entfernt, geschlossen vor dem ${day}.`,
    },
  },
});
