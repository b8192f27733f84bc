import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { School } from '../support/school.ts';
import { Iserv } from './model.ts';
import { accountsIn, type Child, consented, deleted, done, lines, schoolOf } from './school.ts';

const many = Array.from({ length: 40 }, (_, at): Child => [`${at}`, `Kind${at}`, 'Muster', at % 2 ? '5a' : '5b']);
const accounts = (from: number, to: number) => many.slice(from, to).map(([, given]) => `${given.toLowerCase()}.muster`);

test('ten suspended, three withdrawn, five deleted: file and list have exactly those; done and compared, it is empty', async () => {
  const school = await schoolOf(many);
  await consented(school, ...accounts(0, 40));
  await done(school, 'iserv export first.csv --first');
  const iserv = new Iserv();
  iserv.importFile(school.bytes('first.csv').toString());
  const compare = async () => {
    school.file('users.csv', iserv.export());
    return (await done(school, 'iserv reconcile users.csv --json')).json().findings;
  };
  const todo = async (what: string) => accountsIn((await done(school, `iserv todo --what ${what} --json`)).json());

  await deleted(school, ...accounts(13, 18));
  await done(school, `suspension impose ${accounts(0, 10).join(' ')} --reason Streit --clause mass-mail`);
  await done(school, `consent withdraw ${accounts(10, 13).join(' ')} --by "guardian-name:Jo Muster"`);
  expect(await todo('lock')).toEqual(accounts(0, 10).sort());
  expect(await todo('delete')).toEqual(accounts(13, 18).sort());

  await done(school, `iserv export second.csv --leave-out ${accounts(10, 13).join(',')} --approve ${await planOf()}`);
  const written = lines(school, 'second.csv').slice(1);
  expect(written.map((line) => line.split(';')[4]).sort()).toEqual([...accounts(0, 10), ...accounts(18, 40)].sort());
  iserv.importFile(school.bytes('second.csv').toString());
  expect([...iserv.deleted].sort()).toEqual(accounts(10, 18).sort());
  expect(await todo('delete')).toEqual(accounts(10, 18).sort());

  expect(accountsIn(await compare())).toEqual(accounts(0, 10).sort());
  iserv.work((await done(school, 'iserv todo --json')).json());
  expect(await compare()).toEqual([]);
  expect((await done(school, 'iserv todo --json')).json()).toEqual([]);
  expect((await school.cli('status --json')).json().iserv).toMatchObject({ changes: 0, todo: 0 });

  /** Eight of forty deleted are more than a tenth: somebody has looked. */
  async function planOf(): Promise<string> {
    const leftOut = `--leave-out ${accounts(10, 13).join(',')}`;
    const ended = await school.cli(`iserv export second.csv ${leftOut} --json`);
    expect(ended).toMatchObject({ exit: 5 });
    expect(accountsIn(ended.json().deleted)).toEqual(accounts(10, 18).sort());
    return ended.json().plan;
  }
});

test('the example does what it says, with three accounts', async () => {
  const examples = join(import.meta.dirname, '../../examples');
  const script = readFileSync(join(examples, 'iserv-circle.sh'), 'utf8');
  const school = new School();
  const said: string[] = [];
  for (const [, line = ''] of script.matchAll(/^schulkonto (.+)$/gm)) {
    const { exit, out, err } = await school.cli(line.replace('$folder', school.folder).replace('$here', examples));
    expect([line, exit, err]).toEqual([line, 0, '']);
    said.push(out);
  }
  expect(said).toHaveLength(11);
  expect(said[4]).toContain('3 people in 3 lines');
  expect(said[5]).toContain('test.drei  Test   Test  Test2');
  expect(said[7]).toContain('test.zwei  Zwei, Test  Test   lock            suspended');
  expect(said[9]).toBe('Nothing is to be done in IServ by hand.\n');
  expect(said[10]).toContain('move to another class  1');
});
