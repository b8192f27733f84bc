import { bilingual } from '../language.ts';
import { byHand, type Held, type Kept, type ReportPart, type Section } from '../subject.ts';
import { decidedAsGuardian, factsOf } from './store.ts';

function consents({ db, user, withAccount }: Held): Section {
  const entries = factsOf(db, user.id).map((fact) => ({ ...fact }));
  return { section: 'consents', source: byHand, keptUntil: withAccount, entries };
}

/** What a guardian decided goes with the child that it is about. */
function decisionsAsGuardian({ db, user, withAccount }: Held): Section {
  const entries = decidedAsGuardian(db, user.id).map((fact) => ({ ...fact }));
  const withChild: Kept = { rule: 'with-child', days: null, deletedOn: null };
  const keptUntil = entries.length > 0 ? withChild : withAccount;
  return { section: 'decisionsAsGuardian', source: byHand, keptUntil, entries };
}

export const report: ReportPart = {
  sections: [consents, decisionsAsGuardian],
  words: bilingual({
    en: {
      titles: { consents: 'Consents', decisionsAsGuardian: 'Decisions as a guardian' },
      labels: {
        by: 'decided by',
        channel: 'how it came',
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
      titles: { consents: 'Einwilligungen', decisionsAsGuardian: 'Entscheidungen als Erziehungsberechtigte(r)' },
      labels: {
        by: 'entschieden von',
        channel: 'auf welchem Weg',
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
