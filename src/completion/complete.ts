import type { App } from '../app.ts';
import { backupsOf } from '../database/copy.ts';
import { allActs, allSettings, type Subject } from '../subject.ts';
import type { AnyCommand } from '../terminal/command.ts';
import { type Candidate, candidatesAt, type Known } from './candidates.ts';
import { behindBreak, wordsOf } from './scripts.ts';
import { askedOf } from './store.ts';

/** What the scripts call: `__complete SHELL WORD…`; bash hands over its line as one word. Never asks, never complains. */
export async function complete(
  app: App,
  [shell = '', ...given]: readonly string[],
  subjects: readonly Subject[],
  treeFor: (words: readonly string[]) => Promise<AnyCommand>,
): Promise<void> {
  const words = commandIn(shell === 'bash' ? wordsOf(given[0] ?? '') : given);
  const { values, files } = await candidatesAt(
    await treeFor(words.slice(0, -1)),
    words,
    knownIn(app, registryIn(app, words), subjects),
  );
  const last = words.at(-1) ?? '';
  const lines = values.map(({ value, about }) => {
    const shown = shell === 'bash' ? behindBreak(last, value) : value;
    return `${oneLine(shown)}\t${oneLine(about)}\n`;
  });
  await app.world.out.write(lines.join('') + (files ? ':files\n' : ''));
}

/** Behind `each … --` begins a command line of its own. */
function commandIn(words: readonly string[]): readonly string[] {
  const at = words.slice(0, -1).indexOf('--');
  return words[0] === 'each' && at > 0 ? words.slice(at + 1) : words;
}

/** The registry that the line names, else the one that the program would take; undefined where neither can be meant. */
function registryIn(app: App, words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--registry' || word.startsWith('--registry='));
  const named = words[at]?.includes('=') ? words[at]?.slice('--registry='.length) : words[at + 1];
  try {
    if (at >= 0 && named && at + 1 < words.length) return app.path(named.replace(/^~(?=\/)/, app.world.home));
    return app.registryFile;
  } catch {
    return undefined;
  }
}

function knownIn(app: App, file: string | undefined, subjects: readonly Subject[]): Known {
  const fromRegistry = (name: string, begun: string) => (file === undefined ? [] : askedOf(file, name, begun));
  const plain = (values: readonly string[]): Candidate[] => values.map((value) => ({ value, about: '' }));
  const others: Record<string, (begun: string) => Promise<Candidate[]>> = {
    key: async () => (await allSettings(subjects)).map(({ key, about }) => ({ value: key, about: app.say(about) })),
    act: async () => (await allActs(subjects)).map(({ code, words }) => ({ value: code, about: app.say(words) })),
    backup: async () => plain(['newest', ...(file === undefined ? [] : backupsOf(file).map(({ name }) => name))]),
    who: async (begun) => {
      const [, account] = /^guardian:(.*)$/s.exec(begun) ?? [];
      if (account === undefined) return plain(['self', 'guardian:', 'guardian-name:']);
      return fromRegistry('account', account).map(({ value, about }) => ({ value: `guardian:${value}`, about }));
    },
  };
  return async (name, begun) => (await others[name]?.(begun)) ?? fromRegistry(name, begun);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const oneLine = (words: string) => words.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
