import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

const accounts = (school: School) => school.sql('SELECT account FROM users ORDER BY 1').map(({ account }) => account);
const add = (more: string) => `user add --role student --given Anna --family Müller ${more}`;
const importing = async (school: School, ...rows: string[]) => {
  school.file('s.csv', ['Import-ID;Vorname;Nachname;Klasse;Geburtsdatum;Gruppen', ...rows, ''].join('\n'));
  return school.cli('roster import s.csv -y --json');
};

describe('who is added by hand and may be there already', () => {
  test.each([
    ['the same name and class', '--class 5a', '--class 5a'],
    [
      'the same name and birth date, in another class',
      '--class 5a --birth-date 2014-02-03',
      '--class 6b --birth-date 2014-02-03',
    ],
    ['the same name, and a class that nobody knows', '--class 5a', ''],
    ['another spelling', '--class 5a', '--class 5a --given Änna'],
    ['one name more', '--birth-date 2014-02-03', '--birth-date 2014-02-03 --given "Anna Luise"'],
    ['exchanged columns', '--class 5a', '--class 5a --given Müller --family Anna'],
  ])('is a question: %s', async (_, one, other) => {
    const school = await newSchool();
    await school.cli(add(one));
    const second = add(other.includes('--given') ? '' : other);
    const line = other.includes('--given')
      ? `user add --role student ${other.includes('--family') ? '' : '--family Müller'} ${other}`
      : second;
    const refused = await school.cli(`${line} --json -y`);
    expect(refused).toMatchObject({ exit: 3, out: '' });
    expect(JSON.parse(refused.err).error).toMatchObject({
      code: 'maybe-there',
      people: [{ account: 'anna.mueller', because: 'same-name' }],
    });
    expect(await school.cli(`${line} --another`)).toMatchObject({ exit: 0 });
    expect(accounts(school)).toHaveLength(2);
  });

  test.each([
    ['in another class, without birth dates', '--class 5a', '--class 9c'],
    ['with another birth date', '--class 5a --birth-date 2014-02-03', '--class 5a --birth-date 2014-02-04'],
    ['in another role', '--class 5a', '--role teacher'],
  ])('is somebody else %s', async (_, one, other) => {
    const school = await newSchool();
    await school.cli(add(one));
    const line = other.includes('--role') ? 'user add --role teacher --given Anna --family Müller' : add(other);
    expect(await school.cli(line)).toMatchObject({ exit: 0 });
  });

  test('is asked at the terminal, and the first answer adds nobody', async () => {
    const school = await newSchool();
    await school.cli(add('--class 5a'));
    school.answers = ['same'];
    expect(await school.cli(add('--class 5a'))).toMatchObject({ exit: 130 });
    expect(school.asked).toEqual(['This may be somebody who is here already: Anna Müller (anna.mueller, 5a). Is it?']);
    school.answers = ['another'];
    expect(await school.cli(add('--class 5a --lang de'))).toMatchObject({ exit: 0 });
    expect(school.asked.at(-1)).toContain('der schon da ist');
    expect(accounts(school)).toEqual(['anna.mueller', 'anna.mueller2']);
  });
});

describe('an import ID typed by hand that somebody has', () => {
  test.each(['00401', '401.0'])('is a question for user add and user edit: %s', async (typed) => {
    const school = await newSchool();
    await importing(school, `${typed === '401.0' ? '401' : typed};Ben;Kern;5a;2014-05-06;`);
    await school.cli('user add --role student --given Zoë --family Ott');
    const line = `user add --role student --given Mia --family Vogt --import-id ${typed}`;
    const refused = await school.cli(`${line} --json -y`);
    expect(refused).toMatchObject({ exit: 3 });
    expect(JSON.parse(refused.err).error).toMatchObject({ people: [{ account: 'ben.kern', because: 'same-id' }] });
    const edit = `user edit zoe.ott --import-id ${typed}`;
    expect((await school.cli(edit)).err).toContain('Ben Kern (ben.kern, 5a, 6 May 2014');
    school.answers = ['same'];
    expect(await school.cli(edit)).toMatchObject({ exit: 130 });
    school.answers = undefined;
    expect(await school.cli(`${edit} --another`)).toMatchObject({ exit: 0 });
    expect(await school.cli('user edit zoe.ott --class 5b')).toMatchObject({ exit: 0 });
  });

  test('and that a roster brings for somebody else is a question there, even if the names differ', async () => {
    const school = await newSchool();
    await school.cli(add('--class 5a --import-id 00401'));
    const ended = await importing(school, '00401;Zoë;Yıldız;9c;2010-01-02;');
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json().suspects).toMatchObject([
      { leaving: { account: 'anna.mueller' }, arriving: { importId: '00401' }, because: 'same-id-by-hand' },
    ]);
    expect(accounts(school)).toEqual(['anna.mueller']);
    expect(await school.cli('roster import s.csv -y --different anna.mueller=00401')).toMatchObject({ exit: 0 });
    expect(accounts(school)).toEqual(['anna.mueller', 'zoe.yildiz']);
    expect((await school.cli('roster import s.csv -y --json')).json()).toMatchObject({ applied: false, suspects: [] });
  });
});

describe('names of systems are no accounts', () => {
  test('by hand, by a name that makes one, and in a roster', async () => {
    const school = await newSchool();
    const refused = await school.cli('user add --role staff --given Rudi --family Root --account root');
    expect(refused).toMatchObject({ exit: 3 });
    expect(refused.err).toContain('name of a system');
    await school.cli('user add --role staff --given "" --family Admin');
    await school.cli('user add --role staff --given Admin --family ""');
    school.file('t.csv', 'Import-ID;Account;Vorname;Nachname;Klasse\n1;administrator;Ada;Brand;5a\n');
    const roster = await school.cli('roster import t.csv -y --json');
    expect(roster).toMatchObject({ exit: 4 });
    expect(JSON.parse(roster.err).error.problems).toMatchObject([{ line: 2, code: 'account-reserved' }]);
    expect(accounts(school).filter((account) => ['admin', 'root', 'administrator'].includes(account))).toEqual([]);
  });
});

test('groups that were given by hand survive a file with a column of groups', async () => {
  const school = await newSchool();
  await importing(school, '1;Ada;Brand;5a;2014-05-06;Chor');
  await school.cli('user edit ada.brand --group Chor --group Technik');
  const next = await importing(school, '1;Ada;Brand;6a;2014-05-06;Theater');
  expect(next).toMatchObject({ exit: 0 });
  expect((await school.cli('user show ada.brand --json')).json().groups).toEqual(['Technik', 'Theater']);
  expect((await importing(school, '1;Ada;Brand;6a;2014-05-06;Theater')).json()).toMatchObject({ applied: false });
  expect(await school.cli('roster undo 2 -y')).toMatchObject({ exit: 0 });
  expect((await school.cli('user show ada.brand --json')).json().groups).toEqual(['Chor', 'Technik']);
});
