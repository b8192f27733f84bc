import type { App } from '../../app.ts';
import { Exit } from '../../failures.ts';
import { schoolYearEnd } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { wordOption } from '../../terminal/choices.ts';
import { Command, examples, repeated } from '../../terminal/command.ts';
import { roleWords } from '../../users/text.ts';
import { type Plan, planRoster } from '../planning/plan.ts';
import { resultOf } from '../planning/result.ts';
import type { PlanRules, PlanWish } from '../planning/wish.ts';
import { applyRoster, keepAnswers } from '../runs/acts.ts';
import { aheadDays, holdAbove, lastYear } from '../settings.ts';
import { askAbout, askLastYear, askRole, unasked } from './asking.ts';
import { explainedLine, explainedView, lineAsked } from './explaining.ts';
import { roleMissing } from './failures.ts';
import { refuseFaulty } from './faults.ts';
import { sourcesOf, type Taken, takeIn } from './intake.ts';
import { text } from './text.ts';
import { importView, summaryView } from './views.ts';
import { type ImportWish, planWish } from './wish.ts';

export function rosterImport(app: App) {
  const say = app.say(text);

  return new Command('import')
    .description(say.summary)
    .argument('<file...>', say.file)
    .addOption(wordOption(app.language, '--role <role>', say.role, roleWords))
    .option('--format <name>', say.format)
    .option('--encoding <name>', say.encoding)
    .option('--delimiter <char>', say.delimiter)
    .option('--map <field=column>', say.map, repeated)
    .option('--ignore <column>', say.ignore, repeated)
    .option('--header <line>', say.header)
    .option('--set <field=value>', say.set, repeated)
    .option('--source <name>', say.source, 'school')
    .option('--partial', say.partial)
    .option('--dry-run', say.dryRun)
    .option('--approve <plan>', say.approve)
    .option('--same <old=new>', say.same, repeated)
    .option('--different <old=new>', say.different, repeated)
    .option('--leave-out <id>', say.leaveOut, repeated)
    .option('--take-in <id>', say.takeIn, repeated)
    .option('--skip-faulty', say.skipFaulty)
    .option('--explain <line>', say.explain)
    .addHelpText(
      'after',
      examples(
        app.language,
        'roster import students.csv --dry-run',
        'roster import guardians.csv --role guardian',
        'roster import students.csv --same 4711=9042 --approve 3f9c5a1b2c3d',
      ),
    )
    .action((names, options) => importRoster(app, names, options));
}

/**
 * The way of a roster into the registry: read, staged line by line, planned, asked about, applied and shown.
 * @throws Failure `roster-faulty` with all faulty lines, unless they are to be left out; `role-missing`, `other-role-file`;
 * what the file as a whole may suffer from; and what a wish may ask in vain
 */
async function importRoster(app: App, names: string[], options: ImportWish & { dryRun?: true | undefined }) {
  const say = app.say(text);
  const { dryRun = false } = options;
  const asks = app.canAsk && !dryRun;
  const name = names.join(', ');
  const { file, stage } = await takeIn(app, await sourcesOf(app, names), options);
  const staged = (wish: PlanWish) => {
    stage(wish, rulesOf(app, wish));
    return planned(app, wish, file, options);
  };
  const explained = (of: Plan) =>
    options.explain === undefined ? undefined : explainedLine(app.db, file, of, lineAsked(options.explain));
  const result = (of: Plan, run: number | null = null) => ({
    ...resultOf(app.db, of, file, run, app.language),
    ...(options.explain !== undefined && { explained: explained(of) }),
  });

  let plan = staged(planWish(options, file));
  if (plan.isRoleUnclear) {
    if (!asks) throw roleMissing({ file: file.file });
    plan = staged({ ...plan.wish, role: await askRole(app), isRoleSaid: true });
  }
  if (asks && plan.lastYear.choices.length > 0) {
    plan = planned(app, await askLastYear(app, plan), file, options);
  }
  // An answer may bring another question; each is asked once.
  for (const asked = new Set<string>(); asks; ) {
    const open = unasked(result(plan).suspects, asked);
    if (open.length === 0) break;
    if (asked.size === 0) await app.note(summaryView(app, name, result(plan)));
    plan = planned(app, await askAbout(app, plan, open, asked), file, options);
  }

  const { counts, applying } = plan;
  const asked = explained(plan);
  const view = (whole: boolean) => [
    ...importView(app, name, result(plan), whole),
    ...(asked ? explainedView(app, asked) : []),
  ];
  app.exit = counts.held > 0 ? Exit.held : Exit.done;
  const isEmpty = Object.values(applying).every((count) => count === 0);
  if (isEmpty && !dryRun) keepAnswers(app, plan);
  if (dryRun || isEmpty) {
    const end = isEmpty ? (counts.held > 0 ? say.nothingButHeld : say.nothingToDo) : say.dryRunDone;
    return app.show(result(plan), () => [...view(dryRun), end]);
  }
  const changes = say.summaryOf(applying);
  if (app.canAsk) await app.note(view(false));
  await app.confirm(say.sure(changes));
  const run = applyRoster(app, plan, file);
  return app.show(result(plan, run), () => [...(app.canAsk ? [] : view(false)), say.done(run, changes)]);
}

/** What the school's settings and its calendar say of an import. */
const rulesOf = (app: App, wish: PlanWish): PlanRules => ({
  today: app.moment.today,
  lastYear: wish.lastYear ?? settingValue(app.db, lastYear),
  yearEnd: settingValue(app.db, schoolYearEnd),
  holdAbove: settingValue(app.db, holdAbove),
  aheadDays: settingValue(app.db, aheadDays),
});

/**
 * The plan of what is staged, by the rules of today, for the registry as it is now.
 * @throws Failure `roster-faulty`, `other-role-file`
 */
function planned(app: App, wish: PlanWish, file: Taken, { skipFaulty, explain }: ImportWish): Plan {
  const plan = app.snapshot((db) => planRoster(db, wish, rulesOf(app, wish), app.registryVersion));
  const explained = explain === undefined ? undefined : explainedLine(app.db, file, plan, lineAsked(explain));
  refuseFaulty(app, file, plan, skipFaulty === true, explained);
  return plan;
}
