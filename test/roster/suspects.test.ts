import { describe, expect, test } from 'vitest';
import { alike } from '../../src/users/names.ts';
import { newSchool } from '../support/school.ts';
import { importStudents, type Student } from './roster.ts';

test.each([
  ['Chloé', 'Chloée', true],
  ['Lena Marie', 'Lena-Marie', true],
  ['Lena', 'Lena Marie', true],
  ['Rene', 'René', true],
  ['Jonas', 'Jnoas', true],
  ['Hanna', 'Hannah', true],
  ['Jonas', 'Jona', true],
  ['Jan', 'Jana', false],
  ['Mia', 'Pia', false],
  ['Jörg', 'Joerg', true],
  ['Anna', 'Clara', false],
  ['Lena', 'Marie', false],
  ['Jo', 'Ja', false],
  ['Tim', 'Timotheus', false],
])('%s and %s could be one given name: %s', (one, other, expected) => {
  expect(alike(one, other)).toBe(expected);
  expect(alike(other, one)).toBe(expected);
});

const anna = { id: '1', given: 'Anna', family: 'Müller', class: '5a', born: '01.02.2014' };
const chloe = { id: '2', given: 'Chloé', family: 'Lange', class: '5a', born: '26.11.2014' };
const chloee = { ...chloe, id: '20', given: 'Chloée', class: '6a' };

describe('somebody who leaves and somebody who arrives', () => {
  test.each<[string, Partial<Student>, Partial<Student>, string | null]>([
    ['same birth date, similar name', {}, { given: 'Chloée' }, 'same-birth-date-similar-name'],
    ['same birth date, married name', {}, { family: 'Kern' }, 'same-birth-date-similar-name'],
    ['same birth date, names exchanged', {}, { given: 'Lange', family: 'Chloé' }, 'same-birth-date-similar-name'],
    ['same name, no birth date', { born: '' }, { born: '26.11.2014' }, 'same-name-no-birth-date'],
    ['same name, an amended birth date', {}, { born: '27.11.2014' }, 'same-name-amended-birth-date'],
    ['same name, another birth date', {}, { born: '27.10.2014' }, null],
    ['same name, no birth date, years apart', { born: '', class: '10a' }, { born: '' }, null],
    ['same birth date, family and class', {}, { given: 'Kevin' }, 'same-birth-date-family-class'],
    ['same birth date and family, another class', {}, { given: 'Kevin', class: '6a' }, null],
  ])('%s', async (_, old, arriving, because) => {
    const school = await newSchool();
    await importStudents(school, [anna, { ...chloe, ...old }]);
    const ended = await importStudents(school, [anna, { ...chloe, id: '20', ...arriving }], '--json');
    expect(ended.exit).toBe(because ? 5 : 0);
    expect(ended.json().suspects.map((pair: { because: string }) => pair.because)).toEqual(because ? [because] : []);
  });

  test('wait, both, until somebody has said; the rest is done', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, chloe]);
    const ended = await importStudents(school, [{ ...anna, class: '6a' }, chloee], '--json');
    expect(ended.exit).toBe(5);
    expect(ended.json()).toMatchObject({
      run: 2,
      counts: { created: 1, changed: 1, leaving: 1, held: 2, suspects: 1 },
      created: [{ importId: '20', held: 'suspect' }],
      leaving: [{ importId: '2', held: 'suspect' }],
      suspects: [
        {
          leaving: { importId: '2', account: 'chloe.lange', class: '5a', birthDate: '2014-11-26' },
          arriving: { importId: '20', class: '6a', line: 3 },
          because: 'same-birth-date-similar-name',
        },
      ],
    });
    expect((await school.cli('user list --json')).json()).toHaveLength(2);
    expect((await school.cli('user show chloe.lange --json')).json()).toMatchObject({ status: 'active', class: '5a' });
  });

  test('are one with --same: the account stays, the ID is new', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, chloe]);
    const ended = await importStudents(school, [anna, chloee], '--same 2=20 --json');
    expect(ended.exit).toBe(0);
    expect(ended.json().changed).toMatchObject([
      {
        account: 'chloe.lange',
        importId: '20',
        changes: { importId: { from: '2', to: '20' }, givenName: { to: 'Chloée' }, class: { from: '5a', to: '6a' } },
      },
    ]);
    expect((await importStudents(school, [anna, chloee], '--same 2=20')).out).toContain('nothing to change');
  });

  test('are two with --different: one leaves, one is new', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, chloe]);
    const ended = await importStudents(school, [anna, chloee], '--different 2=20 --json');
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.json().counts).toMatchObject({ created: 1, leaving: 1, held: 0 });
  });

  test.each([
    ['same', [{ account: 'chloe.lange', status: 'active' }]],
    [
      'different',
      [
        { account: 'chloe.lange', status: 'leaving' },
        { account: 'chloee.lange', status: 'active' },
      ],
    ],
  ])('are %s where the person at the terminal says so', async (answer, people) => {
    const school = await newSchool();
    await importStudents(school, [anna, chloe]);
    await importStudents(school, [anna, chloe]);
    school.file('next.csv', (await import('./roster.ts')).roster([anna, chloee]));
    await school.cli('settings set school.last-year 10');
    school.answers = [answer, true];
    expect(await school.cli('roster import next.csv')).toMatchObject({ exit: 0 });
    expect(school.asked[0]).toBe(
      'Is Chloé Lange (5a, 26 Nov 2014, 2, here since 20 Aug 2026) (in the registry) the same person as Chloée Lange (6a, 26 Nov 2014, 20) (in the file)?',
    );
    school.answers = undefined;
    const found = (await school.cli('user list --json')).json();
    expect(found.filter(({ familyName }: { familyName: string }) => familyName === 'Lange')).toMatchObject(people);
  });

  test.each([
    ['--same 7=20', 'old'],
    ['--same 2=70', 'new'],
    ['--different 2', 'form'],
  ])('%s: a pair that there is not', async (option, part) => {
    const school = await newSchool();
    await importStudents(school, [anna, chloe]);
    const ended = await importStudents(school, [anna, chloee], `${option} --json`);
    expect(ended.exit).toBe(2);
    expect(JSON.parse(ended.err).error).toMatchObject({ code: 'no-such-pair', part });
  });

  test('somebody added by hand who arrives in the roster is asked about too', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Chloé --family Lange --birth-date 2014-11-26');
    const ended = await importStudents(school, [anna, chloe], '--json');
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json().suspects).toMatchObject([{ leaving: { account: 'chloe.lange' }, arriving: { importId: '2' } }]);
    const told = await importStudents(school, [anna, chloe], '--same chloe.lange=2 --json');
    expect(told.err).toBe('');
    expect(told.json().changed).toMatchObject([
      { account: 'chloe.lange', changes: { source: { from: 'manual', to: 'school' } } },
    ]);
  });
});
