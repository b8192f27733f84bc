import type { App } from './app.ts';
import { auditLog, auditPrune, auditVerify } from './audit/commands.ts';
import { text as auditText } from './audit/text.ts';
import { backupCreate, backupList, backupPrune, backupRestore } from './backups/commands.ts';
import { text as backupText } from './backups/text.ts';
import {
  consentGive,
  consentList,
  consentMissing,
  consentRefuse,
  consentStrike,
  consentWithdraw,
} from './consents/commands.ts';
import { consentForms } from './consents/forms/commands.ts';
import { consentImport } from './consents/list/commands.ts';
import { consentPurposes } from './consents/purposes.ts';
import { text as consentText } from './consents/text.ts';
import {
  incidentClose,
  incidentInform,
  incidentInspect,
  incidentList,
  incidentOpen,
  incidentPrune,
  incidentShow,
} from './incidents/commands.ts';
import { text as incidentText } from './incidents/text.ts';
import { bilingual, type Language } from './language.ts';
import { leaverCancel, leaverHold, leaverList, leaverRelease, leaverSchedule } from './leavers/commands.ts';
import { leaverNotices } from './leavers/notices/commands.ts';
import { text as leaverText } from './leavers/text.ts';
import { leaverRun } from './nightly/commands.ts';
import { leaverProof } from './nightly/proof/commands.ts';
import { passwordChange, passwordCheck, passwordConfirm, passwordPending } from './passwords/commands.ts';
import { passwordIssue, passwordReset } from './passwords/issuing/commands.ts';
import { text as passwordText } from './passwords/text.ts';
import { userList, userShow } from './people/commands.ts';
import { userReport } from './people/report/commands.ts';
import { rosterExport, rosterFormats, rosterImport } from './roster/commands.ts';
import { rosterRuns, rosterShow, rosterUndo } from './roster/runs/commands.ts';
import { text as rosterText } from './roster/text.ts';
import { init, settingsGet, settingsList, settingsSet, status } from './school/commands.ts';
import { text as schoolText } from './school/text.ts';
import { suspensionClauses, suspensionImpose, suspensionLift, suspensionList } from './suspensions/commands.ts';
import { text as suspensionText } from './suspensions/text.ts';
import { Command, CommandOption, rootOf } from './terminal/command.ts';
import { termsList, termsPublish, termsShow } from './terms/commands.ts';
import { text as termsText } from './terms/text.ts';
import { userAdd, userEdit } from './users/commands.ts';
import { text as userText } from './users/text.ts';

const version = '0.1.0';

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
const tree: readonly Branch[] = [
  init,
  status,
  noun('settings', schoolText, (say) => say.settings.noun, [settingsList, settingsGet, settingsSet]),
  noun('roster', rosterText, (say) => say.noun, [
    rosterImport,
    rosterExport,
    rosterFormats,
    rosterRuns,
    rosterShow,
    rosterUndo,
  ]),
  noun('user', userText, (say) => say.noun, [userAdd, userList, userShow, userEdit, userReport]),
  noun('terms', termsText, (say) => say.noun, [termsPublish, termsList, termsShow]),
  noun('consent', consentText, (say) => say.noun, [
    consentGive,
    consentRefuse,
    consentWithdraw,
    consentStrike,
    consentList,
    consentMissing,
    consentForms,
    consentImport,
    consentPurposes,
  ]),
  noun('suspension', suspensionText, (say) => say.noun, [
    suspensionImpose,
    suspensionLift,
    suspensionList,
    suspensionClauses,
  ]),
  noun('incident', incidentText, (say) => say.noun, [
    incidentOpen,
    incidentList,
    incidentShow,
    incidentInspect,
    incidentInform,
    incidentClose,
    incidentPrune,
  ]),
  noun('audit', auditText, (say) => say.noun, [auditLog, auditVerify, auditPrune]),
  noun('password', passwordText, (say) => say.noun, [
    passwordIssue,
    passwordReset,
    passwordChange,
    passwordConfirm,
    passwordPending,
    passwordCheck,
  ]),
  noun('leaver', leaverText, (say) => say.noun, [
    leaverSchedule,
    leaverCancel,
    leaverHold,
    leaverRelease,
    leaverList,
    leaverNotices,
    leaverRun,
    leaverProof,
  ]),
  noun('backup', backupText, (say) => say.noun, [backupCreate, backupList, backupRestore, backupPrune]),
];

type AnyCommand = Parameters<InstanceType<typeof Command>['addCommand']>[0];
type Branch = (app: App, args: readonly string[] | null) => AnyCommand;

/** A noun with its verbs; they are made only where the command line names it, which saves a tenth of the start. */
function noun<Text>(
  name: string,
  text: Record<Language, Text>,
  summary: (say: Text) => string,
  verbs: readonly ((app: App) => AnyCommand)[],
): Branch {
  return (app, args) => {
    const command = new Command(name).description(summary(app.say(text)));
    if (!args || args.includes(name)) for (const verb of verbs) command.addCommand(verb(app));
    return command;
  };
}

/** The whole program, with the options that every command takes; for these arguments, or (null) for any. */
export function program(app: App, args: readonly string[] | null) {
  const say = app.say(text);
  const root = new Command('schulkonto')
    .description(say.summary)
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
  for (const branch of tree) root.addCommand(branch(app, args));
  // Behind a command, --version is an option of its own: the version of the terms.
  if (!root.commands.some((command) => args?.includes(command.name()))) {
    root.version(version, '-V, --version', say.version);
  }
  rootOf(root, app.language);
  return root;
}
