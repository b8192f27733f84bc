import { InvalidArgumentError } from 'commander';
import type { App } from '../app.ts';
import { allActs, type Subject } from '../subject.ts';
import { Command, CommandOption, day, examples, LookingCommand, several, wholeNumber } from '../terminal/command.ts';
import { type Cell, inSheet, warning } from '../terminal/view.ts';
import { visible } from '../terminal/visible.ts';
import { writtenDay, writtenInstant } from '../time.ts';
import type { Anchor } from './chain.ts';
import { planLogPruning, pruneLog, readLog, verifyLog } from './custody.ts';
import { unknownAct } from './failures.ts';
import type { LogEntry } from './reading.ts';
import { codesNear } from './rules.ts';
import { text } from './text.ts';

export function auditLog(app: App, subjects: readonly Subject[]) {
  const say = app.say(text).log;

  return new LookingCommand('log')
    .description(say.summary)
    .option('--reason <text>', say.reason)
    .option('--account <account-or-number>', say.account)
    .addOption(new CommandOption('--person <number>', say.personOption).argParser(wholeNumber).conflicts(['account']))
    .option('--act <act>', say.act, several)
    .option('--operator <name>', say.operator)
    .option('--since <day>', say.since, day)
    .option('--until <day>', say.until, day)
    .addHelpText(
      'after',
      examples(
        app.language,
        {
          en: 'audit log --account anna.mueller --reason "Complaint of 20 August"',
          de: 'audit log --account anna.mueller --reason "Beschwerde vom 20. August"',
        },
        {
          en: 'audit log --act suspension-imposed,suspension-lifted --since 2026-08-01 --reason "Report to the head" --json',
          de: 'audit log --act suspension-imposed,suspension-lifted --since 2026-08-01 --reason "Bericht an die Schulleitung" --json',
        },
      ),
    )
    .action(async ({ reason, act, ...wish }) => {
      const words = new Map((await allActs(subjects)).map((known) => [known.code, app.say(known.words)]));
      const unknown = act?.find((code) => !words.has(code));
      if (unknown !== undefined) throw unknownAct({ act: unknown, near: codesNear(unknown, [...words.keys()]) });
      const why = await app.needWords(reason, '--reason', say.askReason);
      const { entries, isNumberToo } = readLog(app, { ...wish, acts: act, reason: why });
      if (isNumberToo) await app.note([warning(say.numberToo(wish.account ?? ''))]);
      await app.show(entries, () => {
        const all = Array.from(entries, (entry) => cellsOf(app, entry, words));
        const lines = all.map((cells) => lineOf(cells));
        return [
          ...(lines.length === 0 ? [say.none] : [...lines, say.count(lines.length)]),
          inSheet(say.columns, () => all),
        ];
      });
    });
}

/** An entry for people: who did what to whom, and the facts. */
function cellsOf(
  app: App,
  { id, at, operator, act, account, userId, facts }: LogEntry,
  words: ReadonlyMap<string, string>,
): Cell[] {
  const say = app.say(text).log;
  const whom = account ?? (userId === null ? '' : say.person(userId));
  const written = Object.entries(facts ?? {}).filter(([, value]) => value !== null && value !== '');
  const below = facts === null ? say.erased : written.map(([name, value]) => `${name}: ${plain(value)}`).join(', ');
  return [id, writtenInstant(app.language, at), operator, words.get(act) ?? act, whom, below];
}

/** The facts stand below the rest; a break inside them can't make a line of its own. */
const lineOf = (cells: readonly Cell[]): string =>
  [cells.slice(0, -1).join('  ').trimEnd(), `  ${cells.at(-1)}`].map(visible).join('\n').trimEnd();

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export function auditVerify(app: App) {
  const say = app.say(text).verify;

  return new Command('verify')
    .description(say.summary)
    .option('--expect <number:hash>', say.expect, (typed: string, before: Anchor[] | undefined) => [
      ...(before ?? []),
      anchorOf(typed, say.notAnEnd),
    ])
    .addHelpText(
      'after',
      examples(app.language, 'audit verify', 'audit verify --json', 'audit verify --expect 23:9f86d081884c7d65'),
    )
    .action(async ({ expect = [] }) => {
      const sound = verifyLog(app, expect);
      await app.show(sound, [say.holds(sound.entries, sound.erased), say.head(sound.head)]);
    });
}

/** Half a hash is enough to tell one from all others. */
function anchorOf(typed: string, complaint: string): Anchor {
  const [, entry, hash] = /^(\d{1,15}):([0-9a-f]{16,64})$/i.exec(typed.trim()) ?? [];
  if (entry === undefined || hash === undefined) throw new InvalidArgumentError(complaint);
  return { entry: Number(entry), hash: hash.toLowerCase() };
}

export function auditPrune(app: App) {
  const say = app.say(text).prune;

  return new Command('prune')
    .description(say.summary)
    .option('--dry-run', say.dryRun)
    .addHelpText('after', examples(app.language, 'audit prune --dry-run', 'audit prune'))
    .action(async ({ dryRun = false }) => {
      const pruning = dryRun ? planLogPruning(app) : pruneLog(app);
      const before = writtenDay(app.language, pruning.olderThan);
      const { pruned } = pruning;
      await app.show(pruning, [pruned === 0 ? say.none(before) : (dryRun ? say.would : say.done)(pruned, before)]);
    });
}
