import { backupsOf } from '../database/copy.ts';
import type { RetentionTerm } from '../subject.ts';
import { outdatedBackups } from './keeping.ts';
import { backupKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'backups',
    tables: ['restore_losses'],
    name: { en: 'backups', de: 'Sicherungen' },
    purpose: { en: 'bringing the registry back after damage', de: 'das Register nach einem Schaden wiederherstellen' },
    term: { en: 'after it was made', de: 'nach dem Erstellen' },
    setting: backupKeepDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'leaver run',
    count: (app) => ({ now: backupsOf(app.registryFile).length, overdue: outdatedBackups(app).length }),
  },
];
