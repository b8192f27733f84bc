import { beforeEach, describe, expect, test } from 'vitest';
import { looksParked } from '../../src/roster/importing/parking.ts';
import { newSchool, type School } from '../support/school.ts';
import { importStudents, type Student } from './roster.ts';

const ada = { id: '1', given: 'Ada', family: 'Brand', class: '5a' };
const ben = { id: '2', given: 'Ben', family: 'Kaya', class: '10b' };
const gone = (one: Student, name = 'Abgang') => ({ ...one, class: name });

test.each([
  ...[
    ['Abgang', true],
    ['ZZ', true],
    ['abgänger 2026', true],
    ['Warteliste', true],
    ['0', true],
    ['999', true],
    ['Ehemalige', true],
    ['ABG_26', true],
  ],
  ...[
    ['5a', false],
    ['EF', false],
    ['Q1', false],
    ['IFA91', false],
    ['DaZ', false],
    ['Willkommensklasse', false],
    ['05', false],
    ['AbiBac', false],
    ['Zebra', false],
  ],
] as [string, boolean][])('a class %s is called as if nobody in it were there: %s', (name, parked) => {
  expect(looksParked(name)).toBe(parked);
});

describe('a class in which nobody may be at the school', () => {
  let school: School;
  beforeEach(async () => {
    school = await newSchool();
    await importStudents(school, [ada, ben]);
  });

  test('is said in words, with what to type', async () => {
    const { exit, err } = await importStudents(school, [ada, gone(ben, 'Abgang 2026')], '--lang de');
    expect(exit).toBe(4);
    expect(err).toContain('Eine Klasse sieht aus, als wäre niemand darin an der Schule; nichts wurde geändert.');
    expect(err).toContain('„Abgang 2026“, 1 Person: --parked "Abgang 2026", wenn sie abgegangen');
  });

  test('who is in it leaves, or never comes; that is remembered', async () => {
    const cleo = { id: '3', given: 'Cleo', family: 'Dorn', class: 'ABGANG' };
    const { exit, json } = await importStudents(school, [ada, gone(ben), cleo], '--parked abgang --json');
    expect(exit).toBe(0);
    expect(json()).toMatchObject({ counts: { created: 0, leaving: 1 }, leaving: [{ account: 'ben.kaya' }] });
    const again = await importStudents(school, [ada, gone(ben), cleo], '--json');
    expect(again).toMatchObject({ exit: 0 });
    expect(again.json().counts).toMatchObject({ created: 0, leaving: 0, changed: 0 });
    const other = await importStudents(school, [gone(ben)], '--source other --partial');
    expect(other.exit).toBe(4);
  });

  test('may be a class like others, which is remembered also where nothing else changes', async () => {
    await importStudents(school, [ada, gone(ben)], '--not-parked Abgang');
    expect((await importStudents(school, [ada, gone(ben)])).exit).toBe(0);
    expect(school.sql(`SELECT class FROM users WHERE account = 'ben.kaya'`)).toEqual([{ class: 'Abgang' }]);
    const { exit, json } = await importStudents(school, [ada, gone(ben)], '--parked Abgang --json');
    expect(exit).toBe(0);
    expect(json().counts).toMatchObject({ leaving: 1 });
  });

  test('somebody at the terminal is asked once', async () => {
    school.answers = ['parked', 'none', true];
    school.file('list.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Ada;Brand;5a\n2;Ben;Kaya;ZZ\n');
    expect(await school.cli('roster import list.csv')).toMatchObject({ exit: 0 });
    expect(school.asked[0]).toContain('1 student is in the class “ZZ”. What is it?');
    expect(school.sql('SELECT account FROM leavers JOIN users ON id = user_id')).toEqual([{ account: 'ben.kaya' }]);
    const asked = school.asked.length;
    school.answers = [true];
    expect(await school.cli('roster import list.csv')).toMatchObject({ exit: 0 });
    expect(school.asked).toHaveLength(asked);
  });

  test('any class may be named, but one that the file has', async () => {
    expect((await importStudents(school, [ada, gone(ben, '10x')], '--parked 10x')).exit).toBe(0);
    expect((await importStudents(school, [ada, gone(ben)], '--parked 5b')).exit).toBe(3);
    expect((await importStudents(school, [ada, gone(ben)], '--parked Abgang --not-parked abgang')).exit).toBe(2);
  });

  test('who is in a class beside it is at the school', async () => {
    school.file('list.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Ada;Brand;5a\n2;Ben;Kaya;ZZ\n2;Ben;Kaya;10b\n');
    const { exit, json } = await school.cli('roster import list.csv --parked ZZ --yes --json');
    expect(exit).toBe(0);
    expect(json().counts).toMatchObject({ leaving: 0 });
  });
});

test('new accounts that are too long for Windows are named, and taken', async () => {
  const school = await newSchool();
  const long = { id: '1', given: 'Alexandra-Maximiliane', family: 'Brand' };
  const { exit, out } = await importStudents(school, [long, { ...ada, id: '2' }]);
  expect(exit).toBe(0);
  expect(out).toContain('! 1 new account has more than 20 characters');
  expect(out).toContain('alexandra-maximiliane.brand');
  const german = await importStudents(
    school,
    [long, { ...ada, id: '2' }, { ...long, id: '3', given: 'Benedikta-Cosima' }],
    '--dry-run --lang de',
  );
  expect(german.out).toContain('! 1 neues Konto hat mehr als 20 Zeichen');
  const json = await importStudents(school, [long, { ...ada, id: '2' }], '--dry-run --json');
  expect(json.json().longAccounts).toEqual([]);
});
