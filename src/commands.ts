import type { Command as ActionCommand } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { App } from './app.ts';
import { bilingual, type Language } from './language.ts';
import type { Noun, Subject, Verb } from './subject.ts';
import { subjects } from './subjects.ts';
import { Command, CommandOption, fileName, rootOf, several } from './terminal/command.ts';
import { listOptions, withListOptions } from './terminal/lists.ts';
import { readTexts } from './terminal/texts.ts';
import { nameEverybody } from './users/finding/arguments.ts';

const text = bilingual({
  en: {
    summary: 'keeps the accounts of a school that runs IServ',
    version: 'print the version',
    registry: 'the registry file (else SCHULKONTO_REGISTRY, else the data folder of the user)',
    json: 'print one JSON value for scripts',
    lang: 'language (else SCHULKONTO_LANG, else of the system)',
    yes: 'answer yes to what would be asked',
    csv: 'print the list as CSV for a spreadsheet',
    columns: 'these columns of the list, by their headings, with commas',
  },
  de: {
    summary: 'führt die Konten einer Schule mit IServ',
    version: 'die Version ausgeben',
    registry: 'die Datei des Registers (sonst SCHULKONTO_REGISTRY, sonst der Datenordner des Benutzers)',
    json: 'einen JSON-Wert für Skripte ausgeben',
    lang: 'Sprache (sonst SCHULKONTO_LANG, sonst die des Systems)',
    yes: 'auf Fragen mit Ja antworten',
    csv: 'die Liste als CSV für eine Tabellenkalkulation ausgeben',
    columns: 'diese Spalten der Liste, nach ihren Überschriften, mit Kommas',
  },
});

/** The nouns as the first page of the help has them together. */
const groups: readonly { title: Record<Language, string>; nouns: readonly string[] }[] = [
  {
    title: { en: 'The school:', de: 'Die Schule:' },
    nouns: ['init', 'status', 'doctor', 'settings', 'terms', 'module', 'administrator', 'retention'],
  },
  {
    title: { en: 'People, from the roster until they leave:', de: 'Personen, von der Liste bis zum Abgang:' },
    nouns: ['user', 'class', 'roster', 'leaver', 'request'],
  },
  {
    title: { en: 'What they agreed to, may and did:', de: 'Worin sie einwilligten, was sie dürfen und taten:' },
    nouns: ['consent', 'password', 'permit', 'suspension', 'incident', 'post'],
  },
  {
    title: { en: 'IServ, copies and the log:', de: 'IServ, Sicherungen und Protokoll:' },
    nouns: ['iserv', 'backup', 'audit'],
  },
  { title: { en: 'Tools:', de: 'Werkzeuge:' }, nouns: ['file', 'each', 'completion'] },
];

/** Which group a noun is of; the last one where nobody has said. */
const groupOf = (noun: string): number => {
  const found = groups.findIndex(({ nouns }) => nouns.includes(noun));
  return found < 0 ? groups.length - 1 : found;
};

const placeOf = (noun: string): number => groups[groupOf(noun)]?.nouns.indexOf(noun) ?? 0;

/** A noun as the whole house knows it: the verbs of all rooms that share it. */
type SharedNoun = Noun & { verbs: Record<string, () => Promise<Verb>> };

function nounsOf(house: readonly Subject[]): SharedNoun[] {
  const found = new Map<string, SharedNoun>();
  for (const noun of house.flatMap(({ nouns = [] }) => nouns)) {
    const before = found.get(noun.name);
    found.set(noun.name, { ...before, ...noun, verbs: { ...before?.verbs, ...noun.verbs } });
  }
  return [...found.values()].sort(
    (one, other) => groupOf(one.name) - groupOf(other.name) || placeOf(one.name) - placeOf(other.name),
  );
}

/** A noun with its verbs. Only what the command line names is loaded; the rest is there by name. */
async function branch(app: App, noun: SharedNoun, args: readonly string[] | null) {
  const { name, summary, command, verbs } = noun;
  const isNamed = !args || args.includes(name);
  if (command && isNamed) return (await command())(app, subjects);
  const made = new Command(name).description(summary ? app.say(summary) : '');
  if (!isNamed) return made;
  const named = Object.keys(verbs).filter((verb) => args?.includes(verb));
  for (const [verb, load] of Object.entries(verbs)) {
    const isWanted = named.length === 0 || named.includes(verb);
    made.addCommand(isWanted ? (await load())(app, subjects) : new Command(verb));
  }
  return made;
}

/** What the tab key offers: of the tree only what the words before the cursor name is loaded. */
export async function completed(app: App, args: readonly string[]): Promise<void> {
  const { complete } = await import('./completion/complete.ts');
  await complete(app, args, subjects, (words) => program(app, words));
}

/** The whole program, with the options that every command takes; for these arguments, or (null) for any. */
export async function program(app: App, args: readonly string[] | null) {
  const say = app.say(text);
  const root = new Command('schulkonto')
    .description(say.summary)
    .option('--registry <file>', say.registry, fileName)
    .option('--json', say.json)
    .addOption(new CommandOption('--lang <language>', say.lang).choices(['de', 'en']))
    .option('-y, --yes', say.yes)
    .exitOverride()
    .configureOutput({
      writeOut: (help) => app.writeLater(app.world.out, help),
      writeErr: (help) => app.writeLater(app.world.err, help),
      getOutHelpWidth: () => (app.world.out.isTerminal ? app.world.out.columns : 80),
      getErrHelpWidth: () => (app.world.err.isTerminal ? app.world.err.columns : 80),
    })
    .hook('preAction', async (command, action) => {
      app.options = { ...command.opts(), ...listOptions(action) };
      await readTexts(action, { path: (file) => app.path(file), bytes: () => app.world.bytes() });
      await nameEverybody(app, action as unknown as ActionCommand);
    });
  for (const noun of nounsOf(subjects)) {
    const command = await branch(app, noun, args);
    root.addCommand(command.helpGroup(groups[groupOf(noun.name)]?.title[app.language] ?? ''));
  }
  // Behind a command, --version is an option of its own: the version of the terms.
  if (!root.commands.some((command) => args?.includes(command.name()))) {
    root.version(manifest.version, '-V, --version', say.version);
  }
  withListOptions(root, () => [
    new CommandOption('--csv', say.csv),
    new CommandOption('--columns <names>', say.columns).argParser(several),
  ]);
  rootOf(root, app.language, groups.at(-1)?.title[app.language] ?? '');
  return root;
}
