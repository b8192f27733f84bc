import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { importStudents, roster, type Student } from './roster.ts';

const ada = { id: '00401', given: 'Ada', family: 'Brand', class: '5a', born: '2010-03-09' };
const ben = { id: '00402', given: 'Ben', family: 'Kern', class: '5a', born: '2010-05-22' };
const cleo = { id: '00403', given: 'Cleo', family: 'Ott', class: '5a', born: '2010-06-23' };
const students: readonly Student[] = [ada, ben, cleo];

const load = (school: School, rows: readonly Student[], options = '') =>
  importStudents(school, rows, `--json ${options}`);
const accounts = (school: School) => school.sql('SELECT account FROM users ORDER BY 1').map(({ account }) => account);
const becauses = (ended: { json(): { suspects: { because: string }[] } }) =>
  ended.json().suspects.map(({ because }) => because);

/** Ada was deleted because she withdrew her consent; the year is over in which she was told. */
async function afterWithdrawal(rows: readonly Student[] = students): Promise<School> {
  const school = await newSchool();
  school.file('terms.txt', 'Be kind.');
  await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
  await load(school, rows);
  await withdraw(school, 'ada.brand');
  return school;
}

async function withdraw(school: School, account: string): Promise<void> {
  const given = await school.cli(`consent give ${account} --by self`);
  const withdrawn = await school.cli(`consent withdraw ${account} --by self -y`);
  if (given.exit !== 0 || withdrawn.exit !== 0) throw new Error(given.err + withdrawn.err);
  await nights(school);
  if (accounts(school).includes(account)) throw new Error(`${account} is still there.`);
}

/** The first night announces, the second one deletes. */
async function nights(school: School): Promise<void> {
  school.now = new Date(school.now.getTime() + 20 * 86_400_000);
  await school.cli('leaver run');
  await school.cli('leaver run');
}

describe('who was deleted after a withdrawal', () => {
  test('is a question with the day, and nobody is made anew while it is open', async () => {
    const school = await afterWithdrawal();
    const ended = await load(school, students);
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json().suspects).toEqual([
      {
        leaving: null,
        other: null,
        arriving: {
          importId: '00401',
          account: 'ada.brand2',
          givenName: 'Ada',
          familyName: 'Brand',
          class: '5a',
          birthDate: '2010-03-09',
          line: 2,
        },
        because: 'withdrew-consent',
        departed: { deletedOn: '2026-09-09' },
      },
    ]);
    expect(accounts(school)).toEqual(['ben.kern', 'cleo.ott']);
    expect((await school.cli('status --json')).json().rosterWaiting).toMatchObject([{ questions: 1, approvals: 0 }]);
    const { out } = await school.cli('roster import students.csv --dry-run');
    expect(out).toContain('consent was withdrawn  9 Sep 2026');
    expect(out).toContain('--leave-out 00401');
  });

  test('no approval of a plan answers it', async () => {
    const school = await afterWithdrawal();
    const other = [ada, { ...ben, id: '00502' }, { ...cleo, id: '00503', given: 'Dora' }];
    const { plan } = (await load(school, other)).json();
    await load(school, other, `--approve ${plan}`);
    expect(accounts(school)).not.toContain('ada.brand2');
  });

  test('is left out for good, quietly, and the answer is listed and taken back', async () => {
    const school = await afterWithdrawal();
    expect(await load(school, students, '--leave-out 00401')).toMatchObject({ exit: 0 });
    for (const option of ['', '--leave-out 00401']) {
      const again = await load(school, students, option);
      expect(again).toMatchObject({ exit: 0 });
      expect(again.json()).toMatchObject({ applied: false, suspects: [], counts: { skipped: 1, held: 0, created: 0 } });
    }
    expect(accounts(school)).toEqual(['ben.kern', 'cleo.ott']);
    expect((await school.cli('status --json')).json().rosterWaiting).toEqual([]);
    expect((await school.cli('roster answers --json')).json()).toMatchObject([
      { answer: 1, said: 'leave-out', account: null, line: null, deletedOn: '2026-09-09', operator: 'k.schmidt' },
    ]);
    expect((await school.cli('roster answers --lang de')).out).toContain('gelöscht am 09.09.2026');
    expect((await school.cli('roster import students.csv --explain 2 --dry-run')).out).toContain('was deleted');
    expect(await school.cli('roster answers --take-back 1')).toMatchObject({ exit: 0 });
    expect(await load(school, students)).toMatchObject({ exit: 5 });
  });

  test('is taken in as somebody new, whom the gate withholds until there is consent', async () => {
    const school = await afterWithdrawal();
    expect(await load(school, students, '--take-in 00401')).toMatchObject({ exit: 0 });
    expect(accounts(school)).toEqual(['ada.brand2', 'ben.kern', 'cleo.ott']);
    expect(await school.cli('password issue ada.brand2 --csv p.csv')).not.toMatchObject({ exit: 0 });
    expect((await load(school, students, '--take-in 00401')).json()).toMatchObject({ applied: false, suspects: [] });
    expect((await school.cli('roster answers --json')).json()).toMatchObject([
      { said: 'take-in', account: 'ada.brand2' },
    ]);
    await school.cli('consent give ada.brand2 --by self');
    expect(await school.cli('password issue ada.brand2 --csv p.csv')).toMatchObject({ exit: 0 });
  });

  test('and goes a second time, is asked about a second time', async () => {
    const school = await afterWithdrawal();
    await load(school, students, '--take-in 00401');
    await withdraw(school, 'ada.brand2');
    expect(becauses(await load(school, students))).toEqual(['withdrew-consent']);
  });

  test('an undo takes away who was taken in, not what was said; a restore keeps both questions and answers', async () => {
    const school = await afterWithdrawal();
    const backup = (await school.cli('backup create --json')).json().name;
    await load(school, students, '--take-in 00401');
    expect(await school.cli('roster undo 2 -y')).toMatchObject({ exit: 0 });
    expect(accounts(school)).toEqual(['ben.kern', 'cleo.ott']);
    expect((await school.cli('roster answers --json')).json()).toMatchObject([{ said: 'take-in', account: null }]);
    expect(await load(school, students, '--leave-out 00401')).toMatchObject({ exit: 0 });
    expect(accounts(school)).toEqual(['ben.kern', 'cleo.ott']);
    expect(await school.cli(`backup restore ${backup} -y`)).toMatchObject({ exit: 0 });
    expect((await load(school, students)).json()).toMatchObject({ suspects: [], counts: { created: 0, skipped: 1 } });
    await school.cli('roster answers --take-back 1');
    expect(becauses(await load(school, students))).toEqual(['withdrew-consent']);
  });

  test('whose ID another child has by now, is not meant by what was said', async () => {
    const school = await afterWithdrawal();
    await load(school, students, '--leave-out 00401');
    const other = { ...ada, given: 'Zoë', family: 'Yıldız', born: '2015-01-02' };
    expect(await load(school, [other, ben, cleo])).toMatchObject({ exit: 5 });
    expect(await load(school, [other, ben, cleo], '--take-in 00401')).toMatchObject({ exit: 0 });
    expect(accounts(school)).toContain('zoe.yildiz');
    // Both are listed: the one who left has another ID.
    expect((await school.cli('roster answers --json')).json()).toHaveLength(2);
  });

  test.each(['{00401}', '="00401"', "'00401"])('is known by an ID in the dress %s', async (id) => {
    const guid = '{0a1b2c3d-1111-2222-3333-444455556666}';
    const school = await afterWithdrawal(id.startsWith('{') ? [{ ...ada, id: guid }, ben, cleo] : students);
    const again = id.startsWith('{') ? guid.slice(1, -1).toUpperCase() : id;
    school.file(
      's.csv',
      roster([{ ...ada, id: again.replace(/"/g, '""') }, ben, cleo]).replace(/^(=""00401"")/m, '"$1"'),
    );
    expect(becauses(await school.cli('roster import s.csv -y --json'))).toEqual(['withdrew-consent']);
  });

  test('at the terminal it is asked with a safe answer first', async () => {
    const school = await afterWithdrawal();
    await school.cli('settings set school.last-year none');
    school.answers = ['later'];
    await school.cli('roster import students.csv');
    expect(school.asked.at(-1)).toBe(
      'Ada Brand (5a, 9 Mar 2010, 00401) is listed again: consent was withdrawn, deleted on 9 Sep 2026. What now?',
    );
    school.answers = ['take-in', true];
    expect(await school.cli('roster import students.csv')).toMatchObject({ exit: 0 });
    expect(accounts(school)).toContain('ada.brand2');
  });

  test('what is said of nobody who went is refused', async () => {
    const school = await afterWithdrawal();
    for (const option of ['--leave-out 00402', '--take-in 9', '--leave-out 00401 --take-in 00401']) {
      expect(await load(school, students, option)).toMatchObject({ exit: 2, out: '' });
    }
    expect(school.sql('SELECT count(*) AS n FROM roster_answers')).toEqual([{ n: 0 }]);
  });
});

describe('who was deleted otherwise', () => {
  const atRequest = (account: string) => `leaver schedule ${account} --at-request --delete-on 2026-08-20 -y`;

  test('on request: a question of its own words', async () => {
    const school = await newSchool();
    await load(school, students);
    await school.cli(atRequest('ada.brand'));
    await school.cli('leaver run');
    expect(becauses(await load(school, students))).toEqual(['asked-to-be-deleted']);
    expect((await school.cli('roster import students.csv --dry-run --lang de')).out).toContain(
      'auf eigenen Wunsch gelöscht',
    );
  });

  test('as a leaver like others: nothing is asked', async () => {
    const school = await newSchool();
    await load(school, students);
    await school.cli('leaver schedule ada.brand --left-on 2026-08-20 -y');
    await school.cli('leaver notices --told -y');
    await school.on('2026-10-20').cli('leaver run --today 2026-10-20 -y');
    await school.cli('leaver run');
    expect(accounts(school)).not.toContain('ada.brand');
    expect(becauses(await load(school, students))).toEqual([]);
  });

  test('who was known in two sources is asked about in both', async () => {
    const school = await newSchool();
    await load(school, students);
    await load(school, [{ ...ada, id: 'E1' }], '--source evening --same 00401=E1');
    await school.cli(atRequest('ada.brand'));
    await school.cli('leaver run');
    expect(becauses(await load(school, students))).toEqual(['asked-to-be-deleted']);
    expect(becauses(await load(school, [{ ...ada, id: 'E1' }], '--source evening'))).toEqual(['asked-to-be-deleted']);
    expect(becauses(await load(school, [{ ...cleo, id: '00401' }], '--source music'))).not.toContain(
      'asked-to-be-deleted',
    );
  });

  test('who had no ID is known by name and birth date, and only that line is meant by the answer', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Ada --family Brand --class 5a --birth-date 2010-03-09');
    await school.cli(atRequest('ada.brand'));
    await school.cli('leaver run');
    expect(becauses(await load(school, [{ ...ada, given: 'ADA' }, ben]))).toEqual(['asked-to-be-deleted']);
    expect(await load(school, students, '--leave-out 00401')).toMatchObject({ exit: 0 });
    expect(becauses(await load(school, [{ ...ada, born: '2011-03-09' }, ben, cleo]))).toEqual([]);
    expect(accounts(school)).toContain('ada.brand2');
  });

  test('who was added by hand with an ID is asked about when a roster has it', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Ada --family Brand --class 5a --import-id 00401');
    await school.cli(atRequest('ada.brand'));
    await school.cli('leaver run');
    expect(becauses(await load(school, students))).toEqual(['asked-to-be-deleted']);
  });

  test('a guardian’s line about a deleted child is no fault, and makes nobody', async () => {
    const school = await newSchool();
    await load(school, students);
    await school.cli(atRequest('ada.brand'));
    await school.cli('leaver run');
    school.file(
      'g.csv',
      'Vorname;Nachname;E-Mail;Kind\nEva;Brand;eva@x.example;00401\nJo;Kern;jo@x.example;00401\nJo;Kern;jo@x.example;00402\n',
    );
    const ended = await school.cli('roster import g.csv --role guardian --map child-id=Kind --json -y');
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.json()).toMatchObject({ counts: { created: 1, skipped: 2 } });
    expect(school.sql('SELECT u.account FROM guardianships g JOIN users u ON u.id = g.guardian_id')).toEqual([
      { account: 'jo.kern' },
    ]);
  });
});

test('a restore takes out who came since, although questions about others have been answered', async () => {
  const school = await newSchool();
  await load(school, students);
  await school.cli('backup create');
  const next = [...students, { ...ada, id: '00999' }];
  await load(school, [...next, { id: '7', given: 'Emil', family: 'Vogt', born: '2010-02-02' }], '--same 00401=00999');
  expect(accounts(school)).toContain('emil.vogt');
  expect(await school.cli('backup restore newest -y')).toMatchObject({ exit: 0 });
  expect(accounts(school)).toEqual(['ada.brand', 'ben.kern', 'cleo.ott']);
});
