import manifest from '../package.json' with { type: 'json' };
import type { App } from './app.ts';
import { bilingual } from './language.ts';
import type { Noun, Subject, Verb } from './subject.ts';
import { subjects } from './subjects.ts';
import { Command, CommandOption, fileName, rootOf, several } from './terminal/command.ts';
import { listOptions, withListOptions } from './terminal/lists.ts';

const text = bilingual({
  en: {
    summary: 'keeps the accounts of a school that runs IServ: people, consents, passwords, leavers',
    version: 'print the version',
    registry: 'the registry file (else SCHULKONTO_REGISTRY, else the data folder of the user)',
    json: 'print one JSON value for scripts',
    lang: 'language of the texts (else that of the system)',
    yes: 'answer yes to what would be asked',
    csv: 'print the list as CSV for a spreadsheet',
    columns: 'these columns of the list, by their headings, with commas',
  },
  de: {
    summary: 'führt die Konten einer Schule mit IServ: Personen, Einwilligungen, Passwörter, Abgänge',
    version: 'die Version ausgeben',
    registry: 'die Datei des Registers (sonst SCHULKONTO_REGISTRY, sonst der Datenordner des Benutzers)',
    json: 'einen JSON-Wert für Skripte ausgeben',
    lang: 'Sprache der Texte (sonst die des Systems)',
    yes: 'auf Fragen mit Ja antworten',
    csv: 'die Liste als CSV für eine Tabellenkalkulation ausgeben',
    columns: 'diese Spalten der Liste, nach ihren Überschriften, mit Kommas',
  },
});

/** A noun as the whole house knows it: the verbs of all rooms that share it. */
type SharedNoun = Noun & { verbs: Record<string, () => Promise<Verb>> };

function nounsOf(house: readonly Subject[]): SharedNoun[] {
  const found = new Map<string, SharedNoun>();
  for (const noun of house.flatMap(({ nouns = [] }) => nouns)) {
    const before = found.get(noun.name);
    found.set(noun.name, { ...before, ...noun, verbs: { ...before?.verbs, ...noun.verbs } });
  }
  return [...found.values()];
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
    .hook('preAction', (command, action) => {
      app.options = { ...command.opts(), ...listOptions(action) };
    });
  for (const noun of nounsOf(subjects)) root.addCommand(await branch(app, noun, args));
  // Behind a command, --version is an option of its own: the version of the terms.
  if (!root.commands.some((command) => args?.includes(command.name()))) {
    root.version(manifest.version, '-V, --version', say.version);
  }
  withListOptions(root, () => [
    new CommandOption('--csv', say.csv),
    new CommandOption('--columns <names>', say.columns).argParser(several),
  ]);
  rootOf(root, app.language);
  return root;
}
