import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { ended, installed } from '../support/program.ts';
import { newSchool, type School } from '../support/school.ts';

const folders = (process.env.PATH ?? '').split(delimiter);
const isInstalled = (shell: string) => folders.some((folder) => existsSync(join(folder, shell)));

const prompt = 'AWAITING> ';

/** How a shell is started bare, with a prompt that nothing else looks like, and reads the completion as its users do. */
const starts = {
  bash: {
    args: ['--norc', '--noprofile', '-i'],
    setUp: `bind 'set enable-bracketed-paste off'; bind 'set completion-query-items 0'; source <(schulkonto completion bash); PS1='${prompt.slice(0, 4)}''${prompt.slice(4)}'`,
  },
  zsh: {
    args: ['-f', '-i'],
    setUp: `unset zle_bracketed_paste; autoload -Uz compinit && compinit -u -D; source <(schulkonto completion zsh); PROMPT='${prompt.slice(0, 4)}''${prompt.slice(4)}'`,
  },
} as const;

/**
 * Types at a shell on a pseudo-terminal: each line up to the tab key, and what must then come on the screen; then the
 * line is wiped for the next one.
 */
function typed(shell: keyof typeof starts, school: School, path: string, lines: readonly [string, string][]) {
  return new Promise<string>((resolve, reject) => {
    const { args, setUp } = starts[shell];
    const terminal = spawn(shell, [...args], {
      cols: 200,
      rows: 50,
      cwd: school.folder,
      env: envOf(school, path),
    });
    let screen = '';
    let seen = 0;
    const [awaited, keys] = [lines.map((line) => line[1]), lines.map((line) => `\u0015${line[0]}`)];
    const typing = ['', prompt, ...awaited].map((text, at) => [text, [`${setUp}\r`, ...keys, '\u0015exit\r'][at]]);
    const dialogue = typing as [awaited: string, keys: string][];
    const missed = setTimeout(() => {
      terminal.kill();
      reject(new Error(`${shell} never showed "${dialogue[0]?.[0]}":\n${screen}`));
    }, 20_000);
    const go = () => {
      const [next] = dialogue;
      if (!next || screen.indexOf(next[0], seen) < 0) return;
      seen = screen.length;
      dialogue.shift();
      terminal.write(next[1]);
    };
    terminal.onData((data) => {
      screen += stripVTControlCharacters(data);
      go();
    });
    terminal.onExit(() => {
      clearTimeout(missed);
      resolve(screen);
    });
  });
}

const envOf = (school: School, path: string) => ({
  PATH: `${path}${delimiter}${process.env.PATH}`,
  HOME: school.folder,
  SCHULKONTO_REGISTRY: school.registry,
  LANG: 'C.UTF-8',
  TERM: 'xterm',
});

async function filled(): Promise<{ school: School; path: string }> {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a --group "Französisch 2"');
  await school.cli('user add --role student --given Anna --family Noll --class 5b');
  await school.cli('user add --role student --given Änne --family Zoll --class 5c');
  mkdirSync(school.path('listen'));
  writeFileSync(school.path('listen/Schüler Übersicht.csv'), '');
  return { school, path: installed(school.folder) };
}

for (const shell of ['bash', 'zsh'] as const) {
  test.skipIf(!isInstalled(shell))(`${shell} completes commands, accounts, classes, groups and files`, async () => {
    const { school, path } = await filled();
    const before = school.bytes();
    const screen = await typed(shell, school, path, [
      ['schulkonto suspens\t', 'suspension '],
      ['schulkonto user show aen\t', 'aenne.zoll '],
      ['schulkonto user show anna.\t\t', 'anna.noll'],
      ['schulkonto user list --class=5a,5b --rol\t', '--role '],
      ['schulkonto user list --group F\t', 'Französisch\\ 2 '],
      ['schulkonto roster import listen/Sch\t', 'listen/Schüler\\ Übersicht.csv '],
      ['schulkonto class show --out=listen/Sch\t', '--out=listen/Schüler\\ Übersicht.csv '],
    ]);
    expect(screen).toContain('anna.mueller');
    expect(screen).not.toMatch(/command not found|no matches|bad substitution/);
    expect(school.bytes().equals(before)).toBe(true);
  });
}

test.skipIf(!isInstalled('fish'))('fish completes commands, accounts, classes, groups and files', async () => {
  const { school, path } = await filled();
  const lines = {
    'schulkonto suspens': ['suspension\taccounts closed because of a violation'],
    'schulkonto user show anna.': ['anna.mueller\tAnna Müller, 5a', 'anna.noll\tAnna Noll, 5b'],
    'schulkonto user list --role t': ['teacher'],
    'schulkonto user list --group F': ['Französisch 2\t1'],
    'schulkonto roster import listen/Sch': ['listen/Schüler Übersicht.csv'],
  };
  const script = Object.keys(lines)
    .map((line) => `complete -C '${line}'; echo ---`)
    .join('; ');
  const { out, err } = await ended(
    'fish',
    ['--no-config', '-c', `cd ${school.folder}; schulkonto completion fish | source; ${script}`],
    envOf(school, path),
  );
  expect({ err, out: out.split('---\n').map((part) => part.trimEnd().split('\n')) }).toEqual({
    err: '',
    out: [...Object.values(lines), ['']],
  });
});
