import { backupsOf, leftoversOf, removeCopies } from '../database/copy.ts';
import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';
import { outdatedBackups, pruneBackups } from './keeping.ts';
import { backupKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'backups',
    tables: [],
    name: { en: 'backups', de: 'Sicherungen' },
    purpose: { en: 'bringing the registry back after damage', de: 'das Register nach einem Schaden wiederherstellen' },
    term: { en: 'after it was made', de: 'nach dem Erstellen' },
    setting: backupKeepDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'leaver run',
    count: (app) => backupsOf(app.registryFile).length,
    overdue: (app, day) => outdatedBackups(app, day).length,
    carryOut: (app) => pruneBackups(app).length,
  },
  {
    kind: 'restore-losses',
    tables: ['restore_losses'],
    name: {
      en: 'what restores could not take over: since when',
      de: 'was beim Wiederherstellen verloren ging: seit wann',
    },
    purpose: { en: 'recording it again', de: 'es neu erfassen' },
    ...aboutNobody,
    count: countOf('restore_losses'),
  },
  {
    kind: 'unfinished-copies',
    tables: [],
    name: { en: 'copies that a killed command has left', de: 'Kopien, die ein abgebrochener Befehl hinterlassen hat' },
    purpose: { en: 'none', de: 'keiner' },
    term: { en: 'until the next night', de: 'bis zur nächsten Nacht' },
    source: { en: 'no use', de: 'kein Nutzen' },
    removedBy: 'leaver run',
    count: (app) => leftoversOf(app.registryFile).length,
    overdue: (app) => leftoversOf(app.registryFile).length,
    carryOut: (app) => {
      const left = leftoversOf(app.registryFile);
      removeCopies(left);
      return left.length;
    },
  },
];
