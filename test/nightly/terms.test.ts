import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

/** Runs nights until a day, with a night the day before, so that neither clock nor gap stands in the way. */
async function nightOn(school: School, day: string) {
  return (await school.on(day).cli(`leaver run --today ${day} --json`)).json();
}

const overdue = async (school: School) =>
  (await school.cli('retention --json'))
    .json()
    .filter((one: { overdue: number }) => one.overdue > 0)
    .map(({ kind }: { kind: string }) => kind);

/** Whether a text stands in the bytes of the registry. */
const holds = (school: School, text: string) => school.bytes().includes(text);

async function yearOfAnna(): Promise<School> {
  const school = await newSchool();
  const roster = (name: string) => school.file('s.csv', `Import-ID;Vorname;Nachname;Klasse\n1;Anna;${name};5a\n`);
  roster('Qzxwv');
  await school.cli('roster import s.csv -y');
  roster('Müller');
  await school.cli('roster import s.csv -y');
  await school.cli('incident open --account anna.qzxwv --what "Vfkjq mails"');
  await school.cli('incident close 1 --outcome "made up"');
  await school.cli('suspension impose anna.qzxwv --reason "Wpplk" --clause mass-mail --until 2026-08-21');
  return school;
}

describe('the night', () => {
  test('carries out every term, each on its day and none before, and leaves no byte of it', async () => {
    const school = await yearOfAnna();
    const folder = () => readdirSync(school.folder).sort();
    school.file('iserv-delete-2026-08-20.csv', 'Account\nsomebody.else\n');
    school.file('iserv-delete-2026-08-21.csv.unfinished-4194305', 'Account\nsomebody.else\n');
    school.file('backups/registry.2026-08-21T08-00-00.000Z.import.sqlite.unfinished-4194305', 'x');

    expect((await nightOn(school, '2026-08-22')).removed).toEqual([{ kind: 'iserv-lists', number: 1 }]);
    expect(readdirSync(school.path('backups')).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(folder()).toEqual(['backups', 'iserv-delete-2026-08-20.csv', 'registry.sqlite', 's.csv']);
    school.on('2026-11-18');
    expect(await overdue(school)).toEqual(['backups']);
    const lists = await nightOn(school, '2026-11-19');
    expect(lists.removed.map(({ kind }: { kind: string }) => kind)).toEqual(['iserv-lists', 'backups']);
    expect(lists.prunedBackups.length).toBeGreaterThan(1);
    expect(lists.prunedBackups.filter((file: string) => existsSync(file))).toEqual([]);

    expect((await nightOn(school, '2027-02-16')).removed.map(({ kind }: { kind: string }) => kind)).not.toContain(
      'log',
    );
    expect(holds(school, 'Qzxwv')).toBe(true);
    const journal = await nightOn(school, '2027-02-17');
    expect(journal.removed.map(({ kind }: { kind: string }) => kind)).toEqual(['roster-journal', 'log']);
    expect(holds(school, 'Qzxwv')).toBe(false);
    expect(school.sql('SELECT count(*) AS n FROM roster_runs')).toEqual([{ n: 2 }]);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    expect(await school.cli('roster undo 2 -y')).toMatchObject({ exit: 3, err: expect.stringContaining('removed') });
    expect((await school.cli('roster show 2')).out).toContain('not kept any more (roster.journal-days)');

    await nightOn(school, '2027-08-20');
    expect([holds(school, 'Vfkjq'), holds(school, 'Wpplk')]).toEqual([true, true]);
    expect((await nightOn(school, '2027-08-21')).removed).toContainEqual({ kind: 'incidents', number: 1 });
    expect([holds(school, 'Vfkjq'), holds(school, 'Wpplk')]).toEqual([false, true]);
    expect((await nightOn(school, '2027-08-22')).removed).toContainEqual({ kind: 'suspensions', number: 1 });
    expect(holds(school, 'Wpplk')).toBe(false);
    expect(await overdue(school)).toEqual([]);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  });

  test('keeps suspensions that have no end, and those to come', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('suspension impose anna.mueller --reason "Mails" --clause mass-mail --until 2026-08-21');
    await school.cli('suspension impose anna.mueller --reason "Mails" --clause mass-mail --from 2026-08-22');
    await nightOn(school, '2029-08-20');
    expect(school.sql('SELECT until_day FROM suspensions')).toEqual([{ until_day: null }]);
  });

  test('interrupted in the middle it says what is done and what not, and the next one does the rest', async () => {
    const school = await yearOfAnna();
    await nightOn(school, '2027-08-20');
    school.on('2027-08-22');
    // Ctrl-C comes while the first entry of the log is made: that of the suspension.
    school.whenDrawing = () => school.interrupt?.();
    const night = await school.cli('leaver run --json');
    expect(night).toMatchObject({ exit: 130, err: expect.stringContaining('The run was interrupted') });
    const { removed, stopped, clean } = night.json();
    expect({ removed, clean }).toEqual({ removed: [{ kind: 'suspensions', number: 1 }], clean: false });
    expect(stopped).toMatchObject({ code: 'interrupted', locks: 0, deletions: 0 });
    expect(stopped.kinds).toEqual(expect.arrayContaining(['incidents', 'backups', 'log']));
    expect(night.err).toContain('Not looked through yet for what is overdue: ');
    expect(await overdue(school)).toContain('incidents');
    await nightOn(school, '2027-08-23');
    expect(await overdue(school)).toEqual([]);
  });
});

describe('status', () => {
  test('complains when no night has run for two days, and names what it should have removed', async () => {
    const school = await yearOfAnna();
    const nights = async () => (await school.cli('status --json')).json().nights;
    expect(await nights()).toEqual({ last: null, isMissing: false });
    school.on('2026-08-22');
    expect(await nights()).toMatchObject({ isMissing: false });
    school.on('2026-08-23');
    expect((await school.cli('status')).out).toContain('No night has run yet: let cron run');
    await nightOn(school, '2026-08-23');
    expect(await nights()).toEqual({ last: '2026-08-23T08:00:00.000Z', isMissing: false });
    school.on('2026-08-26');
    expect((await school.cli('status --lang de')).out).toContain('Seit 23.08.2026, 10:00 ist keine Nacht');
    school.on('2026-09-21');
    expect((await school.cli('status --json')).json().overdue).toEqual([]);
    school.on('2026-09-22');
    expect((await school.cli('status --json')).json().overdue).toEqual(['backups']);
    expect((await school.cli('status')).out).toContain('the night has not removed it: backups (leaver run)');
  });
});

test('every night tells the log of the system where the log ends, and says it itself when it says anything', async () => {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller');
  expect(await school.on('2026-08-21').cli('leaver run')).toMatchObject({ exit: 0, out: '' });
  const { head } = (await school.cli('audit verify --json')).json();
  expect(school.told).toEqual([`${school.registry}: the night is over, the log ends with ${head}`]);
  await school.cli('leaver schedule anna.mueller --left-on 2026-08-21 -y');
  const night = await school.on('2026-09-20').cli('leaver run --today 2026-09-20');
  const [, end] = /The log ends with (\S+)\n$/.exec(night.out) ?? [];
  expect(school.told.at(-1)).toContain(end);
  expect(await school.cli(`audit verify --expect ${end} --expect ${head}`)).toMatchObject({ exit: 0 });
});
