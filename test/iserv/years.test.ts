import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashQuickly, type School } from '../support/school.ts';
import { Iserv } from './model.ts';
import { type Child, rosterOf, schoolOf } from './school.ts';

/** What can happen at a school: what, and to whom, as a number that is taken as it fits. */
const happenings = [
  'enrolled',
  'renamed',
  'moved',
  'gone',
  'back',
  'suspended',
  'lifted',
  'consented',
  'withdrawn',
  'refused',
  'scheduled',
  'nights',
  'issued',
  'made-by-hand',
  'closed-there',
  'opened-there',
  'exchanged',
  'worked',
  'left-out',
] as const;
type Happening = readonly [what: (typeof happenings)[number], whom: number];

const names = ['Anna Klein', 'Ben Groß', 'Cem Groß', 'Anna Klein', 'Dua Müller', 'Eli Roth', 'Ida Klein', 'Jan Roth'];
const classes = ['5a', '5b', '6a'];

/** Findings that an entry of the list answers, by what is to be done; all others are no work for anybody. */
const answers: Readonly<Record<string, readonly string[]>> = {
  'not-here': ['unknown'],
  'still-there': ['delete'],
  'active-though-closed': ['lock', 'close'],
  'locked-without-cause': ['unlock', 'open'],
  'account-differs': ['rename'],
  'by-hand': ['import-id'],
  'name-differs': ['edit'],
  'class-differs': ['edit'],
};

/** A school and its IServ, through some years. */
class Years {
  readonly iserv = new Iserv();
  private readonly school: School;
  private readonly here = new Map<string, Child>();
  private readonly left = new Map<string, Child>();
  /** What was last said of the terms for an account. */
  private readonly said = new Map<string, string>();
  private day = Date.parse('2026-08-20');
  private number = 0;
  private isBegun = false;

  constructor(school: School) {
    this.school = school;
  }

  async happen([what, whom]: Happening): Promise<void> {
    const child = pick([...this.here.values()], whom);
    const account = pick(await this.accounts(), whom);
    switch (what) {
      case 'enrolled': {
        this.number += 1;
        const [given = '', family = ''] = pick(names, whom)?.split(' ') ?? [];
        this.here.set(`${this.number}`, [`${this.number}`, given, family, pick(classes, whom) ?? '']);
        return this.roster();
      }
      case 'renamed':
        if (child) this.here.set(child[0], [child[0], child[1], `${child[2]}-Neu`, child[3]]);
        return this.roster();
      case 'moved':
        if (child) this.here.set(child[0], [child[0], child[1], child[2], pick(classes, whom + 1) ?? '']);
        return this.roster();
      case 'gone':
        if (child && this.here.size > 1 && this.here.delete(child[0])) this.left.set(child[0], child);
        return this.roster();
      case 'back': {
        const again = pick([...this.left.values()], whom);
        if (again && this.left.delete(again[0])) this.here.set(again[0], again);
        return this.roster();
      }
      case 'suspended':
        return this.type(`suspension impose ${account} --reason Streit --clause mass-mail`);
      case 'lifted':
        return this.type(`suspension lift ${account} --reason Streit --clause mass-mail`);
      case 'consented':
        return this.say('give', account);
      case 'withdrawn':
        return this.say('withdraw', account);
      case 'refused':
        return this.say('refuse', account);
      case 'scheduled':
        return this.type(`leaver schedule ${account} --left-on ${this.today}`);
      case 'nights':
        return this.nights();
      case 'issued':
        this.number += 1;
        return this.type(`password issue --csv passwords-${this.number}.csv`);
      case 'made-by-hand': {
        const [givenName = '', familyName = ''] = pick(names, whom)?.split(' ') ?? [];
        this.iserv.add({ givenName, familyName, class: pick(classes, whom) ?? '' });
        return;
      }
      case 'closed-there':
      case 'opened-there': {
        const user = pick([...this.iserv.users.values()], whom);
        if (user) user.status = what === 'closed-there' ? 'inaktiv' : 'aktiv';
        return;
      }
      case 'exchanged':
        return this.exchange('');
      case 'left-out':
        return this.exchange(account ? `--leave-out ${account}` : '');
      case 'worked':
        return this.work();
    }
  }

  /** Export, import, and a comparison: nothing may be there that should not be, nor be found that is not on the list. */
  async exchange(options: string): Promise<void> {
    if (this.isBegun) await this.reconcile();
    this.number += 1;
    const file = `export-${this.number}.csv`;
    const { exit } = await this.school.cli(`iserv export ${file} ${this.isBegun ? options : '--first'} -y`);
    if (exit !== 0) return;
    this.isBegun = true;
    const [before, gone] = [new Set(this.iserv.users.keys()), this.iserv.deleted.length];
    const ids = new Map([...this.iserv.users.values()].map((user) => [user.importId, user.account]));
    this.iserv.importFile(this.school.bytes(file).toString());
    const here = new Set(await this.accounts());
    const made = [...this.iserv.users.values()].filter(({ account }) => !before.has(account));
    expect(made.filter(({ account }) => this.said.get(account) !== 'give')).toEqual([]);
    const deleted = this.iserv.deleted.slice(gone).filter((account) => !options.includes(account));
    expect(deleted.filter((account) => here.has(account))).toEqual([]);
    expect(made.filter(({ importId }) => ids.has(importId))).toEqual([]);
    // Whom IServ made by hand, only the comparison itself tells.
    const findings = await this.reconcile();
    const todo = await this.todo();
    const unanswered = findings.filter(
      ({ code, account }) =>
        !(code in answers) || !todo.some((one) => one.account === account && answers[code]?.includes(one.what)),
    );
    expect(unanswered).toEqual([]);
  }

  /** Everything on the list is done, and then it is empty, but for whom nobody here knows. */
  private async work(): Promise<void> {
    if (!this.isBegun) return;
    await this.reconcile();
    this.iserv.work(await this.todo());
    await this.type('iserv done --what password');
    await this.reconcile();
    expect((await this.todo()).filter(({ what }) => what !== 'unknown')).toEqual([]);
  }

  private async todo(): Promise<{ what: string; account: string; to: string | null }[]> {
    return (await this.school.cli('iserv todo --json')).json();
  }

  private async reconcile(): Promise<{ code: string; account: string }[]> {
    this.school.file('users.csv', this.iserv.export());
    const ended = await this.school.cli('iserv reconcile users.csv --same all --json -y');
    return ended.exit === 4 ? [] : ended.json().findings;
  }

  private async accounts(): Promise<string[]> {
    return (await this.school.cli('user list --json')).json().map(({ account }: { account: string }) => account);
  }

  private async roster(): Promise<void> {
    this.school.file('students.csv', rosterOf([...this.here.values()]));
    await this.type('roster import students.csv');
  }

  private async say(word: string, account: string | undefined): Promise<void> {
    const { exit } = await this.school.cli(`consent ${word} ${account} --by "guardian-name:Jo Muster" -y`);
    if (exit === 0 && account) this.said.set(account, word);
  }

  private async nights(): Promise<void> {
    await this.type('leaver notices --told');
    for (const days of [20, 20, 1]) {
      this.day += days * 86_400_000;
      this.school.on(this.today);
      await this.type('leaver run');
    }
  }

  private get today(): string {
    return new Date(this.day).toISOString().slice(0, 10);
  }

  /** Types a command that may well be refused; it must only never end in a bug. */
  private async type(line: string): Promise<void> {
    const { exit, err } = await this.school.cli(`${line} -y`);
    if (exit === 1) throw new Error(`${line}: ${err}`);
  }
}

const pick = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % items.length];

const year = fc.array(fc.tuple(fc.constantFrom(...happenings), fc.nat(7)), { minLength: 5, maxLength: 16 });

test('after any year IServ has nobody it should not, misses nobody, and differs in nothing that is not on the list', async () => {
  await fc.assert(
    fc.asyncProperty(year, async (happened) => {
      const school = await schoolOf([]);
      hashQuickly(school);
      const years = new Years(school);
      for (const one of [
        ['enrolled', 0],
        ['enrolled', 1],
        ['consented', 0],
        ['consented', 1],
        ['exchanged', 0],
      ] as const)
        await years.happen(one);
      for (const one of happened) await years.happen(one);
      await years.exchange('');
    }),
    { numRuns: Number(process.env.YEARS ?? 2) },
  );
});
