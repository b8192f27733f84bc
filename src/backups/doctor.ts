import type { App } from '../app.ts';
import { chainEnds } from '../audit/store.ts';
import { backupsOf, isSoundFile, reading } from '../database/copy.ts';
import { bilingual, listed } from '../language.ts';
import type { Check, Finding } from '../subject.ts';
import { addDays, schoolDay, writtenInstant } from '../time.ts';
import { registryMadeAt } from './store.ts';

const text = bilingual({
  en: {
    damaged: (names: string) => `Damaged backups: ${names}.`,
    remove: 'Check the disk; they go with the next pruning. schulkonto backup create makes a new one.',
    none: 'There is no backup that can be read.',
    old: (day: string, entries: number) =>
      `The newest sound backup is of ${day}, and ${entries} entries of the log are newer.`,
    create:
      'schulkonto backup create; and let cron run "schulkonto leaver run", which makes one when something changed.',
  },
  de: {
    damaged: (names) => `Beschädigte Sicherungen: ${names}.`,
    remove: 'Den Datenträger prüfen; sie gehen, wenn ihre Tage um sind. schulkonto backup create erstellt eine neue.',
    none: 'Es gibt keine Sicherung, die lesbar ist.',
    old: (day, entries) =>
      `Die neueste heile Sicherung ist vom ${day}, und ${entries} Einträge des Protokolls sind neuer.`,
    create:
      'schulkonto backup create; und cron „schulkonto leaver run“ aufrufen lassen, das bei Änderungen eine erstellt.',
  },
});

/** How many days a registry may be ahead of its newest backup. */
const mostDays = 2;

function look(app: App): Finding[] {
  const say = app.say(text);
  const ours = backupsOf(app.registryFile).filter(({ occasion }) => occasion !== 'other' && occasion !== 'damaged');
  const at = ours.findIndex(({ file }) => isSoundFile(file));
  const newest = ours[at];
  const damaged = (newest ? ours.slice(0, at) : ours).map(({ name }) => name);
  const findings: Finding[] =
    damaged.length > 0 ? [{ message: say.damaged(listed(app.language, damaged)), mend: say.remove }] : [];
  const since = newest?.madeAt ?? registryMadeAt(app.db);
  const isLate = since !== undefined && addDays(schoolDay(new Date(since)), mostDays) < app.moment.today;
  if (!isLate) return findings;
  if (!newest) return [...findings, { message: say.none, mend: say.create }];
  const held = reading(newest.file, (db) => db.prepare('SELECT last_id FROM audit_chain').pluck().get());
  const entries = (chainEnds(app.db)?.lastId ?? 0) - Number(held ?? 0);
  return entries === 0
    ? findings
    : [...findings, { message: say.old(writtenInstant(app.language, newest.madeAt), entries), mend: say.create }];
}

export const checks: readonly Check[] = [
  { check: 'backups', name: { en: 'the backups', de: 'die Sicherungen' }, look },
];
