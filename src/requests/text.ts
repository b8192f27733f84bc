import { bilingual, count, listed } from '../language.ts';
import type { WordPairs } from '../terminal/choices.ts';
import type { Kind, Outcome, Restriction } from './rules.ts';

export const kindNames = bilingual<Record<Kind, string>>({
  en: {
    access: 'access (Art. 15)',
    rectification: 'rectification (Art. 16)',
    erasure: 'erasure (Art. 17)',
    restriction: 'restriction (Art. 18)',
    portability: 'portability (Art. 20)',
    objection: 'objection (Art. 21)',
    breach: 'breach of data (Art. 33)',
  },
  de: {
    access: 'Auskunft (Art. 15)',
    rectification: 'Berichtigung (Art. 16)',
    erasure: 'Löschung (Art. 17)',
    restriction: 'Einschränkung (Art. 18)',
    portability: 'Datenübertragbarkeit (Art. 20)',
    objection: 'Widerspruch (Art. 21)',
    breach: 'Datenpanne (Art. 33)',
  },
});

export const outcomeNames = bilingual<Record<Outcome, string>>({
  en: {
    granted: 'granted',
    partly: 'granted in part',
    refused: 'refused',
    reported: 'reported to the authority',
    'not-reported': 'not reported: no risk to anybody',
  },
  de: {
    granted: 'stattgegeben',
    partly: 'teilweise stattgegeben',
    refused: 'abgelehnt',
    reported: 'der Aufsichtsbehörde gemeldet',
    'not-reported': 'nicht gemeldet: kein Risiko für Betroffene',
  },
});

/** What is typed for a kind. */
export const kindWords: WordPairs<Kind> = {
  access: ['auskunft'],
  rectification: ['berichtigung'],
  erasure: ['löschung'],
  restriction: ['einschränkung'],
  portability: ['übertragbarkeit', 'datenübertragbarkeit'],
  objection: ['widerspruch'],
  breach: ['panne', 'datenpanne'],
};

/** What is typed for an answer. */
export const outcomeWords: WordPairs<Outcome> = {
  granted: ['stattgegeben'],
  partly: ['teilweise'],
  refused: ['abgelehnt'],
  reported: ['gemeldet'],
  'not-reported': ['nicht-gemeldet'],
};

export const restrictionNames = bilingual<Record<Restriction, string>>({
  en: { restriction: 'restriction (Art. 18)', objection: 'objection (Art. 21)' },
  de: { restriction: 'Einschränkung (Art. 18)', objection: 'Widerspruch (Art. 21)' },
});

const next: Record<'en' | 'de', Record<Kind, (account: string) => string>> = {
  en: {
    access: (account) => `Prepare it with: schulkonto user report ${account} --out FILE`,
    rectification: (account) => `Correct it with: schulkonto user edit ${account}`,
    erasure: (account) => `Erase with: schulkonto leaver schedule ${account} --at-request`,
    restriction: () => 'Once granted, the data are only kept: in no list, in no new export, not deleted.',
    portability: (account) => `Prepare it with: schulkonto user report ${account} --json`,
    objection: () => 'Once granted, the data are only kept: in no list, in no new export, not deleted.',
    breach: (account) => `If slips with passwords were lost: schulkonto password reissue ${account}`,
  },
  de: {
    access: (account) => `Zusammenstellen mit: schulkonto user report ${account} --out DATEI`,
    rectification: (account) => `Berichtigen mit: schulkonto user edit ${account}`,
    erasure: (account) => `Löschen mit: schulkonto leaver schedule ${account} --at-request`,
    restriction: () =>
      'Wird stattgegeben, bleiben die Daten nur noch gespeichert: in keiner Liste, in keinem neuen Export, nicht gelöscht.',
    portability: (account) => `Zusammenstellen mit: schulkonto user report ${account} --json`,
    objection: () =>
      'Wird stattgegeben, bleiben die Daten nur noch gespeichert: in keiner Liste, in keinem neuen Export, nicht gelöscht.',
    breach: (account) => `Sind Passwortzettel verloren: schulkonto password reissue ${account}`,
  },
};

export const text = bilingual({
  en: {
    request: 'the number of the request',
    open: {
      summary:
        'take down what somebody asks for by Art. 15 to 21 GDPR, or a breach of data, with the clock for the answer',
      kind: 'what is asked for',
      accounts: 'whom it is about; can be given several times',
      identifiedBy: 'how it is known that this person asks; not of a breach',
      by: 'who asks, where it is not the person: a guardian, a lawyer, somebody without an account',
      what: 'what exactly is asked for; of a breach, what happened',
      on: 'the day on which it came in or became known; without it, today',
      askKind: 'What is it about?',
      askAccounts: 'Whom is it about (accounts, with commas between them)?',
      askIdentifiedBy: 'How is it known that this person asks?',
      askWhat: 'What happened?',
      done: (request: number, kind: string, due: string) =>
        `Request ${request} is open: ${kind}. It must be answered by ${due}.`,
      next: (kind: Kind, account: string) => next.en[kind](account),
      answerIt: (request: number) => `Then: schulkonto request answer ${request}`,
    },
    answer: {
      summary: 'record how a request was answered; a restriction or an objection that is granted holds from then on',
      outcome: 'what the answer is',
      how: 'what was answered, what was done, how the person heard of it',
      on: 'on which day; without it, today',
      askOutcome: 'What is the answer?',
      askHow: 'What was answered, and how did the person hear of it?',
      done: (request: number, outcome: string, day: string) => `Request ${request} was answered on ${day}: ${outcome}.`,
      restricted: (accounts: readonly string[]) =>
        `The data of ${listed('en', accounts)} are only kept from now on. It ends with: schulkonto request lift`,
    },
    lift: {
      summary: 'let the data of people be used again, once they have heard of it (Art. 18(3))',
      accounts: 'the accounts',
      reason: 'why',
      toldOn: 'the day on which the person heard of it, before',
      askReason: 'Why?',
      askToldOn: 'On which day did the person hear of it (2026-08-20)?',
      done: (account: string) => `The data of ${account} are used again.`,
    },
    list: {
      summary: 'list open requests',
      accounts: 'only requests about these accounts',
      all: 'answered ones, too',
      columns: ['No.', 'Came in', 'Due', 'What', 'About', 'Asked by', 'Answer'],
      none: 'No requests.',
      overdue: (due: string) => `${due}: overdue`,
      count: (requests: number) => `${count('en', requests, 'request', 'requests')}.`,
    },
    status: {
      due: (request: number, kind: string, who: string, due: string) =>
        `Request ${request}, ${kind}${who ? ` of ${who}` : ''}, must be answered by ${due}: schulkonto request answer ${request}`,
      overdue: (request: number, kind: string, who: string, due: string) =>
        `Request ${request}, ${kind}${who ? ` of ${who}` : ''}, should have been answered by ${due}: schulkonto request answer ${request}`,
      restricted: (people: number) =>
        `The data of ${count('en', people, 'person', 'people')} are only kept, and in no list (Art. 18, 21): schulkonto request list --all`,
    },
  },
  de: {
    request: 'die Nummer des Ersuchens',
    open: {
      summary:
        'aufnehmen, was jemand nach Art. 15 bis 21 DSGVO verlangt, oder eine Datenpanne, mit der Frist für die Antwort',
      kind: 'was verlangt wird',
      accounts: 'um wen es geht; mehrfach möglich',
      identifiedBy: 'woher bekannt ist, dass diese Person fragt; nicht bei einer Panne',
      by: 'wer fragt, wenn es nicht die Person ist: Erziehungsberechtigte, Anwältin, jemand ohne Konto',
      what: 'was genau verlangt wird; bei einer Panne, was geschah',
      on: 'der Tag, an dem es kam oder bekannt wurde; ohne Angabe heute',
      askKind: 'Worum geht es?',
      askAccounts: 'Um wen geht es (Konten, mit Kommas dazwischen)?',
      askIdentifiedBy: 'Woher ist bekannt, dass diese Person fragt?',
      askWhat: 'Was geschah?',
      done: (request, kind, due) => `Das Ersuchen ${request} ist offen: ${kind}. Zu beantworten bis ${due}.`,
      next: (kind, account) => next.de[kind](account),
      answerIt: (request) => `Danach: schulkonto request answer ${request}`,
    },
    answer: {
      summary:
        'festhalten, wie ein Ersuchen beantwortet wurde; Einschränkung und Widerspruch gelten ab dann, wenn ihnen stattgegeben ist',
      outcome: 'wie die Antwort lautet',
      how: 'was geantwortet und getan wurde, wie die Person davon erfuhr',
      on: 'an welchem Tag; ohne Angabe heute',
      askOutcome: 'Wie lautet die Antwort?',
      askHow: 'Was wurde geantwortet, und wie erfuhr die Person davon?',
      done: (request, outcome, day) => `Das Ersuchen ${request} ist am ${day} beantwortet: ${outcome}.`,
      restricted: (accounts) =>
        `Die Daten von ${listed('de', accounts)} bleiben ab jetzt nur noch gespeichert. Das endet mit: schulkonto request lift`,
    },
    lift: {
      summary: 'die Daten von Personen wieder verwenden, nachdem sie davon wissen (Art. 18 Abs. 3)',
      accounts: 'die Konten',
      reason: 'warum',
      toldOn: 'der Tag, an dem die Person vorher davon erfuhr',
      askReason: 'Warum?',
      askToldOn: 'An welchem Tag hat die Person davon erfahren (2026-08-20)?',
      done: (account) => `Die Daten von ${account} werden wieder verwendet.`,
    },
    list: {
      summary: 'offene Ersuchen auflisten',
      accounts: 'nur Ersuchen über diese Konten',
      all: 'auch beantwortete',
      columns: ['Nr.', 'Eingang', 'Frist', 'Was', 'Über', 'Von', 'Antwort'],
      none: 'Keine Ersuchen.',
      overdue: (due) => `${due}: überfällig`,
      count: (requests) => count('de', requests, 'Ersuchen.', 'Ersuchen.'),
    },
    status: {
      due: (request, kind, who, due) =>
        `Ersuchen ${request}, ${kind}${who ? `, ${who}` : ''}: zu beantworten bis ${due} (schulkonto request answer ${request})`,
      overdue: (request, kind, who, due) =>
        `Ersuchen ${request}, ${kind}${who ? `, ${who}` : ''}: war zu beantworten bis ${due} (schulkonto request answer ${request})`,
      restricted: (people) =>
        `Die Daten von ${count('de', people, 'Person', 'Personen')} bleiben nur gespeichert und stehen in keiner Liste (Art. 18, 21): schulkonto request list --all`,
    },
  },
});
