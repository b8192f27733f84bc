import type { App } from '../../app.ts';
import { Exit } from '../../failures.ts';
import { listed } from '../../language.ts';
import { Command, examples, repeated } from '../../terminal/command.ts';
import { table, type View, warning } from '../../terminal/view.ts';
import { type Day, writtenDay } from '../../time.ts';
import { text } from '../text.ts';
import { filesBeside } from './files.ts';
import { type Proof, prove, type Trace } from './proof.ts';

export function leaverProof(app: App) {
  const say = app.say(text).proof;

  return new Command('proof')
    .description(say.summary)
    .argument('<account-or-id>', say.who)
    .option('--also <text>', say.also, repeated)
    .addHelpText(
      'after',
      examples(app.language, 'leaver proof anna.mueller', 'leaver proof anna.mueller --also "Müller" --also S1002'),
    )
    .action(async (who, { also }) => {
      const proof = prove(app, who, also ?? []);
      if (proof.state !== 'present' && isFound(proof)) app.exit = Exit.held;
      await app.show(proof, () => proofView(app, who, proof));
    });
}

const isFound = ({ rows, searched }: Proof) =>
  rows.length > 0 || searched.some(({ tables, bytes }) => tables.length + bytes.length > 0);

function proofView(app: App, who: string, proof: Proof & { id: number | null }): View {
  const say = app.say(text).proof;
  const rows = table(
    say.columns,
    proof.rows.map((row) => [row.table, row.rows]),
  );
  if (proof.state === 'present') return [say.present(who, proof.id ?? 0), rows];
  return [
    ...stateView(app, who, proof),
    ...(proof.rows.length > 0 ? [rows] : []),
    ...proof.searched.flatMap((found) => traceView(app, found)),
  ];
}

function stateView(app: App, who: string, { state, tombstone }: Proof): View {
  const say = app.say(text).proof;
  const on = (day: Day) => writtenDay(app.language, day);
  if (tombstone) return [say.stone(tombstone.id, on(tombstone.leftOn), on(tombstone.deletedOn))];
  return [state === 'deleted' ? say.former(who) : say.unknown(who)];
}

function traceView(app: App, { text: what, tables, partOf, iservUntil, bytes, backups }: Trace): View {
  const say = app.say(text).proof;
  const found = [
    ...(tables.length > 0 ? [warning(say.inTables(what, listed(app.language, tables)))] : []),
    ...bytes.map(({ file, times }) => warning(say.inBytes(what, times, file))),
    ...(iservUntil ? [say.inIservList(what, writtenDay(app.language, iservUntil))] : []),
    ...(partOf.length > 0 ? [say.partOf(what, partOf)] : []),
  ];
  return [
    ...(found.length > 0 ? found : [say.nothing(what, filesBeside(app).length)]),
    ...backups.map(({ file, keptUntil }) => say.backup(file, writtenDay(app.language, keptUntil))),
  ];
}
