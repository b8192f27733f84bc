import { countOf, type RetentionTerm } from '../subject.ts';
import { deletedAfter } from './settings.ts';
import { leaversDue } from './store.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'leavers',
    tables: ['leavers', 'leaver_notices', 'leaver_holds', 'leaver_announcements'],
    name: { en: 'who leaves, was told, is on hold', de: 'Abgänge, Mitteilungen, Löschsperren' },
    purpose: { en: 'deleting in time, and telling before', de: 'rechtzeitig löschen und vorher benachrichtigen' },
    term: {
      en: 'after leaving the school; longer where something stops it',
      de: 'nach dem Abgang; länger, wo etwas entgegensteht',
    },
    setting: deletedAfter,
    source: { en: 'terms of use, “Löschung”', de: 'Nutzungsordnung, „Löschung“' },
    removedBy: 'leaver run',
    count: countOf('leavers'),
    overdue: (app, day) => {
      const { due, waiting } = leaversDue(app.db, day);
      return due.deletions + waiting.length;
    },
  },
];
