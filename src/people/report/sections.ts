import { auditKeepDays } from '../../audit/settings.ts';
import { decidedAsGuardian, factsOf } from '../../consents/store.ts';
import { incidentKeepDays } from '../../incidents/settings.ts';
import { incidents } from '../../incidents/store.ts';
import { toldAt } from '../../leavers/notices/store.ts';
import { runsOf } from '../../roster/runs/store.ts';
import { settingValue } from '../../settings/settings.ts';
import { suspensions } from '../../suspensions/store.ts';
import { manualSource } from '../../users/rules.ts';
import { accountsOfOthers } from '../../users/store.ts';
import type { Held, Kept, Section, Source } from './report.ts';
import { ownPartOf, textsIn, withoutOthers } from './rules.ts';

const byHand: Source = { kind: 'by-hand', name: null };
const program: Source = { kind: 'program', name: null };

const sourceOf = ({ user }: Held): Source =>
  user.source === manualSource ? byHand : { kind: 'roster', name: user.source };

export function person(held: Held): Section {
  const { user } = held;
  const { status } = held.person;
  const { account, role, givenName, familyName, class: name, birthDate, email, source, importId } = user;
  const entry = { account, role, status, givenName, familyName, class: name, birthDate, email, source, importId };
  return { section: 'person', source: sourceOf(held), keptUntil: held.withAccount, entries: [entry] };
}

export function groups(held: Held): Section {
  const entries = held.user.groups.map((group) => ({ group }));
  return { section: 'groups', source: sourceOf(held), keptUntil: held.withAccount, entries };
}

/** Guardians and children, by their accounts only: all else about them is theirs. */
export function family({ person, withAccount }: Held): Section {
  const entries = [
    ...person.guardians.map(({ account }) => ({ relation: 'guardian', account })),
    ...person.children.map(({ account }) => ({ relation: 'child', account })),
  ];
  const source: Source = { kind: 'roster-or-by-hand', name: null };
  return { section: 'family', source, keptUntil: withAccount, entries };
}

/** Of a password only a salted hash is held, which tells nobody the password: the report says that there is one. */
export function password({ person, withAccount }: Held): Section {
  const { state, issuedOn } = person.password;
  const entries = state === 'none' ? [] : [{ passwordState: state, issuedOn }];
  return { section: 'password', source: byHand, keptUntil: withAccount, entries };
}

export function leaving({ db, user, person, withAccount }: Held): Section {
  const source: Source = { kind: 'roster-or-by-hand', name: null };
  const entries = person.leaving ? [{ ...person.leaving, toldAt: toldAt(db, user.id) }] : [];
  return { section: 'leaving', source, keptUntil: withAccount, entries };
}

export function rosterRuns({ db, user, withAccount }: Held): Section {
  const entries = runsOf(db, user.id).map((run) => ({ ...run }));
  return { section: 'rosterRuns', source: program, keptUntil: withAccount, entries };
}

export function consents({ db, user, withAccount }: Held): Section {
  const entries = factsOf(db, user.id).map((fact) => ({ ...fact }));
  return { section: 'consents', source: byHand, keptUntil: withAccount, entries };
}

/** What a guardian decided goes with the child that it is about. */
export function decided({ db, user, withAccount }: Held): Section {
  const entries = decidedAsGuardian(db, user.id).map((fact) => ({ ...fact }));
  const keptUntil: Kept = { rule: 'with-child', days: null, deletedOn: null };
  return {
    section: 'decisionsAsGuardian',
    source: byHand,
    keptUntil: entries.length > 0 ? keptUntil : withAccount,
    entries,
  };
}

export function suspended({ db, user, today, withAccount }: Held): Section {
  const all = suspensions(db, { accounts: [user.account] }, true, today);
  const entries = Array.from(all, ({ account: _, lifted, ...suspension }) => ({
    ...suspension,
    liftedOn: lifted?.on ?? null,
    liftedBecause: lifted?.reason ?? null,
  }));
  return { section: 'suspensions', source: byHand, keptUntil: withAccount, entries };
}

export function concerned(held: Held): Section {
  const { db, user, today } = held;
  const entries = incidents(db, { accounts: [user.account] }, true, today).map(ownPartOf);
  return { section: 'incidents', source: byHand, keptUntil: untilIncidentGoes(held), entries };
}

export function inspected(held: Held): Section {
  const { db, user, today } = held;
  const entries = incidents(db, { accounts: [user.account] }, true, today).flatMap(({ incident, inspections }) =>
    inspections
      .filter(({ account }) => account === user.account)
      .map(({ account: _, ...inspection }) => ({ incident, ...inspection })),
  );
  return { section: 'inspections', source: byHand, keptUntil: untilIncidentGoes(held), entries };
}

export function logged({ db, user, log, withAccount }: Held): Section {
  const others = new Set(
    accountsOfOthers(
      db,
      user.id,
      log.flatMap(({ facts }) => textsIn(facts)),
    ),
  );
  const entries = log.map(({ id, at, operator, act, facts }) => ({
    entry: id,
    at,
    operator,
    act,
    facts: withoutOthers(facts, others),
  }));
  const keptUntil: Kept = { ...withAccount, rule: 'after-entry', days: settingValue(db, auditKeepDays) };
  return { section: 'log', source: program, keptUntil, entries };
}

const untilIncidentGoes = ({ db, withAccount }: Held): Kept => ({
  ...withAccount,
  rule: 'after-closing',
  days: settingValue(db, incidentKeepDays),
});
