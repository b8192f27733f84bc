import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { keyOf, knownModules, modulesNear, namedAs } from '../../src/modules/rules.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
});

const listed = async (line = '') => (await school.cli(`module list ${line} --json`)).json();
const toTell = async () => (await school.cli('status --json')).json().due.modulesToTell;
const names = (all: { name: string }[]) => all.map(({ name }) => name);

describe('modules', () => {
  test('are enabled since a day by somebody’s decision, made known, disabled, made known again', async () => {
    expect(await toTell()).toBe(0);
    const line = 'module enable "e mail" messenger --since 1.8.2026 --decided-by Schulkonferenz';
    expect(await school.cli(line)).toMatchObject({
      exit: 0,
      out: 'E-Mail is enabled since 1 Aug 2026.\nMessenger is enabled since 1 Aug 2026.\nTell users: schulkonto module notice --out FILE\n',
      err: '',
    });
    expect(await listed()).toMatchObject([
      { module: 1, name: 'E-Mail', since: '2026-08-01', decidedBy: 'Schulkonferenz', disabled: null },
      { module: 2, name: 'Messenger' },
    ]);
    expect(await toTell()).toBe(2);
    expect(await school.cli('module notice --out notice.html')).toMatchObject({ exit: 0 });
    const page = readFileSync(school.path('notice.html'), 'utf8');
    expect(page).toContain('<td>E-Mail</td><td>01.08.2026</td>');
    expect(page).not.toContain('Schulkonferenz');
    // A page that nobody has got yet tells nobody.
    expect(await toTell()).toBe(2);
    await school.cli('module notice --told --on 2026-08-19');
    expect(await toTell()).toBe(0);
    expect((await school.cli('module notice')).out).toBe('Users were last told on 19 Aug 2026.\n');

    school.on('2026-09-01');
    await school.cli('module disable Messenger --reason "Nobody used it"');
    await school.cli('module enable Foren');
    await school.cli('module enable Texte');
    await school.cli('module disable Texte');
    expect(await toTell()).toBe(2);
    expect((await school.cli('status --lang de')).out).toContain(
      '2 Änderungen der freigeschalteten Module sind den Nutzern mitzuteilen: schulkonto module notice\n',
    );
    expect(names(await listed())).toEqual(['E-Mail', 'Foren']);
    expect((await school.cli('module list --all')).out).toMatch(/Messenger +1 Aug 2026 +Schulkonferenz +1 Sep 2026/);
    await school.cli('module notice --out again.html');
    expect(readFileSync(school.path('again.html'), 'utf8')).toMatch(
      /Nicht mehr freigeschaltet[\s\S]*<td>Messenger<\/td><td>01\.09\.2026<\/td>/,
    );
  });

  test('of IServ are offered at a terminal, but for those that are enabled', async () => {
    await school.cli('module enable Foren');
    school.answers = ['Kalender'];
    expect((await school.cli('module enable --json')).json()).toMatchObject([{ name: 'Kalender' }]);
    school.answers = ['Foren'];
    await expect(school.cli('module enable')).resolves.toMatchObject({ exit: 1 });
    school.answers = ['', 'Vertretungsplan'];
    expect((await school.cli('module enable --json')).json()).toMatchObject([{ name: 'Vertretungsplan' }]);
  });

  test('that are nearly one of IServ’s are doubted, and free names are not', async () => {
    expect((await school.cli('module enable Videokonferenz')).err).toContain('it has Videokonferenzen');
    school.answers = [false];
    expect(await school.cli('module enable Messanger')).toMatchObject({ exit: 130 });
    school.answers = undefined;
    expect(await school.cli('module enable Lernplattform')).toMatchObject({ exit: 0, err: '' });
    expect(names(await listed())).toEqual(['Lernplattform', 'Videokonferenz']);
  });

  test.each([
    ['module enable FOREN', 3, 'module-enabled'],
    ['module enable Kalender foren', 3, 'module-enabled'],
    ['module enable " "', 2, 'says-nothing'],
    ['module enable', 2, 'option-missing'],
    ['module disable Forum', 3, 'module-not-enabled'],
    ['module disable Foren --on 2026-08-21', 3, 'day-to-come'],
    ['module disable Foren --on 2026-07-31', 3, 'disabled-before-enabled'],
    ['module notice --told --on 2026-08-21', 3, 'day-to-come'],
  ])('%s is refused, and nothing changes', async (line, exit, code) => {
    await school.cli('module enable Foren --since 2026-08-01');
    const ended = await school.cli(`${line} --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect(names(await listed('--all'))).toEqual(['Foren']);
    expect(await toTell()).toBe(1);
  });

  test('can’t be made known before there is one', async () => {
    expect(await school.cli('module notice --told')).toMatchObject({ exit: 3 });
  });
});

test('every name that IServ has is found again however it is written, and near itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...knownModules), fc.constantFrom('', ' ', '-', '.'), (name, between) => {
      const written = [...name.toUpperCase()].join(between);
      expect(keyOf(namedAs(written))).toBe(keyOf(name));
      expect(namedAs(name.toLowerCase())).toBe(name);
      expect(modulesNear(name, knownModules)).toContain(name);
    }),
  );
});
