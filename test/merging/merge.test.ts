import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

const header = 'Import-ID;Vorname;Nachname;Klasse;Geburtsdatum;Gruppen';
const anna = '1;Anna;Müller;5a;2014-02-03;';

async function load(school: School, rows: readonly string[], options = '', header_ = header) {
  school.file('s.csv', [header_, ...rows, ''].join('\n'));
  return school.cli(`roster import s.csv -y --json ${options}`);
}

async function typed(school: School, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    const ended = await school.cli(`${line} -y`);
    expect({ line, exit: ended.exit, err: ended.exit === 0 ? '' : ended.err }).toEqual({ line, exit: 0, err: '' });
  }
}

/** Anna has come with the roster, and was added by hand before; both accounts are in use. */
async function twice(): Promise<School> {
  const school = await newSchool();
  school.file('terms.txt', 'Be kind.');
  await typed(
    school,
    'terms publish terms.txt --version 1 --from 2026-08-01',
    'user add --role student --given Anna --family Müller --class 5a --group Chor',
    'user add --role student --given Ben --family Kern --class 5a --import-id 9',
  );
  expect(await load(school, [anna], '--different anna.mueller=1')).toMatchObject({ exit: 0 });
  return school;
}

const accounts = (school: School) => school.sql('SELECT account FROM users ORDER BY 1').map(({ account }) => account);
const merge = (school: School, options = '') =>
  school.cli(`user merge anna.mueller2 anna.mueller ${options} -y --json`);

test('all that hangs on one account moves to the other, which is listed from then on', async () => {
  const school = await twice();
  await typed(
    school,
    'user add --role guardian --given Ute --family Müller --child anna.mueller2',
    'consent give anna.mueller2 --by guardian:ute.mueller',
    'incident open --account anna.mueller2 --what "Joke mails"',
    'incident inspect 1 --account anna.mueller2 --kind mail --suspicion "Insults by mail"',
    'password issue anna.mueller2 --csv p.csv',
    'suspension impose anna.mueller2 --reason "Joke mails" --incident 1',
    'leaver hold anna.mueller2 --reason Dispute',
    'user edit anna.mueller2 --group Theater',
  );
  const ended = await merge(school, '--reason "listed twice"');
  expect(ended).toMatchObject({ exit: 0 });
  expect(ended.json()).toEqual({ account: 'anna.mueller', givenUp: 'anna.mueller2', inIserv: 'delete' });
  const shown = (await school.cli('user show anna.mueller --json')).json();
  expect(shown).toMatchObject({
    importId: '1',
    birthDate: '2014-02-03',
    groups: ['Chor', 'Theater'],
    guardians: [{ account: 'ute.mueller' }],
    consent: { terms: 'complete' },
    password: { state: 'must-change' },
    status: 'suspended',
  });
  expect((await school.cli('incident show 1 --json')).json()).toMatchObject({
    what: 'Joke mails',
    accounts: ['anna.mueller'],
    inspections: [{ account: 'anna.mueller' }],
  });
  expect(school.sql('SELECT user_id, reason FROM leaver_holds')).toEqual([{ user_id: 1, reason: 'Dispute' }]);
  expect((await load(school, [anna])).json()).toMatchObject({ applied: false, suspects: [], counts: { unchanged: 1 } });
  expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
});

test('what was said of a guardian goes on being said of them: custody, courts, whom somebody was told', async () => {
  const school = await newSchool();
  school.file('terms.txt', 'Be kind.');
  await typed(
    school,
    'terms publish terms.txt --version 1 --from 2026-08-01',
    'user add --role student --given Anna --family Müller --class 5a',
    'user add --role guardian --given Ute --family Müller --child anna.mueller',
    'user add --role guardian --given Ute --family Müller --child anna.mueller --another',
    'user edit anna.mueller --guardian ute.mueller2 --custody no --since 2026-08-01 --evidence "AG Kiel"',
    'consent court anna.mueller --purpose terms --by guardian:ute.mueller2 --evidence "AG Kiel"',
    'suspension impose anna.mueller --reason Streit --clause mass-mail',
    'suspension inform anna.mueller --told "guardian-name:Jan Müller" --how "by letter"',
  );
  const [{ id, other }] = school.sql(
    `SELECT (SELECT id FROM users WHERE account = 'ute.mueller') AS id,
       (SELECT id FROM users WHERE account = 'ute.mueller2') AS other`,
  );
  school.sql('UPDATE suspensions SET told_guardian_name = NULL, told_guardian_id = ?', other);
  await typed(school, 'user merge ute.mueller2 ute.mueller');
  expect((await school.cli('user show anna.mueller --json')).json().guardians).toEqual([
    { account: 'ute.mueller', custody: false },
  ]);
  expect(
    school.sql(
      `SELECT guardian_id AS id FROM custodies UNION ALL SELECT guardian_id FROM court_decisions
       UNION ALL SELECT told_guardian_id FROM suspensions`,
    ),
  ).toEqual([{ id }, { id }, { id }]);
});

test('the account given up is never given again', async () => {
  const school = await twice();
  await merge(school);
  await typed(school, 'user add --role student --given Anna --family Müller --class 9c --birth-date 2011-01-01');
  expect(accounts(school)).toEqual(['anna.mueller', 'anna.mueller3', 'ben.kern']);
});

test('the log tells of both under the account that stays, and forgets both with the person', async () => {
  const school = await twice();
  await typed(school, 'user edit anna.mueller2 --email anna@see.example');
  await merge(school);
  const read = await school.cli('audit log --account anna.mueller --reason Streit --json');
  expect(read.json().map(({ act }: { act: string }) => act)).toEqual([
    'user-added',
    'roster-created',
    'user-edited',
    'user-merged',
    'log-read',
  ]);
  expect((await school.cli('user report anna.mueller --json')).out).toContain('mergedAccounts');
  await typed(school, 'leaver schedule anna.mueller --at-request --delete-on 2026-08-20', 'leaver run');
  expect(school.bytes().includes('anna@see.example')).toBe(false);
  expect(school.sql('SELECT count(*) AS n FROM former_numbers')).toEqual([{ n: 0 }]);
  expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
});

test('two incidents, holds and answers of both are one, and no text is lost', async () => {
  const school = await twice();
  await typed(
    school,
    'incident open --account anna.mueller --account anna.mueller2 --what "Joke mails"',
    'leaver hold anna.mueller --reason Dispute --review 2027-01-01',
    'leaver hold anna.mueller2 --reason Custody --review 2026-12-01',
  );
  expect(await merge(school)).toMatchObject({ exit: 0 });
  expect((await school.cli('incident show 1 --json')).json()).toMatchObject({
    what: 'Joke mails',
    accounts: ['anna.mueller'],
  });
  expect(school.sql('SELECT reason, review_on AS review FROM leaver_holds')).toEqual([
    { reason: 'Dispute; Custody', review: '2026-12-01' },
  ]);
  expect((await school.cli('roster answers --json')).json()).toEqual([]);
});

describe('whoever is listed twice under two IDs of one source', () => {
  test.each([
    ['both lines', [anna, '2;Anna;Müller;5a;2014-02-03;'], '1'],
    ['the line of the account that was given up', ['2;Anna;Müller;5a;2014-02-03;'], '2'],
    ['the other line', [anna], '1'],
  ])('is one person in the next roster with %s', async (_, rows, id) => {
    const school = await newSchool();
    const both = [anna, '2;Anna;Müller;5a;2014-02-03;'];
    expect(await load(school, both, '--different 1=2')).toMatchObject({ exit: 0 });
    expect(await merge(school)).toMatchObject({ exit: 0 });
    const next = await load(school, rows);
    expect(next).toMatchObject({ exit: 0 });
    expect(next.json()).toMatchObject({ suspects: [], problems: [], created: [], leaving: [] });
    expect(school.sql('SELECT account, import_id AS id FROM users')).toEqual([{ account: 'anna.mueller', id }]);
  });
});

test('whoever is known by two sources has both IDs', async () => {
  const school = await newSchool();
  await load(school, [anna]);
  await load(school, ['E1;Anna;Müller;5a;2014-02-03;'], '--source evening --different 1=E1');
  expect(await merge(school)).toMatchObject({ exit: 0 });
  expect((await load(school, [anna])).json()).toMatchObject({ applied: false, leaving: [], suspects: [] });
  const evening = await load(school, ['E1;Anna;Müller;5a;2014-02-03;'], '--source evening');
  expect(evening.json()).toMatchObject({ applied: false, suspects: [] });
  expect(accounts(school)).toEqual(['anna.mueller']);
});

describe('in IServ', () => {
  const todo = async (school: School) =>
    (await school.cli('iserv todo --json')).json().filter(({ what }: { what: string }) => what !== 'password');

  test('one account is renamed, the other deleted once the files are moved', async () => {
    const school = await twice();
    await typed(school, 'consent give anna.mueller2 --by "guardian-name:Ute Müller"', 'iserv export i.csv --first');
    await typed(school, 'consent give anna.mueller --by "guardian-name:Ute Müller"');
    expect((await merge(school)).json()).toMatchObject({ inIserv: 'rename' });
    expect(await todo(school)).toMatchObject([{ what: 'rename', account: 'anna.mueller2', to: 'anna.mueller' }]);
  });

  test('of two that IServ has, one is deleted there when the files are moved', async () => {
    const school = await twice();
    for (const one of ['anna.mueller', 'anna.mueller2'])
      await typed(school, `consent give ${one} --by "guardian-name:Ute Müller"`);
    await typed(school, 'iserv export i.csv --first');
    expect((await merge(school)).json()).toMatchObject({ inIserv: 'delete' });
    expect(await todo(school)).toMatchObject([
      { what: 'delete', account: 'anna.mueller2', because: 'given-up', to: 'anna.mueller' },
    ]);
    expect((await school.cli('iserv todo')).out).toContain('move files and mail there first');
    await typed(school, 'iserv done anna.mueller2');
    expect(await todo(school)).toEqual([]);
  });
});

describe('is refused', () => {
  test.each<[string, string, string[]]>([
    ['one account', 'same-account', []],
    ['two roles', 'other-roles', ['user edit anna.mueller2 --role staff']],
    ['two birth dates', 'two-people', ['user edit anna.mueller --birth-date 2014-02-04']],
    ['twins', 'two-people', ['user edit anna.mueller --birth-date 2014-02-03 --given Mia']],
    ['others', 'two-people', ['user edit anna.mueller --given Zoë']],
    ['on request', 'leaves-on-request', ['leaver schedule anna.mueller2 --at-request']],
    ['the one that stays leaves', 'staying-leaves', ['leaver schedule anna.mueller --left-on 2026-08-20']],
    [
      'after a withdrawal',
      'leaves-on-request',
      [
        'consent give anna.mueller --by "guardian-name:Ute Müller"',
        'consent withdraw anna.mueller --by "guardian-name:Ute Müller"',
      ],
    ],
    [
      'two suspensions',
      'two-suspensions',
      [
        'suspension impose anna.mueller --reason Streit --clause mass-mail',
        'suspension impose anna.mueller2 --reason Streit --clause mass-mail',
      ],
    ],
  ])('%s', async (name, code, before) => {
    const school = await twice();
    await typed(school, ...before);
    const entries = () => school.sql('SELECT count(*) AS n FROM audit_entries');
    const untouched = entries();
    const ended =
      name === 'one account' ? await school.cli('user merge ben.kern ben.kern -y --json') : await merge(school);
    expect(ended).toMatchObject({ exit: 3, out: '' });
    expect(JSON.parse(ended.err).error.code).toBe(code);
    expect(entries()).toEqual(untouched);
  });

  test('what waits for an answer', async () => {
    const school = await twice();
    school.sql(`INSERT INTO iserv_doubts VALUES (1, '2026-08-20')`);
    expect(await merge(school)).toMatchObject({ exit: 3 });
  });
});

test('both are shown side by side before the question', async () => {
  const school = await twice();
  school.answers = [false];
  const ended = await school.cli('user merge anna.mueller2 anna.mueller --lang de');
  expect(ended).toMatchObject({ exit: 130 });
  expect(ended.err).toMatch(/Geburtsdatum +03\.02\.2014/);
  expect(school.asked).toEqual(['anna.mueller2 zugunsten von anna.mueller aufgeben?']);
  expect(accounts(school)).toContain('anna.mueller2');
  school.answers = undefined;
  expect(await school.cli('user merge anna.mueller2 anna.mueller')).toMatchObject({ exit: 2 });
});

test('a restored backup carries the merge over', async () => {
  const school = await twice();
  await typed(
    school,
    'user edit anna.mueller2 --group Theater',
    'user add --role guardian --given Ute --family Müller --child anna.mueller2',
  );
  await typed(school, 'backup create');
  await merge(school);
  const before = (await school.cli('user show anna.mueller --json')).json();
  expect((await school.cli('backup restore newest --dry-run')).out).not.toContain('anna.mueller2');
  await typed(school, 'backup restore newest');
  expect((await school.cli('user show anna.mueller --json')).json()).toEqual(before);
  expect(accounts(school)).toEqual(['anna.mueller', 'ben.kern', 'ute.mueller']);
  expect((await load(school, [anna])).json()).toMatchObject({ applied: false, suspects: [], created: [] });
  expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
});

test('a run that made one of them is not undone any more', async () => {
  const school = await twice();
  await merge(school);
  expect(await school.cli('roster undo 1 -y')).toMatchObject({ exit: 3 });
  expect(accounts(school)).toContain('anna.mueller');
});

test('every table that has one row for a person at most is known: of two rows, one stays', async () => {
  const school = await newSchool();
  const single = school.sql(
    `SELECT DISTINCT t.name AS "table" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f, pragma_index_list(t.name) i
     WHERE t.type = 'table' AND f."table" = 'users' AND i."unique"
       AND EXISTS (SELECT 1 FROM pragma_index_info(i.name) c WHERE c.name = f."from")
     UNION SELECT DISTINCT t.name FROM sqlite_schema t, pragma_foreign_key_list(t.name) f, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND f."table" = 'users' AND c.name = f."from" AND c.pk > 0 ORDER BY 1`,
  );
  expect(single.map(({ table }) => table)).toEqual([
    'group_members',
    'guardianships',
    'incident_people',
    'iserv_doubts',
    'iserv_hands',
    'iserv_ids',
    'iserv_known',
    'iserv_logins',
    'leaver_holds',
    'leavers',
    'passwords',
    'request_people',
    'restrictions',
    'roster_answers',
    'roster_changes',
    'roster_held',
    'written_about',
  ]);
});
