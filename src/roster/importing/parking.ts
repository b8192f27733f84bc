import type { App } from '../../app.ts';
import { presentClasses } from '../planning/staging.ts';
import type { ClassAnswers } from '../reading/read.ts';
import { classKey, rememberedClasses } from '../reading/remembered.ts';
import { classesUnclear, parkedAndNot, parkedUnknown } from './failures.ts';
import { text } from './text.ts';
import type { ImportWish } from './wish.ts';

/** What offices call the class of who has left, or has not come: asked about once. */
const parking =
  /^(?:abg(?:ang|änge|änger|aenger|egangen)?|abi(?:turienten)?alt|abgemeldet|ausgetreten|ausgeschult|ausgeschieden|entlassen|ehemalige?|ex|alumni|archiv|weg|z{2,}|x{2,}|y{2,}|z|x|dummy|test|papierkorb|park(?:platz|en)?|warteliste|warte|wl|anmeldung(?:en)?|angemeldet|vormerkung(?:en)?|neuaufnahmen?|interessenten|unbekannt|ohne|keine?|ohneklasse|inaktiv|gelöscht|geloescht|left|leavers?|former|waiting|waitinglist|unknown|none)[._\-/]?\d*$|^0+$|^9{2,}$/;

/** Whether a class is called like one in which nobody is at the school. */
export const looksParked = (name: string): boolean => parking.test(classKey(name));

/** What is known of the classes of a file: what was typed or answered now, and all with what was said before. */
export interface Parking {
  readonly said: ClassAnswers;
  readonly all: ClassAnswers;
}

/**
 * Finds out in which classes of a staged file nobody is at the school: by what was typed, said before, or is answered.
 * @throws Failure `classes-unclear` where nobody can be asked; `parked-unknown`, `parked-and-not`
 */
export async function parkedClasses(app: App, file: string, wish: ImportWish): Promise<Parking> {
  const classes = presentClasses(app.db);
  const said = typedClasses(wish, new Set(classes.map(({ name }) => classKey(name))));
  const before = rememberedClasses(app.db, wish.source);
  const open = classes.filter(({ name }) => {
    const key = classKey(name);
    return looksParked(name) && !said.has(key) && !before.has(key);
  });
  if (open.length > 0 && !app.canAsk) throw classesUnclear({ file, classes: open });
  const say = app.say(text).parking;
  for (const { name, people } of open) {
    const answer = await app.choose(say.question(name, people), [
      { value: 'parked', name: say.parked },
      { value: 'class', name: say.isClass },
    ]);
    said.set(classKey(name), answer === 'parked');
  }
  return { said, all: new Map([...before, ...said]) };
}

function typedClasses({ parked = [], notParked = [] }: ImportWish, known: ReadonlySet<string>): Map<string, boolean> {
  const typed = new Map<string, boolean>();
  for (const [option, names] of [
    ['--parked', parked],
    ['--not-parked', notParked],
  ] as const) {
    for (const name of names) {
      const key = classKey(name);
      if (!known.has(key)) throw parkedUnknown({ option, class: name });
      if (typed.has(key) && typed.get(key) !== (option === '--parked')) throw parkedAndNot({ class: name });
      typed.set(key, option === '--parked');
    }
  }
  return typed;
}
