import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../app.ts';
import { filesOf } from '../database/copy.ts';
import { checkFile, checkFolder } from '../database/guard.ts';
import { schemaDifference } from '../database/schema.ts';
import { Failure } from '../failures.ts';
import { pasteable } from '../files.ts';
import { canOthersWrite, modeOf } from '../folders.ts';
import { bilingual, listed } from '../language.ts';
import { settingValue, typedSetting } from '../settings/settings.ts';
import { allSettings, type Check, type Finding, type Subject } from '../subject.ts';
import { settingKeys } from './store.ts';

const text = bilingual({
  en: {
    torn: (rows: number, table: string) => `${rows} rows of ${table} refer to something that is gone.`,
    restore: 'Bring back a backup: schulkonto backup restore newest',
    missing: (names: string) => `Missing in the registry: ${names}.`,
    changed: (names: string) => `Changed beside schulkonto: ${names}.`,
    foreign: (names: string) => `In the registry, but not schulkonto's: ${names}.`,
    drop: 'Nothing deletes what stands there. Take it out, with the program that put it there.',
    open: (file: string, mode: string) => `Others can read or write ${file} (mode ${mode}).`,
    others: (file: string) => `${file} belongs to somebody else than the registry.`,
    close: (file: string) => `Close it with: chmod go-rwx ${pasteable(file)}`,
    give: (file: string) => `Give it to the owner of the registry: chown --reference=REGISTRY ${pasteable(file)}`,
    left: (file: string) => `${file} lies beside the registry: a command was killed, or another program has it open.`,
    playBack: 'Any command that changes something plays it back; then it is gone.',
    unknown: (keys: string) => `Settings that this schulkonto doesn't know: ${keys}.`,
    update: 'They do nothing here. If a newer schulkonto has set them, update this one.',
    particulars: (keys: string) => `Not said of the school yet: ${keys}.`,
    set: 'schulkonto settings set KEY VALUE',
  },
  de: {
    torn: (rows, table) => `${rows} Zeilen von ${table} beziehen sich auf etwas, das weg ist.`,
    restore: 'Eine Sicherung zurückholen: schulkonto backup restore newest',
    missing: (names) => `Im Register fehlt: ${names}.`,
    changed: (names) => `An schulkonto vorbei geändert: ${names}.`,
    foreign: (names) => `Im Register, aber nicht von schulkonto: ${names}.`,
    drop: 'Was dort steht, löscht nichts. Herausnehmen, mit dem Programm, das es angelegt hat.',
    open: (file, mode) => `Andere können ${file} lesen oder schreiben (Modus ${mode}).`,
    others: (file) => `${file} gehört jemand anderem als das Register.`,
    close: (file) => `Schließen mit: chmod go-rwx ${pasteable(file)}`,
    give: (file) => `Dem Besitzer des Registers geben: chown --reference=REGISTER ${pasteable(file)}`,
    left: (file) =>
      `${file} liegt neben dem Register: ein Befehl wurde abgebrochen, oder ein anderes Programm hat es offen.`,
    playBack: 'Jeder Befehl, der etwas ändert, spielt es ein; dann ist es weg.',
    unknown: (keys) => `Einstellungen, die dieses schulkonto nicht kennt: ${keys}.`,
    update: 'Sie bewirken hier nichts. Wenn ein neueres schulkonto sie gesetzt hat, dieses aktualisieren.',
    particulars: (keys) => `Von der Schule noch nicht gesagt: ${keys}.`,
    set: 'schulkonto settings set SCHLÜSSEL WERT',
  },
});

function file(app: App): Finding[] {
  app.checkRegistry();
  const say = app.say(text);
  const torn = app.db.all<{ table: string; rows: number }>(
    'SELECT "table", count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1',
  );
  return torn.map(({ table, rows }) => ({ message: say.torn(rows, table), mend: say.restore }));
}

function tables(app: App): Finding[] {
  const say = app.say(text);
  const { missing, changed, foreign } = schemaDifference(app.db);
  const names = (all: readonly string[]) => listed(app.language, all);
  return [
    ...(missing.length > 0 ? [{ message: say.missing(names(missing)), mend: say.restore }] : []),
    ...(changed.length > 0 ? [{ message: say.changed(names(changed)), mend: say.restore }] : []),
    ...(foreign.length > 0 ? [{ message: say.foreign(names(foreign)), mend: say.drop }] : []),
  ];
}

/** Who can read or change the registry, what lies beside it, and the backups. */
function access(app: App): Finding[] {
  const say = app.say(text);
  const { registryFile } = app;
  checkFile(registryFile);
  const { uid } = statSync(registryFile);
  const folder = join(dirname(registryFile), 'backups');
  const backups = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  if (backups.length > 0) checkFolder(backups[0] ?? '', uid);
  return [...filesOf(registryFile), ...backups].flatMap((one) => {
    const stat = statSync(one, { throwIfNoEntry: false });
    if (!stat) return [];
    const isOpen = process.platform !== 'win32' && ((stat.mode & 0o077) !== 0 || canOthersWrite(stat));
    return [
      ...(isOpen ? [{ message: say.open(one, modeOf(stat)), mend: say.close(one) }] : []),
      ...(stat.uid === uid ? [] : [{ message: say.others(one), mend: say.give(one) }]),
    ];
  });
}

/** What SQLite leaves beside a registry only while somebody writes, or was killed at it. */
function journal(app: App): Finding[] {
  const say = app.say(text);
  const [, ...left] = filesOf(app.registryFile);
  return left.map((one) => ({ message: say.left(one), mend: say.playBack }));
}

async function settings(app: App, subjects: readonly Subject[]): Promise<Finding[]> {
  const say = app.say(text);
  const all = await allSettings(subjects);
  const unreadable = all.flatMap((setting) => {
    try {
      if (!setting.standsFor) settingValue(app.db, setting);
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const [message = '', mend = ''] = error.words(app.language).split('\n');
      return [{ message, mend }];
    }
  });
  const known = new Set(all.map(({ key }) => key));
  const unknown = settingKeys(app.db).filter((key) => !known.has(key));
  const missing = all.filter((one) => one.isParticular && typedSetting(app.db, one) === null).map(({ key }) => key);
  return [
    ...unreadable,
    ...(unknown.length > 0 ? [{ message: say.unknown(listed(app.language, unknown)), mend: say.update }] : []),
    ...(missing.length > 0
      ? [{ message: say.particulars(listed(app.language, missing)), mend: say.set, isRemark: true }]
      : []),
  ];
}

export const checks: readonly Check[] = [
  { check: 'file', name: { en: 'the file', de: 'die Datei' }, look: file },
  { check: 'tables', name: { en: 'its tables', de: 'ihre Tabellen' }, look: tables },
  { check: 'access', name: { en: 'who has access', de: 'wer Zugriff hat' }, isOutside: true, look: access },
  { check: 'journal', name: { en: 'the journal', de: 'das Journal' }, isOutside: true, look: journal },
  { check: 'settings', name: { en: 'the settings', de: 'die Einstellungen' }, look: settings },
];
