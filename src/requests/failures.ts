import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';

export const unknownRequest = failure<{ request: number }>('unknown-request', Exit.refused, {
  en: ({ request }) => `There is no request ${request}.\nLook with "schulkonto request list --all".`,
  de: ({ request }) => `Ein Ersuchen ${request} gibt es nicht.\nNachsehen mit „schulkonto request list --all“.`,
});

export const nobodyConcerned = failure<object>('nobody-concerned', Exit.usage, {
  en: () => 'Whom is it about? Name accounts with --account, or with --by who asks and has none.',
  de: () => 'Um wen geht es? Mit --account Konten nennen, oder mit --by, wer fragt und keines hat.',
});

export const notIdentified = failure<object>('not-identified', Exit.usage, {
  en: () =>
    'How is it known that this person asks (--identified-by)? Whoever gets somebody else’s data by mistake can’t give them back.',
  de: () =>
    'Woher ist bekannt, dass diese Person fragt (--identified-by)? Daten, die an Falsche gehen, kommen nicht zurück.',
});

export const alreadyAnswered = failure<{ request: number; on: Day }>('already-answered', Exit.refused, {
  en: ({ request, on }) =>
    `Request ${request} was answered on ${writtenDay('en', on)}.\nIf the person asks again, open another one.`,
  de: ({ request, on }) =>
    `Das Ersuchen ${request} ist am ${writtenDay('de', on)} beantwortet.\nFragt die Person noch einmal, ein neues eröffnen.`,
});

export const wrongOutcome = failure<{ request: number; outcome: string; possible: string[] }>(
  'wrong-outcome',
  Exit.usage,
  {
    en: ({ request, outcome, possible }) =>
      `--outcome ${outcome} is no answer to request ${request}. Possible: ${possible.join(', ')}.`,
    de: ({ request, outcome, possible }) =>
      `--outcome ${outcome} ist keine Antwort auf das Ersuchen ${request}. Möglich: ${possible.join(', ')}.`,
  },
);

export const answeredBeforeAsked = failure<{ request: number; asked: Day; on: Day }>(
  'answered-before-asked',
  Exit.refused,
  {
    en: ({ request, asked, on }) =>
      `Request ${request} came in on ${writtenDay('en', asked)} and can't have been answered on ${writtenDay('en', on)}.\nCheck --on.`,
    de: ({ request, asked, on }) =>
      `Das Ersuchen ${request} kam am ${writtenDay('de', asked)} und kann nicht am ${writtenDay('de', on)} beantwortet sein.\n--on prüfen.`,
  },
);

export const notRestricted = failure<{ accounts: string[] }>('not-restricted', Exit.refused, {
  en: ({ accounts }) =>
    `The data of ${listed('en', accounts)} are not restricted; nothing was lifted.\nLook with "schulkonto user show".`,
  de: ({ accounts }) =>
    `Die Daten von ${listed('de', accounts)} sind nicht eingeschränkt; nichts wurde aufgehoben.\nNachsehen mit „schulkonto user show“.`,
});

export const liftedBefore = failure<{ account: string; since: Day; on: Day }>('lifted-before-told', Exit.refused, {
  en: ({ account, since, on }) =>
    `The data of ${account} are restricted since ${writtenDay('en', since)}; of the end they can't have heard on ${writtenDay('en', on)}.\nCheck --told-on.`,
  de: ({ account, since, on }) =>
    `Die Daten von ${account} sind seit ${writtenDay('de', since)} eingeschränkt; vom Ende kann die Person nicht am ${writtenDay('de', on)} erfahren haben.\n--told-on prüfen.`,
});
