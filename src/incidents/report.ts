import { bilingual } from '../language.ts';
import { settingValue } from '../settings/settings.ts';
import { byHand, type Held, type Kept, leftOut, type ReportPart, type Section } from '../subject.ts';
import { clauseCodes, clauses } from '../terms/clauses.ts';
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
  sections: [concerned, inspected],
  words: bilingual({
    en: {
      titles: { incidents: 'Incidents', inspections: 'What was looked into' },
      labels: {
        closedBy: 'closed by',
        closedOn: 'closed on',
        incident: 'incident',
        informedHow: 'informed how',
        informedOn: 'informed on',
        openedBy: 'opened by',
        openedOn: 'opened on',
        orderedBy: 'ordered by',
        outcome: 'outcome',
        suspicion: 'suspicion',
        what: 'what happened',
        clause: 'rule of the terms',
      },
      values: {
        clause: rules('en'),
        kind: kindNames.en,
      },
    },
    de: {
      titles: { incidents: 'Vorfälle', inspections: 'Einsichtnahmen' },
      labels: {
        closedBy: 'abgeschlossen von',
        closedOn: 'abgeschlossen am',
        incident: 'Vorfall',
        informedHow: 'informiert wie',
        informedOn: 'informiert am',
        openedBy: 'eröffnet von',
        openedOn: 'eröffnet am',
        orderedBy: 'angeordnet von',
        outcome: 'Ergebnis',
        suspicion: 'Verdacht',
        what: 'was geschah',
        clause: 'Regel der Nutzungsordnung',
      },
      values: {
        clause: rules('de'),
        kind: kindNames.de,
      },
    },
  }),
};
