import type { App } from '../../app.ts';
import { Exit } from '../../failures.ts';
import { schoolYearEnd } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { Command, CommandOption, examples, repeated } from '../../terminal/command.ts';
import { type Role, roles } from '../../users/rules.ts';
import { type Plan, planRoster } from '../planning/plan.ts';
import { resultOf } from '../planning/result.ts';
import { openStage, problems, stageRows } from '../planning/staging.ts';
import type { PlanRules, PlanWish } from '../planning/wish.ts';
import { problemWords } from '../reading/problems.ts';
import { readRoster } from '../reading/read.ts';
import { applyRoster, keepAnswers } from '../runs/acts.ts';
import { aheadDays, holdAbove, lastYear } from '../settings.ts';
import { askAbout, askLastYear, askRole } from './asking.ts';
import { faultyRoster, otherRoleFile, roleMissing } from './failures.ts';
import { text } from './text.ts';
import { importView, summaryView } from './views.ts';
import { type ImportWish, planWish } from './wish.ts';

export function rosterImport(app: App) {
  const say = app.say(text);

  return new Command('import')
    .description(say.summary)
    .argument('<file>', say.file)
    .addOption(new CommandOption('--role <role>', say.role).choices(roles))
    .option('--format <name>', say.format)
    .option('--encoding <name>', say.encoding)
    .option('--delimiter <char>', say.delimiter)
    .option('--map <field=column>', say.map, repeated)
    .option('--source <name>', say.source, 'school')
    .option('--partial', say.partial)
    .option('--dry-run', say.dryRun)
    .option('--approve <plan>', say.approve)
    .option('--same <old=new>', say.same, repeated)
    .option('--different <old=new>', say.different, repeated)
    .option('--skip-faulty', say.skipFaulty)
    .addHelpText(
      'after',
      examples(
        app.language,
        'roster import students.csv --dry-run',
        'roster import guardians.csv --role guardian',
        'roster import students.csv --same 4711=9042 --approve 3f9c5a1b2c3d',
      ),
    )
    .action((name, options) => importRoster(app, name, options));
}

/**
 * The way of a roster into the registry: read, staged line by line, planned, asked about, applied and shown.
 * @throws Failure `roster-faulty` with all faulty lines, unless they are to be left out; `role-missing`, `other-role-file`;
 * what the file as a whole may suffer from; and what a wish may ask in vain
 */
async function importRoster(app: App, name: string, options: ImportWish & { dryRun?: true | undefined }) {
  const say = app.say(text);
  const { dryRun = false, skipFaulty = false } = options;
  const asks = app.canAsk && !dryRun;
  const roster = readRoster(app.path(name), options, app.moment.today);
  const file = roster.recognised;
  const staged = (wish: PlanWish) => {
    openStage(app.scratch);
    for (const rows of roster.batches()) stageRows(app.scratch, rows, wish, rulesOf(app, wish));
    return planned(app, wish, name, skipFaulty);
  };
  const result = (of: Plan, run: number | null = null) => resultOf(app.db, of, file, run, app.language);

  let plan = staged(planWish(options, file));
  if (plan.isRoleUnclear) {
    if (!asks) throw roleMissing({ file: app.path(name) });
    plan = staged({ ...plan.wish, role: await askRole(app), isRoleSaid: true });
  }
  if (asks && plan.lastYear.choices.length > 0) {
    plan = planned(app, await askLastYear(app, plan), name, skipFaulty);
  }
  if (asks && plan.counts.suspects > 0) {
    await app.note(summaryView(app, name, result(plan)));
    plan = planned(app, await askAbout(app, plan, result(plan).suspects), name, skipFaulty);
  }

  const { counts, applying } = plan;
  const view = (whole: boolean) => importView(app, name, result(plan), whole);
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
function planned(app: App, wish: PlanWish, name: string, skipFaulty: boolean): Plan {
  const plan = app.snapshot((db) => planRoster(db, wish, rulesOf(app, wish), app.registryVersion));
  if (plan.counts.problems === 0 || skipFaulty) return plan;
  const file = app.path(name);
  const found = Array.from(problems(app.db), (one) => ({ ...one, message: problemWords(app.language, one) }));
  const others = found.filter(({ code }) => code === 'other-role');
  const [other] = others;
  if (other && others.length > 1 && others.length > plan.counts.rows / 2) {
    throw otherRoleFile({ file, role: wish.role, people: others.length, other: other.facts?.role as Role });
  }
  throw faultyRoster({ file, problems: found });
}
