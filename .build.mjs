import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Builds dist/schulkonto.cjs (or in another folder that is named): one script with all that a command needs, and beside
 * it the same as V8 compiles it, so that no command has to, and the words that no password may be. bin/schulkonto.js says
 * when the compiled one is used.
 */
const require = createRequire(import.meta.url);
const [, , folder = join(import.meta.dirname, 'dist'), step] = process.argv;
const program = join(folder, 'schulkonto.cjs');

/** zxcvbn's own lists: those of the words file take their place. */
const noLists = { path: 'none', namespace: 'none' };

const licenseOf = (name) => {
  const at = join(import.meta.dirname, 'node_modules', name);
  return readFileSync(
    join(
      at,
      readdirSync(at).find((file) => file.startsWith('LICENSE')),
    ),
    'utf8',
  );
};

/** What the lists of words are where they have been written. */
const readsWords = `import { readFileSync } from 'node:fs';
  declare const folder$: string;
  export async function wordLists() {
    const [words, passwords] = readFileSync(folder$ + '/words.txt', 'latin1').split('\\n\\n');
    return { words: words + '\\n', passwords };
  }`;

if (step === 'compile') await compile();
else {
  await bundle();
  await writeWords();
  // In a process of its own, since the commands print.
  const { status } = spawnSync(process.execPath, [import.meta.filename, folder, 'compile'], {
    input: 'Rameto37?Mukifawa\n',
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  process.exitCode = status ?? 1;
}

/** Few packages are part of the script, without what nobody calls: others are loaded by whoever needs them. */
async function bundle() {
  const { build } = await import('esbuild');
  // Version 13 of better-sqlite3 looks for its native part beside itself, and has to stay there.
  const { version } = require('better-sqlite3/package.json');
  const inside = ['commander', 'zxcvbn', ...(version.startsWith('12.') ? ['better-sqlite3'] : [])];
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'src/main.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    packages: 'external',
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    plugins: [
      {
        name: 'inside',
        setup({ onResolve, onLoad }) {
          const isInside = new RegExp(`^(${inside.join('|')})$|^zxcvbn/`);
          onResolve({ filter: isInside }, ({ path }) =>
            path.endsWith('_lists.js') ? noLists : { path: require.resolve(path) },
          );
          onResolve({ filter: /^\.\/frequency_lists$/ }, () => noLists);
          onLoad({ filter: /guessing\/lists\.ts$/ }, () => ({ contents: readsWords, loader: 'ts' }));
          // Commander can start other programs, and Node takes 3 ms to load what that needs.
          onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
            importer.includes('/commander/') ? { path: 'none', namespace: 'none' } : undefined,
          );
          onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {}' }));
          // Here `require` is the bundle's own, so that esbuild sees what is required.
          onLoad({ filter: /load\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8').replace(/^const require = .*$/m, ''),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  // A script can't import; the launcher does it. It reads the script as Latin-1, and esbuild leaves letters in patterns as they are.
  const text = outputFiles[0].text
    .replace(/\bimport\((?="[a-z@])/g, 'importPackage$(')
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const licenses = inside.map((name) => `${name}: ${licenseOf(name)}`);
  mkdirSync(folder, { recursive: true });
  replace(
    program,
    `/* ${id} */(function(require,importPackage$,folder$){const module={exports:{}},exports=module.exports;${text}
return module.exports})
/*
${licenses.join('\n')}*/
`,
  );
  for (const name of readdirSync(folder)) if (name.endsWith('.cache')) rmSync(join(folder, name));
}

/** The words that src/passwords/guessing/lists.ts makes of its packages' lists, with the packages' licenses. */
async function writeWords() {
  const { build } = await import('esbuild');
  const entry = join(import.meta.dirname, 'src/passwords/guessing/lists.ts');
  const options = { bundle: true, platform: 'node', format: 'esm', logLevel: 'warning', write: false };
  const [{ text }] = (await build({ entryPoints: [entry], ...options })).outputFiles;
  const { wordLists } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  const { words, passwords } = await wordLists();
  const licenses = ['zxcvbn', '@zxcvbn-ts/language-de'].map((name) => `${name}: ${licenseOf(name)}`);
  replace(join(folder, 'words.txt'), [words.trimEnd(), passwords, ...licenses].join('\n\n'));
}

/** What everyday commands call, compiled: they are run once. */
async function compile() {
  const source = readFileSync(program, 'latin1');
  const script = new Script(source, { filename: program });
  const school = mkdtempSync(join(tmpdir(), 'schulkonto-'));
  process.env.SCHULKONTO_REGISTRY = join(school, 'registry.sqlite');
  const roster = (name) => `roster import ${join(import.meta.dirname, 'examples/rosters', name)}`;
  try {
    for (const line of [
      '--version',
      'init --school Schule --domain schule.example',
      `${roster('2025-students.csv')} -y`,
      `${roster('2026-students.csv')} --dry-run`,
      `${roster('2026-students.csv')} --dry-run --json`,
      `${roster('2026-students.csv')} -y`,
      'user list --class 6a',
      'user show anna.mueller --json',
      'user show anna.mueller',
      'consent missing',
      'status',
      'password check --json',
    ]) {
      process.argv = [process.execPath, 'schulkonto', ...line.split(' ')];
      await script.runInThisContext()(require, (name) => import(name), folder).ended;
      if (process.exitCode !== 0 && process.exitCode !== 5) throw new Error(`${line} ended with ${process.exitCode}.`);
    }
    process.exitCode = 0;
    const name = `schulkonto.${source.slice(3, 19)}.${process.version}.${process.arch}.cache`;
    replace(join(folder, name), script.createCachedData());
    chmodSync(folder, 0o755);
  } finally {
    rmSync(school, { recursive: true, force: true });
  }
}

/** Whole or not at all: a command may be starting. Only the owner can write it. */
function replace(file, content) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o644 });
  chmodSync(unfinished, 0o644);
  renameSync(unfinished, file);
}
