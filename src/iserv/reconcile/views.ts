import type { App } from '../../app.ts';
import { heading, table, type View, warning } from '../../terminal/view.ts';
import { roleNames, statusNames } from '../../users/text.ts';
import type { Person } from '../rules.ts';
import type { IservUser } from '../users.ts';
import { isHeld, type Planned } from './acts.ts';
import { type Finding, findingCodes } from './rules.ts';
import { text } from './text.ts';

/** How many of one kind are shown on the screen; scripts get all. */
const glance = 30;

/** What the comparison says, for scripts. */
export function resultOf(planned: Planned, isApplied: boolean) {
  const { comparison, facts, accounts, newcomers } = planned;
  return {
    applied: isApplied,
    plan: comparison.name,
    needsApproval: isHeld(planned) ? comparison.hold : null,
    counts: {
      accounts: facts.users.length,
      recognised: comparison.pairs.length,
      questions: comparison.questions.length,
      findings: comparison.findings.length,
    },
    roles: comparison.covered,
    findings: findingsLeft(planned),
    questions: comparison.questions.map(({ user, candidates }) => ({
      account: user.account,
      givenName: user.givenName,
      familyName: user.familyName,
      class: user.class ?? null,
      candidates: candidates.map(mentioned),
    })),
    adopted: {
      accounts: accounts.map(({ person, to }) => ({ ...mentioned(person), to })),
      people: newcomers.map(({ account, givenName, familyName, role }) => ({ account, givenName, familyName, role })),
    },
  };
}

const mentioned = ({ account, givenName, familyName, class: name }: Person) => ({
  account,
  givenName,
  familyName,
  class: name,
});

/** The findings without what has just been taken over. */
function findingsLeft({ comparison, accounts, newcomers }: Planned): Finding[] {
  const taken = new Set([
    ...accounts.map(({ to }) => `account-differs ${to}`),
    ...newcomers.map(({ account }) => `not-here ${account}`),
  ]);
  return comparison.findings.filter(({ code, account }) => !taken.has(`${code} ${account}`));
}

export function reconcileView(app: App, planned: Planned): View {
  const say = app.say(text);
  const { comparison, facts } = planned;
  const findings = findingsLeft(planned);
  const numbers = [facts.users.length, comparison.pairs.length, comparison.questions.length, findings.length];
  const isQuiet = findings.length === 0 && comparison.questions.length === 0;
  return [
    table(
      ['', ''],
      say.counts.map((title, at) => [title, numbers[at] ?? 0]),
    ),
    ...adoptedView(app, planned),
    ...findingCodes.flatMap((code) =>
      findingView(
        app,
        code,
        findings.filter((one) => one.code === code),
      ),
    ),
    ...questionsView(app, planned),
    ...(isHeld(planned) && comparison.hold
      ? [warning(say.held(comparison.hold.missing, comparison.hold.of, comparison.name))]
      : []),
    ...(isQuiet ? [say.nothing] : []),
  ];
}

function findingView(app: App, code: Finding['code'], found: readonly Finding[]): View {
  const say = app.say(text);
  if (found.length === 0) return [];
  const rows = found
    .slice(0, glance)
    .map(({ account, class: name, here, there }) => [
      account,
      name,
      worded(app, code, here),
      code === 'not-logged-in' && there === null ? say.never : worded(app, code, there),
    ]);
  const more = found.length > glance ? [say.more(found.length - glance)] : [];
  return [heading(say.titles[code]), table(say.columns, rows), ...more];
}

function worded(app: App, code: Finding['code'], value: string | null): string | null {
  if (code === 'active-though-closed') return (app.say(statusNames) as Record<string, string>)[value ?? ''] ?? value;
  if (code === 'role-differs') return (app.say(roleNames) as Record<string, string>)[value ?? ''] ?? value;
  return value;
}

function questionsView(app: App, { comparison: { questions } }: Planned): View {
  const say = app.say(text);
  const [first] = questions;
  if (!first) return [];
  const rows = questions.map(({ user, candidates }) => [
    user.account,
    nameOf(user),
    user.class ?? null,
    candidates
      .map((person) => `${person.account} (${nameOf(person)}${person.class ? `, ${person.class}` : ''})`)
      .join('; '),
  ]);
  return [
    heading(say.questions),
    table(say.questionColumns, rows),
    warning(say.answerWith(first.user.account, first.candidates[0]?.account ?? '')),
  ];
}

function adoptedView(app: App, { accounts, newcomers, comparison, wish }: Planned): View {
  const say = app.say(text);
  const nobodyKnows = wish.adopt ? comparison.strangers.filter(({ role }) => role === undefined).length : 0;
  return [
    ...(nobodyKnows > 0 ? [warning(say.roleUnknown(nobodyKnows))] : []),
    ...(accounts.length > 0
      ? [
          heading(say.adoptedAccounts),
          table(
            say.becomes,
            accounts.map(({ person, to }) => [person.account, to]),
          ),
        ]
      : []),
    ...(newcomers.length > 0
      ? [
          heading(say.adoptedPeople),
          table(
            ['', ''],
            newcomers.map((user) => [user.account, nameOf(user)]),
          ),
        ]
      : []),
  ];
}

export const nameOf = ({ givenName, familyName }: Pick<IservUser, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`.trim();
