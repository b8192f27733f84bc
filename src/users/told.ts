import type { App } from '../app.ts';
import type { Reader } from '../database/database.ts';
import type { Failure } from '../failures.ts';
import { bilingual } from '../language.ts';
import { line, type Parse } from '../terminal/answers.ts';
import { optionMissing } from '../terminal/failures.ts';
import type { Day } from '../time.ts';
import { noCustody, notAFullName, notGuardianOf, notWhoWasTold, tellGuardian, tellThemselves } from './failures.ts';
import { hasCustody } from './guardians/rules.ts';
import { custodiansOf, custodyOf, guardiansOf, type KeptBy } from './guardians/store.ts';
import { accountIn, type By, byOf, isFullName, nameIn } from './guardians/who.ts';
import { isMinor, type User } from './rules.ts';
import { getUser } from './store.ts';

/** Whom to tell: whoever is of age in person; of a child, the child or a guardian, or a guardian only. */
export type Rule = 'child-or-guardian' | 'guardian';

const text = bilingual({
  en: {
    option: 'who was told: self, guardian:ACCOUNT or "guardian-name:NAME"; of a child, a guardian with custody',
    ask: 'Who was told?',
    self: 'the person',
    other: 'a guardian without an account',
    askName: 'Given and family name?',
  },
  de: {
    option:
      'wer es erfahren hat: self, guardian:KONTO oder "guardian-name:NAME"; bei einem Kind eine sorgeberechtigte Person',
    ask: 'Wer hat es erfahren?',
    self: 'die Person selbst',
    other: 'eine erziehungsberechtigte Person ohne Konto',
    askName: 'Vor- und Nachname?',
  },
});

/** What the option `--told` is for. */
export const toldText = (app: App): string => app.say(text).option;

/**
 * Reads who speaks or hears for somebody, as it was typed after an option.
 * @throws Failure `not-a-full-name`, `not-a-name`, and the one that is given for what is no such thing
 */
export const speaker =
  (option: string, wrong: (facts: { value: string }) => Failure): Parse<By> =>
  (value) => {
    const by = byOf(line(option)(value));
    if (!by) throw wrong({ value });
    const name = nameIn(by);
    if (name !== undefined && !isFullName(name)) throw notAFullName({ name });
    return by;
  };

/** Who was told, as it was typed. @throws Failure `not-who-was-told`, `not-a-full-name`, `not-a-name` */
export const toldBy = speaker('--told', notWhoWasTold);

/**
 * Who was told, asked for where it is not said and not clear: of whoever is of age, nobody else can be.
 * @throws Failure `option-missing`, `unknown-account`
 */
export async function needTold(app: App, given: By | undefined, account: string, rule: Rule): Promise<By> {
  const { today } = app.moment;
  const user = getUser(app.db, account);
  if (given !== undefined) return given;
  if (!isMinor(user, today)) return 'self';
  if (!app.world.attended) throw optionMissing({ option: '--told' });
  const say = app.say(text);
  const guardians = custodiansOf(app.db, user.id, today).map((one) => ({
    value: `guardian:${one.account}` as By,
    name: `${one.givenName} ${one.familyName} (${one.account})`,
  }));
  const other = 'other';
  const chosen = await app.choose<By | typeof other>(say.ask, [
    ...(rule === 'guardian' ? [] : [{ value: 'self' as const, name: say.self }]),
    ...guardians,
    { value: other, name: say.other },
  ]);
  return chosen === other ? app.ask('--told', say.askName, (typed) => toldBy(`guardian-name:${typed}`)) : chosen;
}

/**
 * Who was told for somebody on a day, as it is kept: the person, or of a child somebody who had custody on that day.
 * @throws Failure `tell-themselves`, `tell-guardian`, `not-guardian-of`, `no-custody`
 */
export function toldFor(db: Reader, user: User, by: By, on: Day, rule: Rule): KeptBy {
  const { account } = user;
  const isChild = isMinor(user, on);
  if (by === 'self') {
    if (isChild && rule === 'guardian') throw tellGuardian({ account });
    return { guardianId: null, guardianName: null };
  }
  if (!isChild) throw tellThemselves({ account });
  const guardian = guardiansOf(db, user.id).find((one) => one.account === accountIn(by));
  const other = accountIn(by);
  if (other !== undefined && !guardian) {
    throw notGuardianOf({ guardian: other, role: getUser(db, other).role, accounts: [account] });
  }
  if (!hasCustody(custodyOf(db, user.id), by, on))
    throw noCustody({ by: other ?? nameIn(by) ?? by, on, accounts: [account] });
  return { guardianId: guardian?.id ?? null, guardianName: nameIn(by) ?? null };
}
