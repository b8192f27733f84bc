import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { roster, type Student } from './roster.ts';

const base: readonly Student[] = (
  [
    ['00401', 'Ada', 'Brand', '5a', '2014-02-03'],
    ['00402', 'Ben', 'Öztürk', '5a', '2014-07-14'],
    ['00403', 'Cleo', 'von der Heide', '5b', '2013-11-09'],
    ['00404', 'Dilara', 'Şahin', '6a', '2013-03-22'],
    ['00405', 'Emil', 'Krüger', '6a', '2012-08-30'],
    ['00406', 'Finn', 'Jäger', '7a', '2011-12-11'],
    ['00407', 'Greta', 'Weiß', '7a', '2011-05-02'],
    ['00408', 'Hana', 'Kovač', '8a', '2011-01-17'],
    ['00409', 'Ivo', 'Lindner', '8a', '2010-06-28'],
    ['00410', 'Jana', 'Ott', '9a', '2009-09-19'],
    ['00411', 'Kaan', 'Demir', '9a', '2009-04-05'],
    ['00412', 'Lia', 'Moser', '10a', '2008-10-25'],
  ] as const
).map(([id, given, family, name, born]) => ({ id, given, family, class: name, born }));

const [ada, ben, , dilara, , , , , , jana] = base as [
  Student,
  Student,
  Student,
  Student,
  Student,
  Student,
  Student,
  Student,
  Student,
  Student,
];

const changed = (id: string, change: Partial<Student>) =>
  base.map((one) => (one.id === id ? { ...one, ...change } : one));

let files = 0;
async function load(school: School, students: readonly Student[], options = '') {
  files += 1;
  school.file('next.csv', roster(students) + '\r\n'.repeat(files));
  return school.cli(`roster import next.csv -y --json ${options}`);
}

async function withBase(students: readonly Student[] = base): Promise<School> {
  const school = await newSchool();
  expect(await load(school, students)).toMatchObject({ exit: 0 });
  return school;
}

/** Who everybody is, by account. */
const who = (school: School) =>
  school.sql('SELECT account, given_name, family_name, birth_date FROM users ORDER BY id');
const ids = (school: School) =>
  Object.fromEntries(
    school.sql('SELECT account, import_id FROM users ORDER BY id').map((one) => [one.account, one.import_id]),
  );
const leavers = (school: School) => school.sql('SELECT user_id FROM leavers').length;
const becauses = (ended: { json(): { suspects: { because: string }[] } }) =>
  ended.json().suspects.map(({ because }) => because);

describe('an account never passes to another child because a file says so', () => {
  const sorted = (by: keyof Student) => {
    const values = base.map((one) => one[by] ?? '');
    const moved = [...values.slice(1), values[0] ?? ''];
    return base.map((one, index) => ({ ...one, [by]: moved[index] ?? '' }));
  };

  test.each<[string, readonly Student[], number, string | null]>([
    ['the IDs sorted by themselves', sorted('id'), 12, 'column-sorted'],
    [
      'an ID given to a new child',
      changed('00412', { given: 'Milan', family: 'Petrov', class: '5b', born: '2015-06-13' }),
      1,
      null,
    ],
    ['an ID given to a child of the same family', changed('00405', { given: 'Romy', born: '2016-01-02' }), 1, null],
    [
      'two children whose IDs were exchanged',
      [...base.slice(2), { ...ada, id: '00402' }, { ...ben, id: '00401' }],
      2,
      null,
    ],
  ])('%s: a question, and nothing is done to them', async (_, students, asked, cause) => {
    const school = await withBase();
    const before = who(school);
    const ended = await load(school, students);
    expect(ended.exit).toBe(5);
    expect(becauses(ended).filter((because) => because === 'another-person')).toHaveLength(asked);
    expect(ended.json().causes.map((one: { cause: string }) => one.cause)).toEqual(cause ? [cause] : []);
    expect(who(school)).toEqual(before);
    expect(leavers(school)).toBe(0);
  });

  test('without birth dates given and family name both have to speak against it', async () => {
    const bare = base.map(({ born: _, ...one }) => one);
    const school = await withBase(bare);
    const before = who(school);
    const other = bare.map((one) => (one.id === '00412' ? { ...one, given: 'Milan', family: 'Petrov' } : one));
    expect(becauses(await load(school, other))).toEqual(['another-person']);
    expect(who(school)).toEqual(before);
    const renamed = bare.map((one) => (one.id === '00412' ? { ...one, family: 'Petrov' } : one));
    expect((await load(school, renamed)).json()).toMatchObject({ suspects: [], counts: { changed: 1 } });
  });

  test('answered "different", the one leaves and gives the ID up, the other is new; and it is undone', async () => {
    const school = await withBase();
    const next = changed('00412', { given: 'Milan', family: 'Petrov', class: '10a', born: '2015-06-13' });
    const before = [who(school), ids(school)];
    const ended = await load(school, next, '--different 00412=00412');
    expect(ended).toMatchObject({ exit: 0 });
    expect(ids(school)).toMatchObject({ 'lia.moser': null, 'milan.petrov': '00412' });
    expect(leavers(school)).toBe(1);
    expect((await load(school, next)).json()).toMatchObject({ applied: false, suspects: [], counts: { held: 0 } });
    expect(await school.cli(`roster undo ${ended.json().run} -y`)).toMatchObject({ exit: 0 });
    expect([who(school), ids(school)]).toEqual(before);
    // What was said once is not asked again.
    expect((await load(school, next)).json()).toMatchObject({ applied: true, suspects: [], counts: { created: 1 } });
  });

  test('answered "same", the person is called otherwise; later the ID can be given to another child and is asked about', async () => {
    const school = await withBase();
    const renamed = changed('00412', { given: 'Leo', born: '2008-10-26' });
    expect(becauses(await load(school, renamed))).toEqual(['another-person']);
    expect(await load(school, renamed, '--same 00412=00412')).toMatchObject({ exit: 0 });
    expect(who(school).at(-1)).toMatchObject({ account: 'lia.moser', given_name: 'Leo' });
    const other = changed('00412', { given: 'Milan', family: 'Petrov', born: '2015-06-13' });
    expect(becauses(await load(school, other))).toEqual(['another-person']);
  });

  test.each<[string, Partial<Student>]>([
    ['a second given name', { given: 'Lia Marie' }],
    ['a corrected birth date', { born: '2008-10-24' }],
    ['another family name', { family: 'Petrov' }],
    ['other letters and a birth date', { given: 'LIA', family: 'MOSER', born: '2008-10-24' }],
  ])('%s changes without a question', async (_, change) => {
    const school = await withBase();
    const ended = await load(school, changed('00412', change));
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.json()).toMatchObject({ suspects: [], counts: { changed: 1 } });
  });
});

describe('what many share waits for approval, and its likely cause is named', () => {
  const all = (change: (one: Student) => Partial<Student>) => base.map((one) => ({ ...one, ...change(one) }));
  const swapped = (day: string) => `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;
  const spelled = (name: string) =>
    name.replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ä/g, 'ae').replace(/ß/g, 'ss').replace(/Ö/g, 'Oe');
  const days = {
    '2014-02-03': '2010-02-02',
    '2014-07-14': '2010-07-13',
    '2013-11-09': '2009-11-08',
    '2013-03-22': '2009-03-21',
    '2012-08-30': '2008-08-29',
    '2011-12-11': '2007-12-10',
    '2011-05-02': '2007-05-01',
    '2011-01-17': '2007-01-16',
  } as Record<string, string>;
  const umlauts = base.map((one, index) => ({
    ...one,
    family: ['Müller', 'Öztürk', 'Jäger', 'Weiß', 'Krüger', 'Schön'][index % 6] ?? '',
  }));

  test.each<[string, readonly Student[], readonly Student[], string, string]>([
    [
      'names in capitals',
      base,
      all(({ given, family }) => ({ given: given.toUpperCase(), family: family.toUpperCase() })),
      'identity',
      'names-in-capitals',
    ],
    [
      'given and family name exchanged',
      base,
      all(({ given, family }) => ({ given: family, family: given })),
      'identity',
      'names-exchanged',
    ],
    [
      'dates four years early',
      base,
      all(({ born = '' }) => ({ born: days[born] ?? born })),
      'identity',
      'dates-four-years-early',
    ],
    [
      'umlauts spelled out',
      umlauts,
      umlauts.map((one) => ({ ...one, family: spelled(one.family) })),
      'identity',
      'umlauts-spelled-out',
    ],
    [
      'day and month exchanged',
      all(({ id }) => ({ born: `2012-02-${id.slice(3)}` })),
      all(({ id }) => ({ born: swapped(`2012-02-${id.slice(3)}`) })),
      'identity',
      'day-and-month-exchanged',
    ],
    [
      'classes emptied but for one',
      base,
      all(({ id }) => (id === '00401' ? {} : { class: '' })),
      'emptied',
      'cells-emptied',
    ],
    [
      'everybody a year back',
      all(({ class: name = '' }) => ({ class: `${Number.parseInt(name, 10) + 1}x` })),
      all(({ class: name = '' }) => ({ class: `${Number.parseInt(name, 10)}x` })),
      'year-back',
      'last-years-file',
    ],
  ])('%s', async (_, first, second, what, cause) => {
    const school = await newSchool();
    await load(school, first);
    const before = school.sql('SELECT * FROM users');
    const ended = await load(school, second);
    expect(ended.exit).toBe(5);
    expect(ended.json().approvals).toMatchObject([{ what, causes: [cause] }]);
    expect(school.sql('SELECT * FROM users')).toEqual(before);
    const approved = await load(school, second, `--approve ${ended.json().plan}`);
    expect(approved).toMatchObject({ exit: 0 });
    expect(approved.json().counts.held).toBe(0);
    expect((await load(school, second)).json()).toMatchObject({ applied: false, counts: { held: 0 } });
  });

  test('the rest is done, and the plan keeps its name', async () => {
    const school = await withBase();
    const next = all(({ given, family }) => ({
      given: given.toUpperCase(),
      family: family.toUpperCase(),
      groups: 'Chor',
    }));
    const first = await load(school, next);
    expect(first).toMatchObject({ exit: 5 });
    expect(first.json().changed[0]).toMatchObject({
      changes: { groups: { to: ['Chor'] } },
      waiting: { givenName: { from: 'Ada', to: 'ADA' } },
    });
    expect(first.json().changed[0].changes.givenName).toBeUndefined();
    const second = await load(school, next);
    expect(second.json()).toMatchObject({ applied: false, plan: first.json().plan });
    expect((await school.cli(`roster show ${first.json().run} --json`)).json().changes[0].changes).toEqual({
      groups: { from: [], to: ['Chor'] },
    });
    expect(await load(school, next, '--approve 000000000000')).toMatchObject({ exit: 3 });
    expect(await load(school, next, `--approve ${second.json().plan}`)).toMatchObject({ exit: 0 });
    expect(who(school)[0]).toMatchObject({ given_name: 'ADA' });
  });

  test('a column that is empty in every line is not there', async () => {
    const school = await withBase();
    const before = who(school);
    expect(
      (
        await load(
          school,
          all(() => ({ born: '' })),
        )
      ).json(),
    ).toMatchObject({ applied: false, changed: [] });
    expect(who(school)).toEqual(before);
  });

  test('the very file of an earlier run, after another one', async () => {
    const school = await newSchool();
    const import_ = (name: string, options = '') => school.cli(`roster import ${name} -y --json ${options}`);
    school.file('old.csv', roster(base));
    school.file('new.csv', roster(all(({ class: name = '' }) => ({ class: `${Number.parseInt(name, 10) + 1}a` }))));
    await import_('old.csv');
    expect((await import_('old.csv')).json()).toMatchObject({ applied: false, approvals: [] });
    await import_('new.csv');
    const again = await import_('old.csv');
    expect(again).toMatchObject({ exit: 5 });
    expect(again.json()).toMatchObject({
      applied: false,
      approvals: [{ what: 'again', people: 12, causes: ['last-years-file'] }],
    });
    expect(await import_('old.csv', `--approve ${again.json().plan}`)).toMatchObject({ exit: 0 });
    expect((await import_('old.csv')).json()).toMatchObject({ applied: false, approvals: [] });
  });

  test('a complete file that finds nobody: all of it waits, the new people too', async () => {
    const school = await withBase();
    const others = base.map((one, index) => ({
      ...one,
      id: `N${index}`,
      given: `Neu${'abcdefghijkl'[index]}${index}x`,
      family: `Fremd${'abcdefghijkl'[index]}${index}`,
      born: `2013-06-${10 + index}`,
    }));
    const ended = await load(school, others);
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json()).toMatchObject({ applied: false, approvals: [{ what: 'nobody-known', people: 24 }] });
    expect(who(school)).toHaveLength(12);
    expect(await load(school, others, `--approve ${ended.json().plan}`)).toMatchObject({ exit: 0 });
    expect(who(school)).toHaveLength(24);
  });

  test('scheduled deletions that would be cancelled in numbers', async () => {
    const school = await withBase();
    const rest = base.slice(0, 5);
    const { plan } = (await load(school, rest)).json();
    await load(school, rest, `--approve ${plan}`);
    expect(leavers(school)).toBe(7);
    const ended = await load(school, base);
    expect(ended.json()).toMatchObject({ approvals: [{ what: 'returned', people: 7 }] });
    expect(leavers(school)).toBe(7);
    expect(await load(school, base, `--approve ${ended.json().plan}`)).toMatchObject({ exit: 0 });
    expect(leavers(school)).toBe(0);
  });
});

describe('the same ID in another dress', () => {
  const guid = (id: string) => `8F1C2A30-0D4B-4E77-9A51-000000${id}0`;
  test.each<[string, (id: string) => string, (id: string) => string]>([
    ['an apostrophe', (id) => id, (id) => `'${id}`],
    ['blanks', (id) => id, (id) => ` ${id}  `],
    ['the decimals of a number', (id) => String(Number(id)), (id) => `${Number(id)}.0`],
    ['braces and case of a GUID', (id) => `{${guid(id)}}`, (id) => guid(id).toLowerCase()],
    ['letters in another case', (id) => `S${id}`, (id) => `s${id}`],
  ])('%s: nothing changes', async (_, first, second) => {
    const school = await withBase(base.map((one) => ({ ...one, id: first(one.id) })));
    const before = ids(school);
    const ended = await load(
      school,
      base.map((one) => ({ ...one, id: second(one.id) })),
    );
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.json()).toMatchObject({ applied: false, counts: { unchanged: 12, created: 0, leaving: 0 } });
    expect(ids(school)).toEqual(before);
  });

  test('two IDs that differ in the case of a letter alone stay two', async () => {
    const [one, two] = [
      { ...ada, id: 'a1' },
      { ...ben, id: 'A1' },
    ];
    const school = await withBase([one, two]);
    expect((await load(school, [one, two])).json().counts).toMatchObject({ unchanged: 2 });
  });

  test.each<[string, (id: string) => string, string]>([
    ['lost zeros', (id) => String(Number(id)), 'zeros-lost'],
    ['IDs of another program', (id) => `X${id.split('').reverse().join('')}`, 'ids-changed'],
  ])('%s: said once for all, and one answer', async (_, change, cause) => {
    const school = await withBase();
    const next = base.map((one) => ({ ...one, id: change(one.id) }));
    const asked = await load(school, next);
    expect(asked).toMatchObject({ exit: 5 });
    expect(asked.json()).toMatchObject({ applied: false, causes: [{ cause, people: 12 }], agreeing: 12 });
    expect(who(school)).toHaveLength(12);
    expect(leavers(school)).toBe(0);
    const told = await load(school, next, '--same all');
    expect(told).toMatchObject({ exit: 0 });
    expect(told.json().counts).toMatchObject({ changed: 12, created: 0, leaving: 0, held: 0 });
    expect(ids(school)).toMatchObject({ 'ada.brand': change('00401') });
    expect((await load(school, next)).json()).toMatchObject({ applied: false, suspects: [] });
  });

  test('IDs that were exchanged among all are put right at once', async () => {
    const school = await withBase();
    const next = base.map((one, index) => ({ ...one, id: (base[(index + 1) % base.length] ?? ada).id }));
    expect(await load(school, next, '--same all')).toMatchObject({ exit: 0 });
    expect(ids(school)).toMatchObject({ 'ada.brand': '00402', 'lia.moser': '00401' });
    expect(who(school)).toHaveLength(12);
  });
});

describe('the same child under another ID', () => {
  const without = (id: string) => base.filter((one) => one.id !== id);

  test('who has left and comes back under a new ID', async () => {
    const school = await withBase();
    await load(school, without('00410'));
    expect(leavers(school)).toBe(1);
    const next = [...without('00410'), { ...jana, id: '00777' }];
    const ended = await load(school, next);
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json().suspects).toMatchObject([
      {
        leaving: { account: 'jana.ott', importId: '00410', leavingOn: '2026-10-01' },
        other: null,
        arriving: { importId: '00777' },
        because: 'same-birth-date-similar-name',
      },
    ]);
    expect(await load(school, next, '--same 00410=00777')).toMatchObject({ exit: 0 });
    expect(leavers(school)).toBe(0);
    expect(ids(school)['jana.ott']).toBe('00777');
  });

  test('who is registered and stands there a second time under a new ID', async () => {
    const school = await withBase();
    const next = [...base, { ...ada, id: '00999' }];
    const ended = await load(school, next);
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json().suspects).toMatchObject([
      { leaving: null, other: { importId: '00401', line: 2 }, arriving: { importId: '00999' } },
    ]);
    expect(await load(school, next, '--same 00401=00999')).toMatchObject({ exit: 0 });
    expect(ids(school)['ada.brand']).toBe('00401');
    expect(who(school)).toHaveLength(12);
    expect((await load(school, next)).json()).toMatchObject({ applied: false, suspects: [] });
  });

  test('and answered "different" there are two, in every later file', async () => {
    const school = await withBase();
    const next = [...base, { ...ada, id: '00999' }];
    expect(await load(school, next, '--different 00401=00999')).toMatchObject({ exit: 0 });
    expect(who(school)).toHaveLength(13);
    expect((await load(school, next)).json()).toMatchObject({ applied: false, suspects: [] });
  });

  test('two new lines about one child', async () => {
    const school = await newSchool();
    const next = [...base, { ...ada, id: '00999', given: 'Ada Luise' }];
    const ended = await load(school, next);
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json().suspects).toMatchObject([
      { leaving: null, other: { importId: '00401' }, arriving: { importId: '00999' } },
    ]);
    expect(await load(school, next, '--same 00401=00999')).toMatchObject({ exit: 0 });
    expect(who(school)).toHaveLength(12);
    expect((await load(school, next)).json()).toMatchObject({ applied: false, suspects: [] });
  });

  test('another ID and an amended birth date', async () => {
    const school = await withBase();
    const ended = await load(school, [...without('00404'), { ...dilara, id: '00778', born: '2012-03-22' }]);
    expect(ended).toMatchObject({ exit: 5 });
    expect(becauses(ended)).toEqual(['same-name-amended-birth-date']);
  });

  test('twins are two, and are not asked about across', async () => {
    const twins = [
      { id: '1', given: 'Mia', family: 'Kern', class: '5a', born: '2014-02-03' },
      { id: '2', given: 'Jonas', family: 'Kern', class: '5a', born: '2014-02-03' },
    ];
    const school = await withBase([...base, ...twins]);
    const next = [...base, ...twins.map((one) => ({ ...one, id: `9${one.id}` }))];
    const ended = await load(school, next);
    expect(
      ended
        .json()
        .suspects.map((one: { leaving: { importId: string }; arriving: { importId: string } }) => [
          one.leaving.importId,
          one.arriving.importId,
        ]),
    ).toEqual([
      ['1', '91'],
      ['2', '92'],
    ]);
    expect(await load(school, next, '--same all')).toMatchObject({ exit: 0 });
  });

  test('the file of a mistyped source doubles nobody', async () => {
    const school = await withBase();
    const ended = await load(school, base, '--source schild');
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json()).toMatchObject({
      applied: false,
      causes: [{ cause: 'new-source', people: 12 }],
      counts: { created: 12, held: 12 },
    });
    expect(who(school)).toHaveLength(12);
  });

  test('a person of two sources has both IDs, and leaves when the last one misses them', async () => {
    const school = await withBase();
    expect(await load(school, base, '--source evening --same all')).toMatchObject({ exit: 0 });
    expect(ids(school)['ada.brand']).toBe('00401');
    expect(school.sql('SELECT count(*) AS n FROM other_ids')).toEqual([{ n: 12 }]);
    expect((await load(school, base, '--source evening')).json()).toMatchObject({ applied: false, suspects: [] });

    const gone = await load(school, without('00410'));
    expect(gone.json()).toMatchObject({
      leaving: [],
      changed: [{ account: 'jana.ott', changes: { source: { from: 'school', to: 'evening' } } }],
    });
    expect(leavers(school)).toBe(0);
    expect((await load(school, without('00410'))).json()).toMatchObject({ applied: false });
    await load(school, without('00410'), '--source evening');
    expect(leavers(school)).toBe(1);
  });

  test('answers are typed as what stands there, and what nobody has is refused', async () => {
    const school = await withBase();
    await load(school, without('00410'));
    const next = [...without('00410'), { ...jana, id: '00777' }];
    for (const option of ['--same 7=00777', '--same 00410=7', '--different 00410', '--same 00777=00777']) {
      expect(await load(school, next, option)).toMatchObject({ exit: 2 });
    }
    expect(await load(school, next, '--same 00401=00402')).toMatchObject({ exit: 3 });
  });
});

describe('several lines about one person', () => {
  const lines = async (school: School, ...rows: string[]) => {
    school.file('lines.csv', ['Import-ID;Vorname;Nachname;Klasse;Geburtsdatum;Gruppen', ...rows, ''].join('\n'));
    return school.cli('roster import lines.csv -y --json');
  };
  const people = (school: School) => school.cli('user list --json').then((ended) => ended.json());

  test('equal lines are one; a line for each course is one person with all of them', async () => {
    const school = await newSchool();
    const rows = [
      '1;Ada;Brand;Q1;2009-02-03;Q1 Deutsch LK',
      '1;Ada;Brand;Q1;2009-02-03;Q1 Mathe GK',
      '2;Ben;Kern;Q1;2009-02-04;',
      '2;Ben;Kern;Q1;2009-02-04;',
    ];
    expect(await lines(school, ...rows)).toMatchObject({ exit: 0 });
    expect(await people(school)).toMatchObject([
      { account: 'ada.brand', groups: ['Q1 Deutsch LK', 'Q1 Mathe GK'] },
      { account: 'ben.kern', groups: [] },
    ]);
    expect((await lines(school, ...rows)).json()).toMatchObject({ applied: false });
  });

  test('of two classes the first is the class and the other a group, and both find the person', async () => {
    const school = await newSchool();
    expect(
      await lines(
        school,
        '1;Ada;Brand;5a;2014-02-03;Chor',
        '1;Ada;Brand;5b;2014-02-03;Chor',
        '2;Ben;Kern;5a, 5b;2014-02-04;',
        '3;Cleo;Ott;5b;2014-02-05;',
      ),
    ).toMatchObject({ exit: 0 });
    expect(await people(school)).toMatchObject([
      { class: '5a', groups: ['5b', 'Chor'] },
      { class: '5a', groups: ['5b'] },
      { class: '5b' },
    ]);
    const found = (await school.cli('user list --class 5b --json')).json();
    expect(found.map(({ account }: { account: string }) => account)).toEqual(['ada.brand', 'ben.kern', 'cleo.ott']);
  });

  test('an old record beside a present one is present', async () => {
    const school = await newSchool();
    school.file(
      's.csv',
      'Interne ID-Nummer;Nachname;Vorname;Klasse;Geburtsdatum;Status\n1;Ott;Jana;8a;19.09.2009;9\n1;Ott;Jana;9a;19.09.2009;2\n',
    );
    expect(await school.cli('roster import s.csv -y')).toMatchObject({ exit: 0 });
    expect(await people(school)).toMatchObject([{ class: '9a', groups: [], status: 'active' }]);
  });

  test('two names under one ID are a fault that names both', async () => {
    const school = await newSchool();
    const ended = await lines(school, '1;Ada;Brand;5a;2014-02-03;', '1;Ben;Kern;5a;2014-02-04;');
    expect(ended.exit).toBe(4);
    expect(JSON.parse(ended.err).error.problems).toMatchObject([
      { line: 3, value: 'Ben Kern', code: 'two-people-one-id', facts: { first: 2, other: 'Ada Brand' } },
    ]);
  });
});

describe('what waits and what was answered', () => {
  const next = [...base.slice(0, 11), { ...jana, id: '00999' }];

  test('questions and approvals stand in status until they are answered', async () => {
    const school = await withBase();
    await load(school, next);
    const status = await school.cli('status --json');
    expect(status.json().rosterWaiting).toMatchObject([
      { source: 'school', role: 'student', questions: 1, approvals: 0 },
    ]);
    expect((await school.cli('status')).out).toContain('The roster (student, school) waits: 1 question: roster import');
    expect(await load(school, next, '--different 00410=00999')).toMatchObject({ exit: 0 });
    expect((await school.cli('status --json')).json().rosterWaiting).toEqual([]);
  });

  test('a file of which all waits stands there too, and only once in the log', async () => {
    const school = await withBase();
    await load(school, []);
    await load(school, []);
    expect((await school.cli('status --json')).json().rosterWaiting).toMatchObject([{ questions: 0, approvals: 12 }]);
    expect(school.sql(`SELECT count(*) AS n FROM audit_entries WHERE act = 'roster-waits'`)).toEqual([{ n: 1 }]);
  });

  test('answers are listed and taken back', async () => {
    const school = await withBase();
    const twice = [...base, { ...ada, id: '00999' }];
    await load(school, twice, '--same 00401=00999');
    expect((await school.cli('roster answers --json')).json()).toMatchObject([
      { answer: 1, said: 'same', account: 'ada.brand', source: 'school', line: '00999' },
    ]);
    expect((await school.cli('roster answers')).out).toContain('the same person');
    expect(await school.cli('roster answers --take-back 2')).toMatchObject({ exit: 3 });
    expect(await school.cli('roster answers --take-back 1')).toMatchObject({ exit: 0 });
    expect((await school.cli('roster answers')).out).toContain('No question has been answered yet.');
    expect(await load(school, twice)).toMatchObject({ exit: 5 });
  });

  test('an answer is kept where nothing else is to be done', async () => {
    const school = await withBase();
    const evening = [{ ...ada, id: 'E1' }];
    await load(school, [{ ...ben, id: 'E2', given: 'Bea', born: '2001-01-01' }], '--source evening');
    await load(school, evening, '--source evening --partial');
    expect(await load(school, evening, '--source evening --partial --same ada.brand=E1')).toMatchObject({ exit: 0 });
    expect((await load(school, evening, '--source evening --partial')).json()).toMatchObject({
      applied: false,
      suspects: [],
    });
  });
});

describe('the last year', () => {
  test('is asked for once at a terminal, and kept with the import', async () => {
    const school = await newSchool();
    school.file('next.csv', roster(base));
    school.answers = ['10', false];
    expect(await school.cli('roster import next.csv')).toMatchObject({ exit: 130 });
    expect(school.sql(`SELECT value FROM settings WHERE key = 'school.last-year'`)).toEqual([]);
    school.answers = ['none', true];
    expect(await school.cli('roster import next.csv')).toMatchObject({ exit: 0 });
    expect((await school.cli('settings get school.last-year')).out).toBe('none\n');
    school.answers = [true];
    school.file('next.csv', roster(changed('00401', { class: '6a' })));
    expect(await school.cli('roster import next.csv')).toMatchObject({ exit: 0 });
  });

  const year = (classes: readonly string[], from: number) =>
    classes.flatMap((name, at) =>
      [0, 1, 2, 3].map((index) => ({
        id: `${name}${index}`,
        given: `K${'abcdefghij'[at]?.repeat(3)}${'uvwx'[index]?.repeat(3)}`,
        family: `F${name}`,
        class: name,
        born: `${2020 - from - at}-0${index + 1}-11`,
      })),
    );

  test.each<[string, string, readonly string[], string, number]>([
    ['Q2 after EF and Q1', '2026-08-20', ['9a', '10a', 'EF', 'Q1', 'Q2'], 'Q2', 0],
    ['never the tenth year before them', '2026-08-20', ['9a', '10a', 'EF', 'Q1', 'Q2'], '10a', 4],
    ['Q4 and not Q2, where there are half years', '2026-08-20', ['10a', 'E2', 'Q2', 'Q4'], 'Q2', 4],
    ['J2', '2026-08-20', ['10a', 'J1', 'J2'], 'J2', 0],
    ['13', '2026-08-20', ['11a', '12a', '13a'], '13a', 0],
    ['nobody in November', '2026-11-10', ['9a', '10a', 'EF', 'Q1', 'Q2'], 'Q2', 4],
    ['the fourth class of a primary school', '2026-07-10', ['1a', '2a', '3a', '4a'], '4a', 0],
  ])('%s', async (_, day, classes, gone, held) => {
    const school = await newSchool();
    school.on(day);
    const first = year(classes, 8);
    await load(school, first);
    // Somebody has moved up into the last year, or stayed in it.
    const next = first.filter((one) => one.class !== gone);
    const top = classes.at(-1) ?? '';
    const ended = await load(
      school,
      gone === top ? [...next, { id: 'x', given: 'Neuling', family: 'Spät', class: top, born: '2001-01-01' }] : next,
    );
    expect(ended.json()).toMatchObject({ counts: { leaving: 4, held } });
  });

  test('that no class is of is said', async () => {
    const school = await newSchool();
    await school.cli('settings set school.last-year 13');
    school.file('next.csv', roster(base));
    expect((await school.cli('roster import next.csv --dry-run')).out).toContain('No class is of the last year 13');
  });

  test('is no reason for everybody to leave by an empty file, also in a school of one year', async () => {
    const school = await newSchool();
    await school.cli('settings set school.last-year 4');
    await load(school, year(['4a'], 8));
    expect((await load(school, [])).json()).toMatchObject({ applied: false, counts: { leaving: 4, held: 4 } });
  });
});

describe('whom a file lists', () => {
  const teachers = 'Import-ID;Vorname;Nachname\nL1;Ida;Kern\nL2;Jan;Wolf\nL3;Eva;Ott\n';

  test('is asked where nobody is known and no line has a class', async () => {
    const school = await newSchool();
    school.file('t.csv', teachers);
    const refused = await school.cli('roster import t.csv -y');
    expect(refused).toMatchObject({ exit: 4, out: '' });
    expect(refused.err).toContain('--role teacher');
    school.answers = ['teacher', true];
    expect(await school.cli('roster import t.csv')).toMatchObject({ exit: 0 });
    expect(school.sql('SELECT DISTINCT role FROM users')).toEqual([{ role: 'teacher' }]);
  });

  test('is said once where the IDs are those of another role', async () => {
    const school = await newSchool();
    school.file('t.csv', teachers);
    await school.cli('roster import t.csv -y --role teacher');
    const ended = await school.cli('roster import t.csv -y');
    expect(ended).toMatchObject({ exit: 4 });
    expect(ended.err).toContain('--role teacher');
    expect(ended.err).not.toContain('--source');
  });
});
