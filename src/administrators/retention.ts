import { countOf, type RetentionTerm } from '../subject.ts';
import { forgetFormer, formerOverdue } from './acts.ts';
import { administratorKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'administrators',
    tables: ['administrators'],
    name: { en: 'administrators and their undertakings', de: 'Administratoren und ihre Verpflichtungen' },
    purpose: { en: 'knowing who may do more than users', de: 'wissen, wer mehr darf als Nutzer' },
    term: { en: 'after the end of the office', de: 'nach dem Ende des Amtes' },
    setting: administratorKeepDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'leaver run',
    count: (app) => ({ ...countOf('administrators')(app), overdue: formerOverdue(app.db, app.moment.today) }),
    carryOut: forgetFormer,
  },
];
