import type { App } from '../../app.ts';
import { type Day, writtenDay } from '../../time.ts';
import { type Role, roles } from '../../users/rules.ts';
import type { Plan } from '../planning/plan.ts';
import type { Suspect } from '../planning/result.ts';
import type { Pair, PlanWish } from '../planning/wish.ts';
import { text } from './text.ts';
import { described, describedKnown, keysOf } from './views.ts';

/** The questions that nobody was asked yet at this terminal. */
export const unasked = (suspects: Iterable<Suspect>, asked: ReadonlySet<string>): Suspect[] =>
  [...suspects].filter((suspect) => !asked.has(nameOf(suspect)));

const nameOf = (suspect: Suspect) => JSON.stringify([suspect.because, ...keysOf(suspect)]);

/**
 * Asks about the pairs who could be one person: about all at once whose names and birth dates agree, then about one
 * after the other; and about who was deleted and is listed again. Gives the wish with the answers in it; `asked` is
 * what needs not be asked again. "Later" is always an answer.
 */
export async function askAbout(
  app: App,
  plan: Plan,
  suspects: readonly Suspect[],
  asked: Set<string>,
): Promise<PlanWish> {
  const wish = plan.wish;
  if (plan.agreeing > 2 && !plan.causes.some(({ cause }) => cause === 'column-sorted')) {
    const say = app.say(text).ask;
    const answer = await app.choose(say.all(plan.agreeing), [
      { value: 'later', name: say.later },
      { value: 'same', name: say.allSame },
      { value: 'each', name: say.each },
    ]);
    if (answer === 'same') return { ...wish, sameAll: true };
    if (answer === 'later') {
      for (const suspect of suspects) asked.add(nameOf(suspect));
      return wish;
    }
  }
  return askEach(app, wish, suspects, asked);
}

async function askEach(app: App, wish: PlanWish, suspects: readonly Suspect[], asked: Set<string>): Promise<PlanWish> {
  const answers: Record<'same' | 'different', Pair[]> = { same: [], different: [] };
  const returns: Record<'leave-out' | 'take-in', string[]> = { 'leave-out': [], 'take-in': [] };
  const done = new Set<string>();
  for (const suspect of suspects) {
    const [old, arriving] = keysOf(suspect);
    asked.add(nameOf(suspect));
    // Whoever was found to be one person is nobody else.
    if (done.has(`old ${old}`) || done.has(`new ${arriving}`)) continue;
    if (suspect.departed) {
      const answer = await askReturn(app, suspect, suspect.departed.deletedOn);
      if (answer !== 'later') returns[answer].push(arriving);
      if (answer === 'leave-out') done.add(`new ${arriving}`);
      continue;
    }
    const answer = await ask(app, suspect);
    if (answer === 'later') continue;
    answers[answer].push({ old, new: arriving });
    if (answer === 'same') done.add(`old ${old}`).add(`new ${arriving}`);
  }
  return {
    ...wish,
    same: [...wish.same, ...answers.same],
    different: [...wish.different, ...answers.different],
    leaveOut: [...wish.leaveOut, ...returns['leave-out']],
    takeIn: [...wish.takeIn, ...returns['take-in']],
  };
}

function askReturn(app: App, { because, arriving }: Suspect, deletedOn: Day) {
  const say = app.say(text).ask;
  const question = say.departed(
    described(app, arriving),
    app.say(text).because[because],
    writtenDay(app.language, deletedOn),
  );
  return app.choose(question, [
    { value: 'later', name: say.laterAlone },
    { value: 'leave-out', name: say.leaveOut },
    { value: 'take-in', name: say.takeIn },
  ]);
}

function ask(app: App, { leaving, other, arriving }: Suspect) {
  const say = app.say(text).ask;
  const question = leaving
    ? say.pair(describedKnown(app, leaving), described(app, arriving))
    : say.lines(other ? described(app, other) : '', described(app, arriving));
  return app.choose(question, [
    { value: 'later', name: say.later },
    { value: 'same', name: say.same },
    { value: 'different', name: say.different },
  ]);
}

/** Asks once after which year students leave; `none` while there is no such year yet. It is kept with the import. */
export async function askLastYear(app: App, { wish, lastYear }: Plan): Promise<PlanWish> {
  const say = app.say(text).ask;
  const answer = await app.choose(say.lastYear, [
    ...lastYear.choices.map((year) => ({ value: year, name: year })),
    { value: 'none', name: say.noLastYear },
  ]);
  return { ...wish, lastYear: answer };
}

/** Asks whom a file lists that says nothing of it. */
export const askRole = (app: App): Promise<Role> =>
  app.choose(
    app.say(text).ask.role,
    roles.map((role) => ({ value: role, name: app.say(text).about[role] })),
  );
