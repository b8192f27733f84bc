import type { App } from './app.ts';
import { backupCreate, backupList, backupPrune, backupRestore } from './backups/commands.ts';
import { text as backupText } from './backups/text.ts';
import { bilingual } from './language.ts';
import { leaverCancel, leaverHold, leaverList, leaverRelease, leaverSchedule } from './leavers/commands.ts';
import { leaverRun } from './leavers/night-commands.ts';
import { leaverNotices } from './leavers/notice-commands.ts';
import { leaverProof } from './leavers/proof-commands.ts';
import { text as leaverText } from './leavers/text.ts';
import { userList, userShow } from './people/commands.ts';
import { init, settingsGet, settingsList, settingsSet, status } from './school/commands.ts';
import { text as schoolText } from './school/text.ts';
import { Command, CommandOption, rootOf } from './terminal/command.ts';
import { userAdd, userEdit } from './users/commands.ts';
import { text as userText } from './users/text.ts';

export const version = '0.1.0';

const text = bilingual({
  en: {
    summary: 'keeps the accounts of a school that runs IServ: people, consents, passwords, leavers',
    version: 'print the version',
    registry: 'the registry file (else SCHULKONTO_REGISTRY, else the data folder of the user)',
    json: 'print one JSON value for scripts',
    lang: 'language of the texts (else that of the system)',
    yes: 'answer yes to what would be asked',
  },
  de: {
    summary: 'führt die Konten einer Schule mit IServ: Personen, Einwilligungen, Passwörter, Abgänge',
    version: 'die Version ausgeben',
    registry: 'die Datei des Registers (sonst SCHULKONTO_REGISTRY, sonst der Datenordner des Benutzers)',
    json: 'einen JSON-Wert für Skripte ausgeben',
    lang: 'Sprache der Texte (sonst die des Systems)',
    yes: 'auf Fragen mit Ja antworten',
  },
});

/** The command tree: every noun and verb, one line each. */
const tree = (app: App) => [
  init(app),
  status(app),
  noun('settings', app.say(schoolText).settings.noun, settingsList(app), settingsGet(app), settingsSet(app)),
  noun('user', app.say(userText).noun, userAdd(app), userList(app), userShow(app), userEdit(app)),
  noun(
    'leaver',
    app.say(leaverText).noun,
    leaverSchedule(app),
    leaverCancel(app),
    leaverHold(app),
    leaverRelease(app),
    leaverList(app),
    leaverNotices(app),
    leaverRun(app),
    leaverProof(app),
  ),
  noun('backup', app.say(backupText).noun, backupCreate(app), backupList(app), backupRestore(app), backupPrune(app)),
];

type AnyCommand = Parameters<InstanceType<typeof Command>['addCommand']>[0];

function noun(name: string, summary: string, ...verbs: AnyCommand[]): AnyCommand {
  const command = new Command(name).description(summary);
  for (const verb of verbs) command.addCommand(verb);
  return command;
}

/** The whole program, with the options that every command takes. */
export function program(app: App) {
  const say = app.say(text);
  const root = new Command('schulkonto')
    .description(say.summary)
    .version(version, '-V, --version', say.version)
    .option('--registry <file>', say.registry)
    .option('--json', say.json)
    .addOption(new CommandOption('--lang <language>', say.lang).choices(['de', 'en']))
    .option('-y, --yes', say.yes)
    .exitOverride()
    .configureOutput({
      writeOut: (help) => void app.world.out.write(help),
      writeErr: (help) => void app.world.err.write(help),
      getOutHelpWidth: () => (app.world.out.isTerminal ? app.world.out.columns : 80),
      getErrHelpWidth: () => (app.world.err.isTerminal ? app.world.err.columns : 80),
    })
    .hook('preAction', (command) => {
      app.options = command.opts();
    });
  for (const command of tree(app)) root.addCommand(command);
  rootOf(root, app.language);
  return root;
}
