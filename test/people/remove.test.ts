import { expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

async function typed(school: School, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    const ended = await school.cli(`${line} -y`);
    expect({ line, exit: ended.exit, err: ended.exit === 0 ? '' : ended.err }).toEqual({ line, exit: 0, err: '' });
  }
}

const accounts = (school: School) => school.sql('SELECT account FROM users ORDER BY 1').map(({ account }) => account);
const anna = 'user add --role student --given Anna --family Müllerfrau --class 5a';

test('takes somebody back who was added by hand, name and all, and frees the account', async () => {
  const school = await newSchool();
  await typed(school, `${anna} --group Chor --email anna@home.example`, 'user edit anna.muellerfrau --class 5b');
  expect((await school.cli('user remove anna.muellerfrau -y --json')).json()).toEqual([
    { account: 'anna.muellerfrau' },
  ]);
  for (const text of ['Müllerfrau', 'muellerfrau', 'anna@home.example']) {
    expect(school.bytes().includes(text), text).toBe(false);
  }
  expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  await typed(school, anna);
  expect(accounts(school)).toEqual(['anna.muellerfrau']);
  // The number is another one, so that nothing in the log is about the wrong person.
  expect(school.sql('SELECT id FROM users')).toEqual([{ id: 2 }]);
});

test('nobody of whose custody something was said, or who was told for a child', async () => {
  const school = await newSchool();
  await typed(
    school,
    anna,
    'user add --role guardian --given Ute --family Kern --child anna.muellerfrau',
    'user edit anna.muellerfrau --guardian ute.kern --custody no --since 2026-08-01 --evidence "AG Kiel"',
  );
  const ended = await school.cli('user remove ute.kern -y --json');
  expect(ended).toMatchObject({ exit: 3, out: '' });
  expect(JSON.parse(ended.err).error.people[0].hanging).toContainEqual(
    expect.objectContaining({ table: 'custodies.guardian_id', number: 1 }),
  );
});

test.each<[string, string, string, string[]]>([
  ['a password', 'passwords', 'Passwörter', ['password issue anna.muellerfrau --csv p.csv']],
  [
    'a suspension',
    'suspensions',
    'Sperrungen',
    ['suspension impose anna.muellerfrau --reason Streit --clause mass-mail'],
  ],
  ['an incident', 'incident_people', 'Vorfälle', ['incident open --account anna.muellerfrau --what Streit']],
  ['a schedule', 'leavers', 'Abgänge', ['leaver schedule anna.muellerfrau --left-on 2026-08-20']],
  [
    'a guardian',
    'guardianships.child_id',
    'Verknüpfungen mit Erziehungsberechtigten',
    ['user add --role guardian --given Ute --family Kern --child anna.muellerfrau'],
  ],
  ['an export', 'iserv_known', 'IServ', ['iserv export i.csv --first']],
])('nobody on whom %s hangs', async (_, table, word, before) => {
  const school = await newSchool();
  await typed(school, anna, 'user add --role student --given Ben --family Ott', ...before);
  const ended = await school.cli('user remove ben.ott anna.muellerfrau -y --json');
  expect(ended).toMatchObject({ exit: 3, out: '' });
  const { error } = JSON.parse(ended.err);
  expect(error).toMatchObject({ code: 'not-removable' });
  expect(
    error.people.find(({ account }: { account: string }) => account === 'anna.muellerfrau').hanging,
  ).toContainEqual(expect.objectContaining({ table, number: 1 }));
  expect((await school.cli('user remove anna.muellerfrau --lang de -y')).err).toContain(word);
  expect(accounts(school)).toContain('ben.ott');
});

test('nobody whom a roster lists, and nobody who isn’t there', async () => {
  const school = await newSchool();
  school.file('s.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Ben;Ott;5a\n');
  await typed(school, 'roster import s.csv');
  expect((await school.cli('user remove ben.ott -y')).err).toContain('comes from the roster "school"');
  expect(await school.cli('user remove nobody -y')).toMatchObject({ exit: 3 });
  expect(await school.cli('user remove ben.ott')).toMatchObject({ exit: 3 });
});

test('is asked about with the name, and only there', async () => {
  const school = await newSchool();
  await typed(school, anna);
  expect(await school.cli('user remove anna.muellerfrau')).toMatchObject({ exit: 2 });
  school.answers = [false];
  expect(await school.cli('user remove anna.muellerfrau')).toMatchObject({ exit: 130 });
  expect(school.asked).toEqual(['Take back Anna Müllerfrau (anna.muellerfrau), name and all?']);
  expect(accounts(school)).toEqual(['anna.muellerfrau']);
});
