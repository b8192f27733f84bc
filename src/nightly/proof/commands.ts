import type { App } from '../../app.ts';
import { Exit } from '../../failures.ts';
import { listed } from '../../language.ts';
import { schoolLanguage, schoolName } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { Command, examples, repeated } from '../../terminal/command.ts';
import { table, type View, warning } from '../../terminal/view.ts';
import { type Day, writtenDay } from '../../time.ts';
import { writeFile } from '../../written/acts.ts';
import { text } from '../text.ts';
import { placeOf } from '../traces/commands.ts';
import { text as traceText } from '../traces/text.ts';
import { filesWritten } from './files.ts';
import { proofPage } from './page.ts';
import { type Proof, prove, type Searched } from './proof.ts';

export function leaverProof(app: App) {
  const say = app.say(text).proof;

  return new Command('proof')
    .description(say.summary)
    .argument('<account-or-id>', say.who)
    .option('--also <text>', say.also, repeated)
    .option('--out <file>', say.out)
    .addHelpText(
      'after',
      examples(
        app.language,
        'leaver proof anna.mueller',
        'leaver proof anna.mueller --also "Müller" --also S1002',
        'leaver proof anna.mueller --out proof.html',
      ),
    )
    .action(async (who, { also, out }) => {
      const proof = prove(app, who, also ?? []);
      if (proof.state !== 'present' && isFound(proof)) app.exit = Exit.held;
      if (out !== undefined) {
        const file = app.path(out);
        const school = settingValue(app.db, schoolName);
        const page = proofPage(settingValue(app.db, schoolLanguage), { school, today: app.moment.today, who, proof });
        await writeFile(app, { kind: 'proof', file, whom: { people: 1, named: [], filter: {} } }, [page]);
        return app.show({ ...proof, file }, [say.written(file)]);
      }
      await app.show(proof, () => proofView(app, who, proof));
    });
}

const isFound = ({ rows, texts, searched }: Proof) =>
  rows.length + texts.length > 0 || searched.some(({ tables, bytes }) => tables.length + bytes.length > 0);

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
    ...(proof.logEntries > 0 ? [say.logEntries(proof.logEntries)] : []),
    ...proof.texts.map((one) => warning(app.say(traceText).found(proof.id ?? 0, placeOf(app, one)))),
    ...proof.searched.flatMap((found) => traceView(app, found)),
  ];
}

function stateView(app: App, who: string, { state, tombstone }: Proof): View {
  const say = app.say(text).proof;
  const on = (day: Day) => writtenDay(app.language, day);
  if (tombstone) return [say.stone(tombstone.id, on(tombstone.leftOn), on(tombstone.deletedOn))];
  return [state === 'deleted' ? say.former(who) : say.unknown(who)];
}

function traceView(app: App, { text: what, tables, partOf, iservUntil, bytes, backups }: Searched): View {
  const say = app.say(text).proof;
  const found = [
    ...(tables.length > 0 ? [warning(say.inTables(what, listed(app.language, tables)))] : []),
    ...bytes.map(({ file, times }) => warning(say.inBytes(what, times, file))),
    ...(iservUntil ? [say.inIservList(what, writtenDay(app.language, iservUntil))] : []),
    ...(partOf.length > 0 ? [say.partOf(what, partOf)] : []),
  ];
  return [
    ...(found.length > 0 ? found : [say.nothing(what, filesWritten(app).length)]),
    ...backups.map(({ file, keptUntil }) => say.backup(file, writtenDay(app.language, keptUntil))),
  ];
}
