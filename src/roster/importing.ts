import type { App } from '../app.ts';
import { settingValue } from '../settings/settings.ts';
import type { Role } from '../users/rules.ts';
import { faultyRoster, noSuchPair } from './failures.ts';
import { formats } from './formats/index.ts';
import type { Pair } from './planning/match.ts';
import { type Plan, type PlanWish, planRoster } from './planning/plan.ts';
import { resultOf, type Suspect } from './planning/result.ts';
import { openStage, problems, stageRows } from './planning/staging.ts';
import { problemWords } from './reading/problems.ts';
import { type Recognised, readRoster } from './reading/read.ts';
import type { Wish } from './reading/wish.ts';
import { holdAbove, lastYear } from './settings.ts';
import { text } from './text.ts';
import { described, keyOf } from './views.ts';

/** What somebody says on the command line about an import. */
export interface ImportWish extends Wish {
  file: string;
  role?: Role | undefined;
  source: string;
  partial?: true | undefined;
  approve?: string | undefined;
  same?: string[] | undefined;
  different?: string[] | undefined;
  skipFaulty?: true | undefined;
}

/** A plan, for whom and from what it was made, and the state of the registry that it was made for. */
export interface Planned {
  plan: Plan;
  wish: PlanWish;
  file: Recognised;
  version: number;
}

/**
 * Reads a file and works out what it would do.
 * @throws Failure `roster-faulty` with all faulty lines, unless they are to be left out; and what the file as a whole
 * may suffer from
 */
export function planFile(app: App, wish: ImportWish): Planned {
  const { recognised, batches } = readRoster(wish.file, wish, app.moment.today);
  const role = wish.role ?? formats.find(({ name }) => name === recognised.format)?.role ?? 'student';
  openStage(app.scratch);
  for (const rows of batches()) stageRows(app.scratch, rows);
  const planned = plan(app, recognised, {
    role,
    source: wish.source,
    fields: recognised.fields.filter((field) => field !== 'childId' || role === 'guardian'),
    partial: wish.partial ?? false,
    approve: wish.approve ?? null,
    same: pairs('--same', wish.same),
    different: pairs('--different', wish.different),
  });
  if (planned.plan.counts.problems > 0 && !wish.skipFaulty) throw faulty(app, wish.file);
  return planned;
}

/** Asks about the pairs who could be one person, one after the other, and plans again with the answers. */
export async function answerSuspects(app: App, planned: Planned): Promise<Planned> {
  const { plan: asked, file, wish } = planned;
  const { suspects } = resultOf(app.db, { plan: asked, file, role: wish.role, run: null, language: app.language });
  const answers: Record<'same' | 'different', Pair[]> = { same: [], different: [] };
  for (const suspect of [...suspects]) {
    const answer = await ask(app, suspect);
    if (answer !== 'later') answers[answer].push({ old: keyOf(suspect.leaving), new: keyOf(suspect.arriving) });
  }
  const same = [...wish.same, ...answers.same];
  const different = [...wish.different, ...answers.different];
  return plan(app, file, { ...wish, same, different });
}

function ask(app: App, { leaving, arriving }: Suspect) {
  const say = app.say(text).import.ask;
  return app.choose(say.pair(described(app, leaving), described(app, arriving)), [
    { value: 'same', name: say.same },
    { value: 'different', name: say.different },
    { value: 'later', name: say.later },
  ]);
}

function plan(app: App, file: Recognised, wish: PlanWish): Planned {
  return app.snapshot((db) => {
    const rules = { lastYear: settingValue(db, lastYear), holdAbove: settingValue(db, holdAbove) };
    return { plan: planRoster(db, wish, rules), wish, file, version: app.registryVersion };
  });
}

/** @throws Failure `no-such-pair` */
function pairs(option: string, typed: readonly string[] = []): Pair[] {
  return typed.map((pair) => {
    const [, old = '', arriving = ''] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    if (!old) throw noSuchPair({ option, pair, part: 'form' });
    return { old: old.trim(), new: arriving.trim() };
  });
}

const faulty = (app: App, file: string) =>
  faultyRoster({
    file,
    problems: Array.from(problems(app.db), (found) => ({ ...found, message: problemWords(app.language, found) })),
  });
