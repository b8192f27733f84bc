import { bilingual } from '../language.ts';
import { settingValue } from '../settings/settings.ts';
import { byHand, type Held, type ReportPart, type Section } from '../subject.ts';
import { requestKeepDays } from './settings.ts';
import { allRestrictions, requests } from './store.ts';
import { kindNames, outcomeNames } from './text.ts';

function asked({ db, user, today, withAccount }: Held): Section {
  const entries = requests(db, { accounts: [user.account] }, true, today).map(
    ({ request, kind, on, askedBy, identifiedBy, what, dueAt, answered }) => ({
      request,
      requestKind: kind,
      on,
      askedBy,
      identifiedBy,
      what,
      dueAt,
      answeredOn: answered?.on ?? null,
      answeredBy: answered?.by ?? null,
      outcome: answered?.outcome ?? null,
      how: answered?.how ?? null,
    }),
  );
  const keptUntil = { ...withAccount, rule: 'after-closing' as const, days: settingValue(db, requestKeepDays) };
  return { section: 'requests', source: byHand, keptUntil, entries };
}

function restricted({ db, user, withAccount }: Held): Section {
  const entries = allRestrictions(db, user.id).map(({ kind, ...rest }) => ({ requestKind: kind, ...rest }));
  return { section: 'restrictions', source: byHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [asked, restricted],
  words: bilingual({
    en: {
      titles: { requests: 'Requests by data protection law', restrictions: 'Data that may only be kept' },
      labels: {
        answeredBy: 'answered by',
        answeredOn: 'answered on',
        askedBy: 'asked by',
        dueAt: 'due',
        identifiedBy: 'identified by',
        liftedBecause: 'lifted because',
        liftedOn: 'lifted on',
        request: 'no.',
        requestKind: 'what',
        since: 'since',
        toldOn: 'told on',
      },
      values: { requestKind: kindNames.en, outcome: outcomeNames.en },
    },
    de: {
      titles: { requests: 'Ersuchen nach Datenschutzrecht', restrictions: 'Daten, die nur gespeichert bleiben' },
      labels: {
        answeredBy: 'beantwortet von',
        answeredOn: 'beantwortet am',
        askedBy: 'gefragt von',
        dueAt: 'Frist',
        identifiedBy: 'ausgewiesen durch',
        liftedBecause: 'aufgehoben weil',
        liftedOn: 'aufgehoben am',
        request: 'Nr.',
        requestKind: 'was',
        since: 'seit',
        toldOn: 'mitgeteilt am',
      },
      values: { requestKind: kindNames.de, outcome: outcomeNames.de },
    },
  }),
};
