import { statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/csv/cells.ts';
import { columnsFrom } from '../../src/iserv/columns.ts';
import { asIsOrBare, couldRun } from '../../src/iserv/export/cells.ts';
import {
  accountsIn,
  type Child,
  children,
  consented,
  deleted,
  done,
  exported,
  lines,
  rosterOf,
  schoolOf,
} from './school.ts';

const all = ['anna.mueller', 'ben.schulz', 'cem.yildiz'];

describe('the first export', () => {
  test('is refused until it is known who is in IServ; --yes does not stand for --first', async () => {
    const school = await schoolOf();
    await consented(school, ...all);
    expect(await school.cli('iserv export iserv.csv --yes --lang de')).toMatchObject({
      exit: 3,
      out: '',
      err: expect.stringContaining('Noch weiß niemand, welche Schüler(innen) IServ schon hat'),
    });
    expect(() => school.bytes('iserv.csv')).toThrow();
    expect((await school.cli('iserv export iserv.csv --first')).exit).toBe(0);
    expect((await school.cli('iserv export again.csv')).exit).toBe(0);
    expect(await school.cli('iserv export t.csv --role teacher')).toMatchObject({ exit: 3 });
  });

  test('writes UTF-8, CRLF, semicolons, one line for each, that only the owner can read', async () => {
    const school = await schoolOf();
    await consented(school, ...all);
    await done(school, 'user edit anna.mueller --group Chor --group "AG; Kochen"');
    expect(await school.cli('iserv export iserv.csv --first')).toMatchObject({ exit: 0, err: '' });
    expect(school.bytes('iserv.csv').toString('utf8')).toBe(
      [
        'Import-ID;Vorname;Nachname;Klasse/Information;Account;Gruppen',
        '1;Anna;Müller;5a;anna.mueller;"AG, Kochen;Chor"',
        '2;Ben;Schulz;5b;ben.schulz;',
        '3;Cem;Yıldız;10a;cem.yildiz;',
        '',
      ].join('\r\n'),
    );
    expect(statSync(school.path('iserv.csv')).mode & 0o777).toBe(0o600);
  });

  test('without anybody is never written', async () => {
    const school = await schoolOf();
    const ended = await school.cli('iserv export iserv.csv --first --json');
    expect(ended.exit).toBe(3);
    expect(JSON.parse(ended.err).error).toMatchObject({ code: 'nobody-to-export', inRegistry: 3 });
    expect(() => school.bytes('iserv.csv')).toThrow();
  });
});

describe('consent is the gate', () => {
  test('who is new and has not consented is withheld, and listed with why', async () => {
    const school = await schoolOf();
    await consented(school, 'anna.mueller');
    await done(school, 'consent refuse ben.schulz --by "guardian-name:Jo Muster"');
    const ended = await school.cli('iserv export iserv.csv --first');
    expect(ended.out).toContain('ben.schulz  Ben Schulz  5b     consent refused');
    expect(ended.out).toContain('cem.yildiz  Cem Yıldız  10a    no consent yet');
    expect(lines(school, 'iserv.csv').slice(1)).toEqual(['1;Anna;Müller;5a;anna.mueller;']);
  });

  test('who has a password already is not new; nor is anybody while no terms hold, or where they are no basis', async () => {
    const school = await schoolOf();
    await consented(school, 'anna.mueller');
    await done(school, 'password issue ben.schulz --slips slips.html --despite "was here before"');
    expect((await exported(school, '--first')).length).toBe(2);
    await done(school, 'settings set consent.required no');
    expect((await exported(school)).length).toBe(3);

    const other = await schoolOf();
    other.sql('DELETE FROM terms');
    const ended = await other.cli('iserv export iserv.csv --first');
    expect(ended.out).toContain('No version of the terms holds, so nobody is withheld');
    expect(lines(other, 'iserv.csv').length).toBe(4);
  });

  test('who is in IServ stays in the file: suspended, leaving, locked, withdrawn; only by name are they left out', async () => {
    const school = await schoolOf();
    await consented(school, ...all);
    expect((await exported(school, '--first')).length).toBe(3);
    await done(school, 'suspension impose ben.schulz --reason Slip --clause mass-mail');
    await done(school, 'leaver schedule cem.yildiz --left-on 2026-08-20');
    await done(school, 'consent withdraw anna.mueller --by "guardian-name:Jo Muster"');
    expect((await exported(school)).length).toBe(3);

    const shown = await school.cli('iserv export iserv.csv --dry-run');
    expect(shown.out).toContain('! anna.mueller: consent was withdrawn or refused, and IServ has the account');
    expect(await school.cli('iserv export no.csv --leave-out ben.schulz')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('ben.schulz: leaving out deletes the account in IServ'),
    });
    const plan = (await done(school, 'iserv export out.csv --leave-out anna.mueller --json')).json();
    expect(plan.deleted).toEqual([{ account: 'anna.mueller', because: 'left-out' }]);
    expect(lines(school, 'out.csv').length).toBe(3);

    // It stands, without being typed again, until there is consent again.
    const next = (await done(school, 'iserv export next.csv --json')).json();
    expect(accountsIn(next.leftOut)).toEqual(['anna.mueller']);
    expect(next.deleted).toEqual([]);
    await done(school, 'consent give anna.mueller --by "guardian-name:Jo Muster"');
    expect((await exported(school)).length).toBe(3);
  });
});

describe('what IServ will do', () => {
  test('is predicted against the last export: new, renamed, moved, deleted; and status counts it', async () => {
    const school = await schoolOf();
    await consented(school, ...all);
    await exported(school, '--first');
    expect((await school.cli('status')).out).not.toContain('since the last export');
    await done(school, 'user edit anna.mueller --family Maier');
    await done(school, 'user edit ben.schulz --class 6b');
    await done(school, 'user add --role student --given Dua --family Lipa --class 5a --birth-date 2014-02-01');
    await consented(school, 'dua.lipa');
    await deleted(school, 'cem.yildiz');
    expect((await school.cli('user list --json')).json()).toHaveLength(3);

    expect((await school.cli('status')).out).toContain('4 changes since the last export: schulkonto iserv export FILE');
    const plan = (await school.cli('iserv export --dry-run --json')).json();
    expect(plan).toMatchObject({ file: null, counts: { new: 1, renamed: 1, moved: 1, deleted: 1 } });
    expect(accountsIn(plan.new)).toEqual(['dua.lipa']);
    expect(plan.deleted).toEqual([{ account: 'cem.yildiz', because: 'deleted-here' }]);
    await exported(school);
    expect((await school.cli('status')).out).not.toContain('since the last export');
  });

  test('more deletions than roster.hold-above need approval, of exactly those', async () => {
    const many = Array.from({ length: 20 }, (_, at): Child => [String(at), `Kind${at}`, 'Muster', '5a']);
    const school = await schoolOf(many);
    const accounts = many.map(([, given]) => `${given.toLowerCase()}.muster`);
    await consented(school, ...accounts);
    await exported(school, '--first');
    const leaving = accounts.slice(0, 6);
    await done(school, `consent withdraw ${leaving.join(' ')} --by "guardian-name:Jo Muster"`);
    const out = `--leave-out ${leaving.join(',')}`;
    const held = await school.cli(`iserv export held.csv ${out}`);
    expect(held).toMatchObject({ exit: 5, out: expect.stringContaining('IServ would delete 6 of 20 accounts') });
    expect(() => school.bytes('held.csv')).toThrow();
    const plan = /--approve (\w+)/.exec(held.out)?.[1];
    expect(await school.cli(`iserv export held.csv ${out} --approve 000000000000`)).toMatchObject({ exit: 3 });
    expect(await school.cli(`iserv export held.csv ${out} --approve ${plan}`)).toMatchObject({ exit: 0 });
    expect(lines(school, 'held.csv').length).toBe(15);
  });
});

describe('import IDs', () => {
  test('who has none gets one of ours that stays, and that no other has', async () => {
    const school = await schoolOf();
    await done(school, 'settings set consent.required no');
    await done(school, 'user add --role student --given Dua --family Lipa --class 5a --birth-date 2014-02-01');
    const [first, second] = [await exported(school, '--first'), await exported(school)];
    expect(first).toEqual(second);
    expect(first.find((line) => line.includes('dua.lipa'))).toMatch(/^sk-[0-9a-f]{20};Dua;Lipa/);
  });

  test('two people with one ID from two programs are two, and a new ID of the office changes nothing in IServ', async () => {
    const school = await schoolOf();
    await done(school, 'settings set consent.required no');
    await exported(school, '--first');
    school.file('evening.csv', rosterOf([['1', 'Zoe', 'Abend', '11']]));
    await done(school, 'roster import evening.csv --source evening -y');
    school.sql(`UPDATE users SET import_id = '9001' WHERE account = 'ben.schulz'`);
    const written = await exported(school);
    expect(written.map((line) => line.split(';')[0]?.slice(0, 3)).sort()).toEqual(['1', '2', '3', 'sk-']);
    expect(new Set(written.map((line) => line.split(';')[0])).size).toBe(4);
    expect(written).toContain('2;Ben;Schulz;5b;ben.schulz;');
  });
});

test('guardians have a line for each child that IServ has, and a file of their own', async () => {
  const school = await schoolOf();
  await done(school, 'settings set consent.required no');
  await done(
    school,
    'user add --role guardian --given Ute --family Müller --email ute@p.example --child anna.mueller --child ben.schulz',
  );
  await done(school, 'user add --role guardian --given Ida --family Ohne');
  expect((await school.cli('iserv export p.csv --role guardian,student --first')).exit).toBe(2);
  expect((await school.cli('iserv export p.csv --role guardian --first')).exit).toBe(3);
  await exported(school, '--first');
  const ended = await done(school, 'iserv export p.csv --role guardian --first --json');
  expect(lines(school, 'p.csv')).toEqual([
    'Vorname;Nachname;Kind-ID;E-Mail',
    'Ute;Müller;1;ute@p.example',
    'Ute;Müller;2;ute@p.example',
  ]);
  expect(accountsIn(ended.json().noChild)).toEqual(['ida.ohne']);
});

describe('columns and cells', () => {
  test('columns are those of the school, in its words', async () => {
    const school = await schoolOf();
    await done(school, 'settings set consent.required no');
    await done(school, 'settings set iserv.columns "Import-ID=Nr;Nachname;Vorname=Rufname"');
    await exported(school, '--first');
    await done(school, 'iserv export tab.csv --delimiter tab');
    expect(lines(school, 'tab.csv')[0]).toBe('Nr\tNachname\tRufname');
    expect((await school.cli('settings set iserv.columns "Vorname;Nachname"')).exit).toBe(2);
    expect((await school.cli('iserv export x.csv --columns Passwort')).exit).toBe(2);
    expect(columnsFrom('Vorname;vorname', [])).toBeUndefined();
  });

  test.each([
    ['Müller', 'Müller'],
    ["'t Hooft", "'t Hooft"],
    ['-Schulz', 'Schulz'],
    ['=HYPERLINK("x")', 'HYPERLINK("x")'],
    ["'=1+1", '1+1'],
    ['@@AG', 'AG'],
    ['-17', '-17'],
    ['', ''],
  ])('%s is written as %s', (cell, written) => {
    expect(asIsOrBare(cell)).toBe(written);
  });

  test('no cell runs, and what could not run is what our reader reads again', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'=+-@＝＋＠\'"; aÄ1\t,') });
    fc.assert(
      fc.property(cell, (typed) => {
        const written = asIsOrBare(typed);
        expect(couldRun(written)).toBe(false);
        expect(clean(written)).toBe(written);
        if (!couldRun(clean(typed))) expect(written).toBe(clean(typed));
      }),
    );
  });
});

test("where it can't be written, neither the file nor the record of it is there", async () => {
  const school = await schoolOf();
  await consented(
    school,
    ...children.map(([, given, family]) => `${given}.${family}`.toLowerCase().replace('ü', 'ue').replaceAll('ı', 'i')),
  );
  expect(await school.cli('iserv export nowhere/iserv.csv --first')).toMatchObject({ exit: 3 });
  expect(school.sql('SELECT count(*) AS n FROM iserv_known')).toEqual([{ n: 0 }]);
  expect(school.sql('SELECT count(*) AS n FROM iserv_exchanges')).toEqual([{ n: 0 }]);
});
