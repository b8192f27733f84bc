import type { App } from '../../app.ts';
import type { Suspect } from '../planning/result.ts';
import type { Pair, PlanWish } from '../planning/wish.ts';
import { text } from './text.ts';
import { described, keyOf } from './views.ts';

/** Asks about the pairs who could be one person, one after the other; gives the wish with the answers in it. */
export async function askAbout(app: App, suspects: Iterable<Suspect>, wish: PlanWish): Promise<PlanWish> {
  const answers: Record<'same' | 'different', Pair[]> = { same: [], different: [] };
  for (const suspect of [...suspects]) {
    const answer = await ask(app, suspect);
    if (answer !== 'later') answers[answer].push({ old: keyOf(suspect.leaving), new: keyOf(suspect.arriving) });
  }
  return {
    ...wish,
    same: [...wish.same, ...answers.same],
    different: [...wish.different, ...answers.different],
  };
}

function ask(app: App, { leaving, arriving }: Suspect) {
  const say = app.say(text).ask;
  return app.choose(say.pair(described(app, leaving), described(app, arriving)), [
    { value: 'same', name: say.same },
    { value: 'different', name: say.different },
    { value: 'later', name: say.later },
  ]);
}
