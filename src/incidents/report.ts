import { bilingual } from '../language.ts';
import { settingValue } from '../settings/settings.ts';
import { byHand, type Held, type Kept, leftOut, type ReportPart, type Section } from '../subject.ts';
import { clauseCodes, clauses } from '../terms/clauses.ts';
import { posts } from './posts/store.ts';
import type { Incident } from './rules.ts';
import { incidentKeepDays } from './settings.ts';
import { incidents } from './store.ts';
import { kindNames } from './text.ts';

function concerned(held: Held): Section {
  const { db, user, today } = held;
  const entries = incidents(db, { accounts: [user.account] }, true, today).map(ownPartOf);
  return { section: 'incidents', source: byHand, keptUntil: untilIncidentGoes(held), entries };
}

function inspected(held: Held): Section {
  const { db, user, today } = held;
  const entries = incidents(db, { accounts: [user.account] }, true, today).flatMap(({ incident, inspections }) =>
    inspections
      .filter(({ account }) => account === user.account)
      .map(({ account: _, ...inspection }) => ({ incident, ...inspection })),
  );
  return { section: 'inspections', source: byHand, keptUntil: untilIncidentGoes(held), entries };
}

/** Posts of somebody that moderators deleted: who did and why is about the post, and may be known. */
function deletedPosts(held: Held): Section {
  const { db, user, today } = held;
  const entries = posts(db, { accounts: [user.account] }, today).map(({ account: _, ...post }) => post);
  return { section: 'posts', source: byHand, keptUntil: untilIncidentGoes(held), entries };
}

const untilIncidentGoes = ({ db, withAccount }: Held): Kept => ({
  ...withAccount,
  rule: 'after-closing',
  days: settingValue(db, incidentKeepDays),
});

/**
 * What somebody gets to read of an incident that concerns them: never on whose word it was opened nor who else is
 * concerned; and where others are, not the texts about all of them (DSGVO Art. 15(4)).
 */
function ownPartOf({ incident, openedOn, openedBy, clause, what, closedOn, closedBy, outcome, ...of }: Incident) {
  const withheld = of.accounts.length > 1;
  const own = (text: string | null) => (withheld && text !== null ? leftOut : text);
  return { incident, openedOn, openedBy, clause, what: own(what), closedOn, closedBy, outcome: own(outcome) };
}

const rules = (language: 'en' | 'de') =>
  Object.fromEntries(clauseCodes.map((code) => [code, clauses[code].rule[language]]));

export const report: ReportPart = {
  sections: [concerned, inspected, deletedPosts],
  words: bilingual({
    en: {
      titles: {
        incidents: 'Incidents',
        inspections: 'What was looked into',
        posts: 'Posts that moderators deleted',
      },
      labels: {
        by: 'by whom',
        closedBy: 'closed by',
        closedOn: 'closed on',
        incident: 'incident',
        informedHow: 'informed how',
        informedOn: 'informed on',
        informedWhom: 'who was informed',
        openedBy: 'opened by',
        openedOn: 'opened on',
        orderedBy: 'ordered by',
        outcome: 'outcome',
        post: 'no.',
        suspicion: 'suspicion',
        what: 'what happened',
        where: 'where',
        clause: 'rule of the terms',
      },
      values: {
        clause: rules('en'),
        kind: kindNames.en,
        informedWhom: { self: 'in person' },
      },
    },
    de: {
      titles: { incidents: 'Vorfälle', inspections: 'Einsichtnahmen', posts: 'Von Moderatoren gelöschte Beiträge' },
      labels: {
        by: 'von wem',
        closedBy: 'abgeschlossen von',
        closedOn: 'abgeschlossen am',
        incident: 'Vorfall',
        informedHow: 'informiert wie',
        informedOn: 'informiert am',
        informedWhom: 'wer informiert wurde',
        openedBy: 'eröffnet von',
        openedOn: 'eröffnet am',
        orderedBy: 'angeordnet von',
        outcome: 'Ergebnis',
        post: 'Nr.',
        suspicion: 'Verdacht',
        what: 'was geschah',
        where: 'wo',
        clause: 'Regel der Nutzungsordnung',
      },
      values: {
        clause: rules('de'),
        kind: kindNames.de,
        informedWhom: { self: 'selbst' },
      },
    },
  }),
};
