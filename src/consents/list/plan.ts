import type { Place, Said } from '../../csv/problems.ts';
import type { Reader } from '../../database/database.ts';
import type { Failure } from '../../failures.ts';
import type { Language } from '../../language.ts';
import type { Day } from '../../time.ts';
import { unknownAccount } from '../../users/failures.ts';
import { folded, isSameName, type User } from '../../users/rules.ts';
import { findUser, userByImportId } from '../../users/store.ts';
import { DecisionPlan, type Planned } from '../planning.ts';
import type { Decision } from '../rules.ts';
import { type ListProblem, problem, problemWords } from './problems.ts';
import type { ListedDecision, ListLine, ListRow } from './rows.ts';

/** Something wrong with one line, in words. */
export interface Fault extends Said {
  code: string;
}

/** A decision that can be recorded, and the line that says it. */
export type ListedPlan = Planned & { line: number };

/** What a line says of somebody. */
type PersonsDecision = ListedDecision & { user: User; line: number };

/** In the order in which it happened, wherever it stands; of one day consent comes before withdrawals. */
const byDay = ({ wish: one }: PersonsDecision, { wish: other }: PersonsDecision): number =>
  one.on < other.on ? -1 : one.on > other.on ? 1 : rank(one.decision) - rank(other.decision);

const rank = (decision: Decision) => (decision === 'withdrawn' ? 1 : 0);

interface Circumstances {
  /** Whose import IDs the list has. */
  source: string;
  today: Day;
  /** Of the words for what is wrong. */
  language: Language;
}

/** Works the lines out, day by day; again without the faulty ones for as long as others depended on them. */
export function planRows(db: Reader, rows: readonly ListRow[], circumstances: Circumstances) {
  const faults: Fault[] = [];
  for (;;) {
    const faulty = new Set(faults.map(({ line }) => line));
    const sound = rows.filter(({ line }) => !faulty.has(line.number));
    const plan = new ListPlan(db, circumstances);
    const said = plan.agreeing(sound.flatMap((row) => plan.decisionsOn(row)));
    for (const one of said.sort(byDay)) plan.add(one);
    if (plan.faults.length === 0) return { planned: plan.planned, faults: faults.sort((a, b) => a.line - b.line) };
    for (const found of plan.faults) faults.push(found);
  }
}

/** The lines of a list held against the registry's people and against each other. */
class ListPlan {
  readonly planned: ListedPlan[] = [];
  readonly faults: Fault[] = [];
  private readonly db: Reader;
  private readonly decisions: DecisionPlan;
  private readonly source: string;
  private readonly language: Language;

  constructor(db: Reader, { source, today, language }: Circumstances) {
    this.db = db;
    this.decisions = new DecisionPlan(db, today);
    this.source = source;
    this.language = language;
  }

  /** What a line says of whom; nothing where that is in doubt. */
  decisionsOn({ line, decisions, isFilled }: ListRow): PersonsDecision[] {
    const user = isFilled ? this.personOf(line) : undefined;
    for (const found of line.problems) this.complain(found);
    if (!user || line.problems.length > 0) return [];
    return decisions.map(({ wish: written, place }) => {
      const wish = { ...written, by: this.decisions.whoIsMeant(user, written) };
      if (/^guardian-name:.*\?/.test(wish.by)) this.complain(problem('lost-letter', place('by')));
      return { user, wish, place, line: line.number };
    });
  }

  /** Only those that no other line contradicts: which of two is right, nobody can tell. */
  agreeing(all: readonly PersonsDecision[]): PersonsDecision[] {
    const alike = new Map<string, PersonsDecision[]>();
    for (const one of all) {
      const key = JSON.stringify([one.user.id, one.wish.purpose, folded(one.wish.by), one.wish.on]);
      const same = alike.get(key);
      if (same) same.push(one);
      else alike.set(key, [one]);
    }
    return [...alike.values()].flatMap((same) => {
      const [first] = same;
      const second = same.find(({ wish }) => wish.decision !== first?.wish.decision);
      if (!first || !second) return same;
      for (const one of same) {
        const { line: other } = one.wish.decision === first.wish.decision ? second : first;
        this.complain(problem('decided-otherwise', one.place('decision'), { other }));
      }
      return [];
    });
  }

  add({ user, wish, place, line }: PersonsDecision): void {
    const planned = this.decisions.add(user, wish, true);
    if ('code' in planned) this.object(place(planned.part), planned.failure([user.account]));
    else this.planned.push({ ...planned, line });
  }

  /** Whom a line is about; the names, if it has any, must be theirs: cells that moved would speak of somebody else. */
  private personOf(line: ListLine): User | undefined {
    const account = line.value('account').toLowerCase();
    const importId = line.value('importId');
    const { db, source } = this;
    const user = account ? findUser(db, account) : importId ? userByImportId(db, source, importId) : undefined;
    if (!user && account) this.object(line.place('account'), unknownAccount({ accounts: [account] }));
    else if (!user && importId) this.complain(problem('unknown-import-id', line.place('importId'), { source }));
    else if (!user) this.complain(problem('no-person', line.place(line.isRead('account') ? 'account' : 'importId')));
    if (!user) return undefined;

    const name = `${user.givenName} ${user.familyName}`;
    const differing = (['givenName', 'familyName'] as const).find(
      (field) => line.value(field) !== '' && !isSameName(line.value(field), user[field]),
    );
    const isOther = account !== '' && importId !== '' && userByImportId(db, source, importId)?.id !== user.id;
    const field = differing ?? (isOther ? 'importId' : undefined);
    if (!field) return user;
    this.complain(problem('other-person', line.place(field), { account: user.account, name }));
    return undefined;
  }

  private object(place: Place, { code, words }: Failure): void {
    this.faults.push({ ...place, code, message: words(this.language).replaceAll('\n', ' ') });
  }

  private complain(found: ListProblem): void {
    const { line, column, value, code } = found;
    this.faults.push({ line, column, value, code, message: problemWords(this.language, found) });
  }
}
