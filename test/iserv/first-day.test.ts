import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { type Account, Iserv } from './model.ts';
import { accountsIn, type Child, children, consented, done, exported, rosterOf, schoolOf } from './school.ts';

const given =
  'Anna Ben Çem Zoë Mia Leon Emil Ida Jan Ömer Lina Paul Rosa Tim Ayşe Noah Ella Luis Kim Jana Ole Pia Max Eva'.split(
    ' ',
  );
const beginnings = 'Mül Groß Kay Weiß Beck Schrö Lang Vog König Roth Özd Fürst'.split(' ');
const endings = 'mann ler berg er ing hoff bach'.split(' ');

/** The same number for the same child, without a pattern that names would follow. */
const mixed = (at: number, salt: number) => (Math.imul(at + salt, 2_654_435_761) >>> 7) % 100_003;

/** 1,200 children, of whom many have one name, as the office lists them. */
const office: readonly Child[] = Array.from({ length: 1200 }, (_, at): Child => {
  const family = `${beginnings[mixed(at, 7) % 12]}${endings[mixed(at, 31) % 7]}`;
  return [`${1000 + at}`, given[mixed(at, 1) % 24] ?? '', family, `${5 + (at % 8)}${'abcdef'[mixed(at, 3) % 6]}`];
});

const plain = (name: string) =>
  name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ı', 'i');

/**
 * An IServ that has had all of them for years: accounts spelled its own way, numbered from the other end, names typed
 * without marks here and there, some made by hand, some with an ID of the program that the office had before.
 */
function running(): { iserv: Iserv; of: Map<string, string> } {
  const iserv = new Iserv();
  const of = new Map<string, string>();
  for (const [at, [id, first, last, name]] of [...office.entries()].reverse()) {
    const base = at % 10 === 3 ? `${plain(last)}.${plain(first)}` : `${plain(first)}.${plain(last)}`;
    let account = base;
    for (let number = 2; iserv.users.has(account); number += 1) account = `${base}${number}`;
    const importId = at % 7 === 0 ? '' : at % 11 === 0 ? `old-${id}` : id;
    const familyName = at % 9 === 0 ? last.replace('ü', 'ue').replace('ö', 'oe').replace('ß', 'ss') : last;
    iserv.add({ account, givenName: first, familyName, class: name, importId });
    of.set(id, account);
  }
  return { iserv, of };
}

/** Answers the questions of a comparison as somebody who knows everybody, until there are none. */
async function compared(school: School, iserv: Iserv, of: ReadonlyMap<string, string>): Promise<number> {
  school.file('users.csv', iserv.export());
  const idOf = new Map([...of].map(([id, account]) => [account, id]));
  const { questions } = (await done(school, 'iserv reconcile users.csv --dry-run --json')).json();
  const answers = accountsIn(questions).map((account) => `--same ${account}=${idOf.get(account)}`);
  await done(school, `iserv reconcile users.csv --adopt -y ${answers.join(' ')}`);
  return questions.length;
}

describe('a first day at a school with 1,200 accounts in IServ', () => {
  test('the office first, then what IServ has: nobody gets a second account, and nobody loses theirs', async () => {
    const { iserv, of } = running();
    const before = [...iserv.users.keys()].sort();
    const school = await schoolOf(office);
    await done(school, 'settings set consent.required no');
    expect((await school.cli('iserv export early.csv')).exit).toBe(3);
    // A comparison without answers: who may be somebody's is in no file, and no file that deletes them is written.
    school.file('users.csv', iserv.export());
    await done(school, 'iserv reconcile users.csv --adopt -y');
    const held = await school.cli('iserv export held.csv --lang de');
    expect(held).toMatchObject({ exit: 5, out: expect.stringContaining('löschen, die vielleicht jemand hier hat') });
    expect(await compared(school, iserv, of)).toBeGreaterThan(10);
    const people: { importId: string; account: string }[] = (await school.cli('user list --json')).json();
    expect(people.filter(({ importId, account }) => of.get(importId) !== account)).toEqual([]);

    await done(school, 'iserv export first.csv');
    iserv.importFile(school.bytes('first.csv').toString());
    iserv.work((await done(school, 'iserv todo --json')).json());
    school.file('users.csv', iserv.export());
    await done(school, 'iserv reconcile users.csv');
    await done(school, 'iserv export second.csv');
    iserv.importFile(school.bytes('second.csv').toString());
    expect(iserv.deleted).toEqual([]);
    expect([...iserv.users.keys()].sort()).toEqual(before);
    expect((await done(school, 'iserv todo --json')).json()).toEqual([]);
  });

  test("IServ's export first, then the office's roster: every account is the one that IServ has", async () => {
    const { iserv, of } = running();
    const school = await newSchool();
    school.file('iserv.csv', iserv.export('Schüler'));
    const idOf = new Map([...of].map(([id, account]) => [account, id]));
    // Of two lines of one name in one class each is a question: they are two.
    const twins = await answered(school, 'iserv.csv --role student', () => 'different');
    school.file('office.csv', rosterOf(office));
    // What all have in common is one decision; what is left, is children of one name.
    const asked = await answered(school, 'office.csv --same all', ({ known, arriving }) =>
      idOf.get(known) === arriving ? 'same' : 'different',
    );
    expect([twins, asked]).toEqual([22, 8]);
    const people: { importId: string; account: string }[] = (await school.cli('user list --json')).json();
    expect(people.length).toBe(1200);
    expect(people.filter(({ importId, account }) => of.get(importId) !== account)).toEqual([]);
  });
});

/** Imports a roster, each of its questions answered; how many there were. */
async function answered(
  school: School,
  line: string,
  answer: (question: { known: string; arriving: string }) => 'same' | 'different',
): Promise<number> {
  const { suspects } = (await done(school, `roster import ${line} --dry-run --json`)).json();
  const answers = suspects.map(({ leaving, other, arriving }: Record<string, { [key: string]: string }>) => {
    const known = (leaving ?? other)?.account ?? '';
    return `--${answer({ known, arriving: arriving?.importId ?? '' })} ${known}=line:${arriving?.line}`;
  });
  await done(school, `roster import ${line} -y ${answers.join(' ')}`);
  return suspects.length;
}

describe('somebody who was made by hand in IServ, before the office listed them', () => {
  /** A school, its IServ, and there a child of whom nobody here knows yet. */
  async function early(stranger: Partial<Account> = {}) {
    const school = await schoolOf();
    await done(school, 'settings set consent.required no');
    await done(school, 'iserv export first.csv --first');
    const iserv = new Iserv();
    iserv.importFile(school.bytes('first.csv').toString());
    iserv.add({ givenName: 'Eve', familyName: 'Spät', class: '5a', ...stranger });
    school.file('users.csv', iserv.export());
    await done(school, 'iserv reconcile users.csv');
    school.file('more.csv', rosterOf([...children, ['4', 'Eve', 'Spät', '5a']]));
    await done(school, 'roster import more.csv -y');
    return { school };
  }

  test('is in no file until a comparison knows them; then it is one account', async () => {
    const { school } = await early();
    const plan = (await done(school, 'iserv export --dry-run --json')).json();
    expect(accountsIn(plan.inDoubt)).toEqual(['eve.spaet']);
    await done(school, 'iserv reconcile users.csv');
    expect((await done(school, 'iserv todo --what import-id --json')).json()).toMatchObject([{ account: 'eve.spaet' }]);
    expect(await exported(school)).toHaveLength(3);
  });

  test('and is somebody else: said once, and a file is written with both', async () => {
    const { school } = await early({ class: '10c', account: 'eve.spaet2' });
    expect((await school.cli('iserv reconcile users.csv')).exit).toBe(5);
    expect((await done(school, 'iserv todo --json')).json()).toMatchObject([{ what: 'whose', account: 'eve.spaet2' }]);
    expect((await school.cli('iserv done --all -y')).out).toBe('Nothing of that is to be done in IServ.\n');
    expect((await school.cli('iserv reconcile users.csv --different eve.spaet2=ben.schulz')).exit).toBe(3);
    expect((await school.cli('iserv reconcile users.csv --different eve.spaet2=eve.spaet')).exit).toBe(0);
    expect((await school.cli('iserv reconcile users.csv')).exit).toBe(0);
    expect(await exported(school)).toHaveLength(4);
    expect((await done(school, 'iserv export --dry-run --json')).json().counts).toMatchObject({ file: 4, inDoubt: 0 });
  });

  test('and is somebody else who has their very account: it passes to nobody, whatever is said', async () => {
    const { school } = await early({ class: '10c', importId: 'old' });
    await done(school, 'iserv reconcile users.csv --different eve.spaet=eve.spaet');
    expect(await exported(school)).not.toContainEqual(expect.stringContaining('eve.spaet'));
  });

  test('at a terminal that can be said, too', async () => {
    const { school } = await early({ class: '10c', account: 'eve.spaet2' });
    school.answers = ['nobody'];
    expect((await school.cli('iserv reconcile users.csv')).exit).toBe(0);
    school.answers = undefined;
    expect((await done(school, 'iserv export --dry-run --json')).json().counts).toMatchObject({ new: 1, inDoubt: 0 });
  });
});

test('whom IServ manages and nobody here knows, it deletes: the plan says so, and many of them wait', async () => {
  const school = await schoolOf();
  await consented(school, 'anna.mueller', 'ben.schulz', 'cem.yildiz');
  await done(school, 'iserv export first.csv --first');
  const iserv = new Iserv();
  iserv.importFile(school.bytes('first.csv').toString());
  iserv.add({ givenName: 'Eve', familyName: 'Neu', importId: '77' });
  iserv.add({ givenName: 'Kim', familyName: 'Hand' });
  school.file('users.csv', iserv.export());
  await done(school, 'iserv reconcile users.csv');
  const plan = (await done(school, 'iserv export second.csv --json')).json();
  expect(plan.deleted).toEqual([{ account: 'eve.neu', because: 'nobody-here' }]);
  iserv.importFile(school.bytes('second.csv').toString());
  expect(iserv.deleted).toEqual(['eve.neu']);
  expect((await done(school, 'iserv export --dry-run --json')).json().deleted).toEqual([]);
  const many = Array.from({ length: 6 }, (_, at) => ({
    givenName: `Kind${at}`,
    familyName: 'Neu',
    importId: `9${at}`,
  }));
  for (const one of many) iserv.add(one);
  school.file('users.csv', iserv.export());
  await done(school, 'iserv reconcile users.csv');
  expect((await school.cli('iserv export third.csv')).exit).toBe(5);
});
