import type { App } from '../../app.ts';
import { Exit } from '../../failures.ts';
import { listed, listedBriefly } from '../../language.ts';
import { wordsOption } from '../../terminal/choices.ts';
import { Command, CommandOption, examples, several } from '../../terminal/command.ts';
import { heading, table, type View, warning } from '../../terminal/view.ts';
import { roleWords } from '../../users/text.ts';
import type { Person } from '../rules.ts';
import { delimiters } from '../settings.ts';
import { rolesText } from '../text.ts';
import { isHeld, type Planned, planFile, writeFile } from './acts.ts';
import { bared } from './rows.ts';
import type { Absence, ExportPlan } from './rules.ts';
import { text } from './text.ts';

export function iservExport(app: App) {
  const say = app.say(text);
  return new Command('export')
    .description(say.summary)
    .argument('[file]', say.file)
    .addOption(wordsOption(app.language, '--role <role>', say.role, roleWords))
    .option('--columns <columns>', say.columns)
    .addOption(new CommandOption('--delimiter <char>', say.delimiter).choices(delimiters))
    .option('--first', say.first)
    .option('--leave-out <account>', say.leaveOut, several)
    .option('--dry-run', say.dryRun)
    .option('--approve <plan>', say.approve)
    .addHelpText(
      'after',
      examples(
        app.language,
        'iserv export iserv.csv --dry-run',
        'iserv export iserv.csv --first',
        'iserv export parents.csv --role guardian',
      ),
    )
    .action(async (given, { role = ['student'], first = false, leaveOut = [], dryRun = false, ...options }) => {
      const name = dryRun ? (given ?? '') : await app.need(given, '<file>', say.askFile);
      const planned = planFile(app, { ...options, name, roles: [...new Set(role)], first, leaveOut });
      const waits = isHeld(planned);
      if (waits) app.exit = Exit.held;
      const file = app.path(name);
      const isWritten = !dryRun && !waits;
      const lines = isWritten ? (await writeFile(app, file, planned)).lines : 0;
      await app.show(resultOf(planned, isWritten ? file : null, lines), () => [
        ...planView(app, planned, dryRun),
        ...(dryRun ? [say.dryRunDone] : []),
        ...(isWritten ? [say.done(planned.plan.written.length, lines, file), say.next] : []),
      ]);
    });
}

const mentioned = ({ account, givenName, familyName, class: name }: Person) => ({
  account,
  givenName,
  familyName,
  class: name,
});

function resultOf({ plan, wish, facts }: Planned, file: string | null, lines: number) {
  const people = (all: readonly Person[]) => all.map(mentioned);
  const absent = (because: Absence) =>
    plan.absent
      .filter((one) => one.because === because)
      .map(({ person, finding }) => ({ ...mentioned(person), reason: finding }));
  const counts = { registry: plan.inRegistry, file: plan.written.length, lines, ...effectsOf(plan), ...absences(plan) };
  return {
    file,
    roles: wish.roles,
    plan: plan.name,
    needsApproval: plan.hold && wish.approve !== plan.name ? plan.hold : null,
    noTerms: facts.noTerms && facts.findings.size > 0,
    counts,
    new: people(plan.arriving),
    renamed: people(plan.renamed),
    moved: people(plan.moved),
    regrouped: people(plan.regrouped),
    deleted: plan.deleted,
    withheld: absent('withheld'),
    leftOut: absent('left-out'),
    byHand: absent('by-hand'),
    noChild: absent('no-child'),
    inDoubt: absent('in-doubt'),
    against: plan.against.map(({ person, finding }) => ({ ...mentioned(person), reason: finding })),
  };
}

const effectsOf = (plan: ExportPlan) => ({
  new: plan.arriving.length,
  renamed: plan.renamed.length,
  moved: plan.moved.length,
  regrouped: plan.regrouped.length,
  deleted: plan.deleted.length,
});

function absences({ absent }: ExportPlan) {
  const count = (because: Absence) => absent.filter((one) => one.because === because).length;
  return {
    withheld: count('withheld'),
    byHand: count('by-hand'),
    leftOut: count('left-out'),
    noChild: count('no-child'),
    inDoubt: count('in-doubt'),
  };
}

/** How many there are, how many in the file, why they differ, and what IServ would do. */
function planView(app: App, { plan, wish, facts }: Planned, whole: boolean): View {
  const say = app.say(text);
  const roleNames = listed(
    app.language,
    wish.roles.map((role) => app.say(rolesText)[role]),
  );
  const numbers = { registry: plan.inRegistry, ...absences(plan), file: plan.written.length };
  const shown = (Object.keys(numbers) as (keyof typeof numbers)[]).filter(
    (what) => what === 'registry' || what === 'file' || numbers[what] > 0,
  );
  const effects = effectsOf(plan);
  const happening = (Object.keys(effects) as (keyof typeof effects)[]).filter((what) => effects[what] > 0);
  return [
    say.about(roleNames),
    table(
      ['', ''],
      shown.map((what) => [say.counts[what], numbers[what]]),
    ),
    ...(happening.length === 0
      ? [say.nothing]
      : [
          heading(say.effect),
          table(
            ['', ''],
            happening.map((what) => [say.effects[what], effects[what]]),
          ),
        ]),
    ...(whole ? (['arriving', 'renamed', 'moved'] as const).flatMap((kind) => listOf(app, plan, kind)) : []),
    ...absentLists(app, plan),
    ...deletedList(app, plan),
    ...complaints(app, plan, wish.approve, facts.noTerms && facts.findings.size > 0),
  ];
}

function listOf(app: App, plan: ExportPlan, kind: 'arriving' | 'renamed' | 'moved'): View {
  const say = app.say(text);
  if (plan[kind].length === 0) return [];
  const title = kind === 'arriving' ? say.lists.new : say.lists[kind];
  return [heading(title), table(say.people.slice(0, 3), plan[kind].map(row))];
}

const row = ({ account, givenName, familyName, class: name }: Person) => [
  account,
  `${givenName} ${familyName}`.trim(),
  name,
];

function absentLists(app: App, { absent }: ExportPlan): View {
  const say = app.say(text);
  const kinds = {
    withheld: 'withheld',
    'by-hand': 'byHand',
    'left-out': 'leftOut',
    'no-child': 'noChild',
    'in-doubt': 'inDoubt',
  } as const;
  return (Object.keys(kinds) as Absence[]).flatMap((because) => {
    const people = absent.filter((one) => one.because === because);
    if (people.length === 0) return [];
    const rows = people.map(({ person, finding }) => [
      ...row(person),
      because === 'withheld' && finding ? say.finding[finding] : '',
    ]);
    return [
      heading(say.lists[kinds[because]]),
      table(because === 'withheld' ? say.people : say.people.slice(0, 3), rows),
    ];
  });
}

function deletedList(app: App, { deleted }: ExportPlan): View {
  const say = app.say(text);
  if (deleted.length === 0) return [];
  const rows = deleted.map(({ account, because }) => [account, say.because[because]]);
  return [heading(say.lists.deleted), table([say.people[0] ?? '', ''], rows)];
}

function complaints(app: App, plan: ExportPlan, approved: string | undefined, noTerms: boolean): View {
  const say = app.say(text);
  const names = (people: readonly { account: string }[]) =>
    listedBriefly(
      app.language,
      people.map(({ account }) => account),
    );
  const cutOff = bared(plan);
  return [
    ...(noTerms ? [warning(say.noTerms)] : []),
    ...(plan.against.length > 0 ? [warning(say.against(names(plan.against.map(({ person }) => person))))] : []),
    ...(cutOff.length > 0 ? [warning(say.bared(listedBriefly(app.language, cutOff)))] : []),
    ...(plan.hold && approved !== plan.name ? [warning(say.held(plan.hold.deleting, plan.hold.of, plan.name))] : []),
  ];
}
