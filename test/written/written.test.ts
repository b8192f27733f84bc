import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hashQuickly, newSchool, type School } from '../support/school.ts';

/** Anna and Ben in 5a, with everything that a file can be written about. */
async function schoolWithPeople(): Promise<School> {
  const school = await newSchool();
  hashQuickly(school);
  for (const given of ['Anna', 'Ben'])
    await school.cli(`user add --role student --given ${given} --family Kern --class 5a`);
  await school.cli('leaver schedule ben.kern --left-on 2026-08-20 -y');
  await school.cli('iserv export first.csv --first -y');
  rmSync(school.path('first.csv'));
  await school.cli('file destroyed');
  return school;
}

const kept = async (school: School) => (await school.cli('file list --json')).json();
const lastAct = (school: School) => school.sql('SELECT act, user_id FROM audit_entries ORDER BY id DESC LIMIT 1')[0];

/** Every command that writes a file with people in it, its kind, and what the log's last entry says. */
const writing: [line: string, kind: string, act: string, named?: true][] = [
  ['password issue --class 5a --slips out', 'slips', 'password-issued'],
  ['password issue anna.kern --csv out', 'password-list', 'password-issued', true],
  [
    'password reset anna.kern --requested-by anna.kern --identified-by "ID card" --slips out',
    'slips',
    'password-reset',
    true,
  ],
  ['leaver notices --out out', 'notices', 'file-written'],
  ['leaver notices --out out --told', 'notices', 'leaver-told'],
  ['leaver notices ben.kern --letters --out out', 'letters', 'file-written', true],
  ['leaver notices --csv out', 'notices-list', 'file-written'],
  ['consent forms --class 5a --out out', 'forms', 'file-written'],
  ['consent forms --class 5a --sheet --out out', 'forms-list', 'file-written'],
  ['roster export out --source manual', 'roster', 'file-written'],
  ['iserv export out --first -y', 'iserv-file', 'iserv-exported'],
  ['iserv todo --out out', 'iserv-todo', 'file-written'],
  ['user report anna.kern --out out', 'report', 'file-written', true],
  ['suspension letter anna.kern --out out', 'suspension-letter', 'file-written', true],
  ['class show 5a --out out', 'class-sheet', 'file-written'],
];

test.each(writing)(
  '%s is recorded: who, when, which kind, about whom, and no content',
  async (line, kind, act, named) => {
    const school = await schoolWithPeople();
    if (line.startsWith('iserv todo') || line.startsWith('suspension'))
      await school.cli('suspension impose anna.kern --reason "Joke mails" --clause mass-mail');
    if (line.startsWith('consent')) {
      school.file('terms.txt', 'Be kind.');
      await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
    }
    const ended = await school.cli(line);
    expect({ exit: ended.exit % 5, err: ended.err }).toMatchObject({ exit: 0 });
    const [file, ...others] = await kept(school);
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      kind,
      operator: 'k.schmidt',
      at: '2026-08-20T08:00:00.000Z',
      file: school.path('out'),
    });
    expect(file.people).toBeGreaterThan(0);
    expect(file.accounts.length > 0).toBe(named === true);
    expect(lastAct(school).act).toBe(act);
    if (named && act === 'file-written') expect(lastAct(school).user_id).not.toBeNull();
    // A second one for the same file fails before anything is stored.
    const before = school.sql('SELECT count(*) AS n FROM audit_entries');
    const again = await school.cli(line);
    if (!line.endsWith('--told')) expect(again.exit).toBe(3);
    if (!line.startsWith('password') && !line.startsWith('user report'))
      expect(school.sql('SELECT count(*) AS n FROM audit_entries')).toEqual(before);
  },
);

describe('what was written', () => {
  test('comes back into status until it is destroyed, gone or said to be', async () => {
    const school = await schoolWithPeople();
    await school.cli('password issue --class 5a --slips slips.html');
    await school.cli('user report anna.kern --out anna.html');
    await school.cli('iserv todo --out stick/todo.html');
    mkdirSync(school.path('stick'));
    await school.cli('iserv todo --out stick/todo.html');
    const reminded = async () =>
      (await school.cli('status --json')).json().filesToDestroy.map(({ kind }: { kind: string }) => kind);
    school.on('2026-09-03');
    expect(await reminded()).toEqual([]);
    school.on('2026-09-04');
    expect(await reminded()).toEqual(['iserv-todo', 'report', 'slips']);
    expect((await school.cli('status')).out).toContain(
      '3 files with people in them, written more than 14 days ago, may still be there (list of what to do in IServ, report about a person and slips with passwords)',
    );
    rmSync(school.path('slips.html'));
    // A stick that was pulled out takes the folder with it: nobody knows whether the file is gone.
    rmSync(school.path('stick'), { recursive: true });
    expect(await reminded()).toEqual(['iserv-todo', 'report']);
    expect((await school.cli('file list')).out).toContain('slips.html (gone)');
    expect((await school.cli('file destroyed --lang de')).out).toBe('1 Datei ist als vernichtet vermerkt.\n');
    const numbers = (await kept(school)).map(({ number }: { number: number }) => number);
    await school.cli(`file destroyed ${numbers.join(' ')}`);
    expect(await reminded()).toEqual([]);
    expect(await school.cli(`file destroyed ${numbers[0]}`)).toMatchObject({ exit: 3 });
    expect((await school.cli('file list')).out).toBe('No file with people in it is known to be there.\n');
    expect((await school.cli('file list --all --json')).json()).toHaveLength(4);
    expect(JSON.stringify(school.sql('SELECT file FROM written_files'))).not.toContain('html');
  });

  test('the night forgets where it lay once it is gone, and a year later that it was', async () => {
    const school = await schoolWithPeople();
    await school.cli('user report anna.kern --out qzxwv.html');
    rmSync(school.path('qzxwv.html'));
    await school.on('2026-08-21').cli('leaver run');
    expect(school.bytes().includes('qzxwv')).toBe(false);
    expect((await school.cli('file list --json')).json()).toEqual([]);
    await school.on('2027-08-21').cli('leaver run --today 2027-08-21');
    expect((await school.cli('file list --all --json')).json()).toHaveLength(1);
    await school.on('2027-08-22').cli('leaver run');
    expect((await school.cli('file list --all --json')).json()).toEqual([]);
  });

  test('with the last person whom it was about by name goes where it lies, as that may be their name', async () => {
    const school = await schoolWithPeople();
    await school.cli('user report ben.kern --out ben.html');
    school.sql('PRAGMA foreign_keys = ON');
    school.sql(`DELETE FROM users WHERE account = 'ben.kern'`);
    expect(await kept(school)).toMatchObject([{ kind: 'report', accounts: [], file: null }]);
  });

  test('stands in the report about a person', async () => {
    const school = await schoolWithPeople();
    await school.cli('user report anna.kern --out anna.html');
    const { sections } = (await school.cli('user report anna.kern --json')).json();
    const told = sections.find(({ section }: { section: string }) => section === 'writtenFiles');
    expect(told.entries).toEqual([{ at: '2026-08-20T08:00:00.000Z', operator: 'k.schmidt', kind: 'report' }]);
    expect((await school.cli('user report anna.kern --lang de')).out).toContain('Auskunft über eine Person');
  });
});

describe('a folder in which others can write', () => {
  test('takes no passwords; of all else it is said', async () => {
    const school = await schoolWithPeople();
    mkdirSync(school.path('share'));
    chmodSync(school.path('share'), 0o777);
    for (const line of [
      'password issue --class 5a --slips share/s.html',
      'password issue --class 5a --csv share/p.csv',
      'password reset anna.kern --requested-by anna.kern --identified-by "ID card" --slips share/s.html',
    ])
      expect(await school.cli(line)).toMatchObject({
        exit: 3,
        err: expect.stringContaining('Passwords are not written'),
      });
    expect(school.sql('SELECT * FROM passwords')).toEqual([]);
    expect(await school.cli('user report anna.kern --out share/anna.html')).toMatchObject({
      exit: 0,
      err: expect.stringContaining('! Others can write in'),
    });
    expect(await school.cli('iserv todo --out share/todo.html --lang de')).toMatchObject({
      exit: 0,
      err: expect.stringContaining('! Andere können in'),
    });
    // In a sticky one nobody exchanges what is not theirs.
    chmodSync(school.path('share'), 0o1777);
    expect(await school.cli('password issue --class 5a --slips share/s.html')).toMatchObject({ exit: 0 });
  });
});

describe('killed in the middle', () => {
  const slips = 'password issue --class 5a --slips slips.html';
  const left = (school: School) => [school.path('slips.html'), school.path('slips.html.unfinished-4194305')] as const;

  /** The files as a command of another process had them when it was killed. */
  function killedWith(school: School, content: string): void {
    const [file, unfinished] = left(school);
    writeFileSync(file, '');
    writeFileSync(unfinished, content);
  }

  test('before it was recorded: nobody has a password, and the same command clears the paper', async () => {
    const school = await schoolWithPeople();
    killedWith(school, 'half of it');
    expect(await school.cli(slips)).toMatchObject({ exit: 0 });
    const [file, unfinished] = left(school);
    expect([readFileSync(file, 'utf8').includes('Anna'), existsSync(unfinished)]).toEqual([true, false]);
  });

  test('after it was recorded: the next command that writes, or the night, finishes the paper', async () => {
    for (const next of ['user report anna.kern --out anna.html', 'leaver run --today 2026-08-20']) {
      const school = await schoolWithPeople();
      await school.cli(slips);
      const [file, unfinished] = left(school);
      renameSync(file, unfinished);
      writeFileSync(file, '');
      await school.cli(next);
      expect([readFileSync(file, 'utf8').includes('Anna'), existsSync(unfinished)]).toEqual([true, false]);
    }
  });

  test('what is stored and what is on paper is the same: neither where the registry is busy', async () => {
    const school = await schoolWithPeople();
    school.patience = 0;
    school.whenHashing = () => {
      throw new Error('the power fails');
    };
    expect((await school.cli(slips)).exit).toBe(1);
    expect([existsSync(school.path('slips.html')), school.sql('SELECT * FROM passwords')]).toEqual([false, []]);
  });
});
