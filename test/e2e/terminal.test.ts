import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { describe, expect, test } from 'vitest';
import { importStudents, roster } from '../roster/roster.ts';
import { newSchool, School } from '../support/school.ts';
import { words } from '../support/words.ts';

const launcher = join(import.meta.dirname, '../../bin/schulkonto.js');

/** Sits at a terminal: waits for a text on the screen, then types; gives the whole screen and the exit code. */
function sit(school: School, line: string, dialogue: [screen: string, typed: string][]) {
  return new Promise<{ exit: number; screen: string }>((resolve) => {
    const terminal = spawn(process.execPath, [launcher, ...words(line)], {
      cols: 80,
      rows: 30,
      cwd: school.folder,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: school.folder,
        SCHULKONTO_REGISTRY: school.registry,
        LANG: 'de_DE.UTF-8',
        TERM: 'xterm',
      },
    });
    let screen = '';
    let seen = 0;
    const rest = [...dialogue];
    terminal.onData((data) => {
      screen += stripVTControlCharacters(data);
      const [next] = rest;
      const at = next ? screen.indexOf(next[0], seen) : -1;
      if (next && at >= 0) {
        seen = at + next[0].length;
        rest.shift();
        terminal.write(next[1]);
      }
    });
    terminal.onExit(({ exitCode }) => resolve({ exit: exitCode, screen }));
  });
}

const anna = { id: '1', given: 'Anna', family: 'Müller', born: '01.02.2014' };

describe('at a terminal', () => {
  test('init asks for what is missing', async () => {
    const school = new School();
    const { exit, screen } = await sit(school, 'init', [
      ['Wie heißt die Schule?', 'Gymnasium am See\r'],
      ['Welche E-Mail-Domain', 'see.example\r'],
      ['entscheidet ein Kind mit', '\r'],
      ['entscheidet es allein', '\r'],
    ]);
    expect({ exit, school: school.sql(`SELECT value FROM settings WHERE key = 'school.name'`) }).toEqual({
      exit: 0,
      school: [{ value: 'Gymnasium am See' }],
    });
    expect(screen).toContain('Das Register ist');
  });

  test('an import asks who is who, shows the plan, and wants a yes', async () => {
    const school = await newSchool();
    await importStudents(school, [anna]);
    school.file('next.csv', roster([{ ...anna, id: '2', class: '6a' }]));
    const { exit, screen } = await sit(school, 'roster import next.csv', [
      ['Nach welchem Jahrgang', '\r'],
      ['nein, zwei Personen', '\u001b[B\r'],
      ['Das anwenden', 'j\r'],
    ]);
    expect(exit).toBe(0);
    expect(screen).toContain('Klasse: 5a → 6a');
    expect(school.sql('SELECT account, import_id, class FROM users')).toEqual([
      { account: 'anna.mueller', import_id: '2', class: '6a' },
    ]);
  });

  test('a password that is typed is not shown', async () => {
    const school = await newSchool();
    const { exit, screen } = await sit(school, 'password check', [
      ['Welches Passwort prüfen?', 'Wolkenbruch+7Tassen\r'],
    ]);
    expect(exit).toBe(0);
    expect(screen).toContain('Dieses Passwort ist gut');
    expect(screen).not.toContain('Wolken');
  });

  test('Ctrl-C at a question cancels, and changes nothing', async () => {
    const school = await newSchool();
    await school.cli('settings set school.last-year 10');
    school.file('next.csv', roster([anna]));
    const { exit, screen } = await sit(school, 'roster import next.csv', [['Das anwenden', '\u0003']]);
    expect(exit).toBe(130);
    expect(screen).toContain('Abgebrochen; nichts wurde geändert.');
    expect(school.sql('SELECT * FROM users')).toEqual([]);
  });
});
