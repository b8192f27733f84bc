import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noticeColumns, scheduleColumns } from '../../src/leavers/journal.ts';
import { newSchool, type School } from '../support/school.ts';
import { classes, importStudents } from './roster.ts';

const anna = { id: '1', given: 'Anna', family: 'Müller', class: '5a', born: '01.02.2014' };
const ben = { id: '2', given: 'Ben', family: 'Müller', class: '6a', born: '02.02.2013' };
const carl = { id: '3', given: 'Carl', family: 'Kern', class: '6a', born: '03.02.2013' };
const annaInHisClass = { ...anna, class: '6a' };

const leaving = async (school: School, account: string) =>
  (await school.cli(`user show ${account} --json`)).json().leaving;

/** Anna, Ben and Carl, and Ute, the mother of the first two. */
async function family(): Promise<School> {
  const school = await newSchool();
  await importStudents(school, [anna, ben, carl]);
  await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller,ben.mueller');
  return school;
}

describe('guardians and the last child', () => {
  test('nobody goes before a child: not the guardian whose other child was scheduled by hand, late', async () => {
    const school = await family();
    await school.cli('leaver schedule anna.mueller --left-on 2026-08-20 --delete-on 2027-07-31');
    expect((await importStudents(school, [anna, carl], '--json')).json().guardians.leaving).toMatchObject([
      { account: 'ute.mueller', reason: 'last-child-left' },
    ]);
    expect((await leaving(school, 'ute.mueller')).deletedOn).toBe('2027-07-31');
    // The night has nothing to put right.
    expect((await school.cli('leaver run --dry-run --json')).json().followed).toEqual([]);
  });

  test('whoever was a guardian and teaches now does not go with a child', async () => {
    const school = await family();
    await school.cli('user edit ute.mueller --role teacher');
    school.sql('INSERT OR IGNORE INTO guardianships (guardian_id, child_id) VALUES (4, 1), (4, 2)');
    const ended = (await importStudents(school, [carl], '--json')).json();
    expect(ended.leaving).toHaveLength(2);
    expect(ended.guardians.leaving).toEqual([]);
    expect(await leaving(school, 'ute.mueller')).toBeNull();
  });
});

describe('a withdrawal of consent and the roster', () => {
  const withdrawn = async () => {
    const school = await newSchool();
    school.file('terms.txt', 'Be kind.');
    await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
    await importStudents(school, [annaInHisClass, carl]);
    await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller');
    await school.cli('consent give anna.mueller --by guardian:ute.mueller --on 2026-08-19');
    return school;
  };

  test('missing, then withdrawn, back in the roster, and consenting again: nobody is deleted who is present', async () => {
    const school = await withdrawn();
    await importStudents(school, [carl]);
    await school.cli('consent withdraw anna.mueller --by guardian:ute.mueller');
    expect(await leaving(school, 'anna.mueller')).toMatchObject({ reason: 'withdrawal' });
    const back = (await importStudents(school, [annaInHisClass, carl], '--json')).json();
    expect(back).toMatchObject({ counts: { returned: 0, changed: 1 } });
    expect((await importStudents(school, [annaInHisClass, carl], '--json')).json()).toMatchObject({ applied: false });
    await school.on('2026-08-25').cli('consent give anna.mueller --by guardian:ute.mueller');
    expect(await leaving(school, 'anna.mueller')).toBeNull();
  });

  test('withdrawn, then missing, and consenting again: whoever has left goes all the same', async () => {
    const school = await withdrawn();
    await school.cli('consent withdraw anna.mueller --by guardian:ute.mueller');
    await importStudents(school, [carl]);
    expect((await importStudents(school, [carl], '--json')).json()).toMatchObject({ applied: false });
    await school.on('2026-08-25').cli('consent give anna.mueller --by guardian:ute.mueller');
    expect(await leaving(school, 'anna.mueller')).toMatchObject({ reason: 'missing', leftOn: '2026-08-20' });
  });
});

describe('who stands apart', () => {
  test.each(['manual', '', ' ', 'x\u001b', 'x'.repeat(51)])('no file speaks for the source %j', async (source) => {
    const school = await newSchool();
    await school.cli('user add --role student --given Ida --family Hand --class 5a');
    const ended = await importStudents(school, [anna], `--source "${source}"`);
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(ended.err).not.toContain(' at ');
    expect((await school.cli('user list --json')).json()).toMatchObject([{ account: 'ida.hand', status: 'active' }]);
  });

  test('another source counts neither among those who may leave nor among those who stay', async () => {
    const school = await newSchool();
    const own = classes({ '5a': 60 });
    await importStudents(school, [...own, { ...anna, class: '10a' }]);
    const others = classes({ '5a': 100 }).map((one) => ({ ...one, given: `Abend ${one.given}`, born: '' }));
    await importStudents(school, others, '--source evening');
    const ended = await importStudents(school, [...own.slice(7), { ...anna, class: '10a' }], '--json');
    expect(ended.json()).toMatchObject({ counts: { leaving: 7, held: 7 }, hold: { leaving: 7, of: 60 } });
  });

  test('somebody added by hand with an ID of their own is known by the account of a line', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Ida --family Hand --class 5a --import-id H1');
    school.file('a.csv', 'Import-ID;Vorname;Nachname;Account\n7;Ida;Hand;ida.hand\n');
    expect((await school.cli('roster import a.csv -y --json')).json()).toMatchObject({
      counts: { created: 0, changed: 1 },
      changed: [{ account: 'ida.hand', changes: { importId: { from: 'H1', to: '7' }, source: { to: 'school' } } }],
    });
  });
});

describe('taking a run back', () => {
  test('brings lock, remark, notice and what a withdrawal replaced back with the schedule', async () => {
    const school = await family();
    await importStudents(school, [anna, ben]);
    await school.cli('leaver notices --csv notices.csv -y');
    await school.on('2026-09-20').cli('leaver run -y');
    school.sql(`UPDATE leavers SET remark = 'moves to Kiel'`);
    const kept = () => [school.sql('SELECT * FROM leavers'), school.sql('SELECT * FROM leaver_notices')];
    const before = kept();
    expect(before).toMatchObject([[{ locked_at: expect.any(String) }], [{ told_at: expect.any(String) }]]);

    const { run } = (await importStudents(school, [anna, ben, carl], '--json')).json();
    expect(kept()).toEqual([[], []]);
    expect(await school.cli(`roster undo ${run} -y`)).toMatchObject({ exit: 0 });
    expect(kept()).toEqual(before);
  });

  test('the journal keeps every column that a leaver has', async () => {
    const school = await newSchool();
    const columns = (table: string) =>
      school
        .sql(`SELECT name FROM pragma_table_info(?) WHERE name <> 'user_id'`, table)
        .map(({ name }) => name)
        .sort();
    expect(Object.values(scheduleColumns).sort()).toEqual(columns('leavers'));
    expect(Object.values(noticeColumns).sort()).toEqual(columns('leaver_notices'));
  });

  test('refused, it leaves nothing behind, not even a backup', async () => {
    const school = await family();
    await school.cli('user edit anna.mueller --email a@post.example');
    const files = readdirSync(school.folder, { recursive: true });
    expect(await school.cli('roster undo 1 -y')).toMatchObject({ exit: 3 });
    expect(readdirSync(school.folder, { recursive: true })).toEqual(files);
  });
});

test('"same" at the prompt leaves no faulty line out on its own', async () => {
  const school = await newSchool();
  await importStudents(school, [anna, carl]);
  school.file(
    'next.csv',
    'Import-ID;Vorname;Nachname;Geburtsdatum;Account\n10;Anna;Müller;01.02.2014;amueller\n3;Carl;Kern;03.02.2013;carl.kern\n',
  );
  school.answers = ['5', 'same', true];
  const ended = await school.cli('roster import next.csv');
  expect(ended).toMatchObject({ exit: 4, out: '' });
  expect(ended.err).toContain('line 2, “amueller”: This person has the account anna.mueller.');
  school.answers = undefined;
  expect((await school.cli('user show anna.mueller --json')).json()).toMatchObject({ importId: '1' });
});
