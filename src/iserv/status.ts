import type { StatusPart } from '../subject.ts';
import { changesIn, planExport } from './export/rules.ts';
import { exportFacts } from './export/store.ts';
import { begunRoles, exchanges } from './store.ts';
import { text } from './text.ts';

/** What IServ has not been told yet. */
export const status: StatusPart = (app) => {
  const begun = begunRoles(app.db);
  if (begun.size === 0) return { facts: { iserv: { lastExport: null, changes: 0 } }, lines: [] };
  const lastExport = exchanges(app.db).find(({ kind }) => kind === 'export')?.at ?? null;
  const groups = [[...begun].filter((role) => role !== 'guardian'), [...begun].filter((role) => role === 'guardian')];
  const changes = groups
    .filter((roles) => roles.length > 0)
    .map((roles) => changesIn(planExport(exportFacts(app.db, roles, [], app.moment.today))))
    .reduce((sum, one) => sum + one, 0);
  const lines = changes > 0 ? [app.say(text).changes(changes)] : [];
  return { facts: { iserv: { lastExport, changes } }, lines };
};
