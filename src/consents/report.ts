import { bilingual } from '../language.ts';
import { byHand, type Held, type Kept, type ReportPart, type Section } from '../subject.ts';
import { custodyAsGuardian, custodyOf } from '../users/guardians/store.ts';
import { courtOf, decidedAsGuardian, factsOf, noticesOf } from './store.ts';

function consents({ db, user, withAccount }: Held): Section {
  const entries = factsOf(db, user.id).map((fact) => ({ ...fact }));
  return { section: 'consents', source: byHand, keptUntil: withAccount, entries };
}

/** What a guardian decided, and what was said of their custody, goes with the child that it is about. */
const withChild = (entries: readonly object[], { withAccount }: Held): Kept =>
  entries.length > 0 ? { rule: 'with-child', days: null, deletedOn: null } : withAccount;

function decisionsAsGuardian(held: Held): Section {
  const entries = decidedAsGuardian(held.db, held.user.id).map((fact) => ({ ...fact }));
  return { section: 'decisionsAsGuardian', source: byHand, keptUntil: withChild(entries, held), entries };
}

function custody({ db, user, withAccount }: Held): Section {
  const entries = custodyOf(db, user.id).map(({ by: guardian, ...fact }) => ({ guardian, ...fact }));
  return { section: 'custody', source: byHand, keptUntil: withAccount, entries };
}

function custodyOfChildren(held: Held): Section {
  const entries = custodyAsGuardian(held.db, held.user.id).map((fact) => ({ ...fact }));
  return { section: 'custodyOfChildren', source: byHand, keptUntil: withChild(entries, held), entries };
}

function courtDecisions({ db, user, withAccount }: Held): Section {
  const entries = courtOf(db, user.id).map((fact) => ({ ...fact }));
  return { section: 'courtDecisions', source: byHand, keptUntil: withAccount, entries };
}

function consentNotices({ db, user, withAccount }: Held): Section {
  const entries = noticesOf(db, user.id).map((fact) => ({ ...fact }));
  return { section: 'consentNotices', source: byHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [consents, decisionsAsGuardian, custody, custodyOfChildren, courtDecisions, consentNotices],
  words: bilingual({
    en: {
      titles: {
        consents: 'Consents',
        decisionsAsGuardian: 'Decisions as a guardian',
        custody: 'Custody',
        custodyOfChildren: 'Custody of children',
        courtDecisions: 'Decisions of courts on who decides',
        consentNotices: 'Told of the right to withdraw',
      },
      labels: {
        by: 'decided by',
        channel: 'how it came',
        child: 'child',
        how: 'how',
        guardian: 'guardian',
        has: 'has custody',
        since: 'since',
        corrected: 'corrected since',
        corrects: 'takes the place of no.',
        decision: 'decision',
        evidence: 'evidence',
        for: 'for',
        purpose: 'purpose',
        version: 'version',
        recordedAt: 'recorded at',
        recordedBy: 'recorded by',
      },
      values: {
        decision: { given: 'given', refused: 'refused', withdrawn: 'withdrawn' },
        by: { self: 'in person' },
        purpose: { terms: 'terms of use' },
        channel: { paper: 'on paper', online: 'online', mail: 'by mail', 'in-person': 'in person' },
      },
    },
    de: {
      titles: {
        consents: 'Einwilligungen',
        decisionsAsGuardian: 'Entscheidungen als Erziehungsberechtigte(r)',
        custody: 'Sorgerecht',
        custodyOfChildren: 'Sorgerecht für Kinder',
        courtDecisions: 'Entscheidungen von Gerichten, wer entscheidet',
        consentNotices: 'Über das Recht auf Widerruf informiert',
      },
      labels: {
        by: 'entschieden von',
        channel: 'auf welchem Weg',
        child: 'Kind',
        how: 'wie',
        guardian: 'Erziehungsberechtigte(r)',
        has: 'hat das Sorgerecht',
        since: 'seit',
        corrected: 'seither berichtigt',
        corrects: 'an Stelle von Nr.',
        decision: 'Entscheidung',
        evidence: 'Beleg',
        for: 'für',
        purpose: 'Zweck',
        version: 'Fassung',
        recordedAt: 'vermerkt am',
        recordedBy: 'vermerkt von',
      },
      values: {
        decision: { given: 'erteilt', refused: 'abgelehnt', withdrawn: 'widerrufen' },
        by: { self: 'selbst' },
        purpose: { terms: 'Nutzungsordnung' },
        channel: { paper: 'auf Papier', online: 'online', mail: 'per E-Mail', 'in-person': 'persönlich' },
      },
    },
  }),
};
