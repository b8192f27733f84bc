import type { App } from '../app.ts';
import { bilingual, listed } from '../language.ts';
import { type Check, type Finding, isNightly, retentionTerms, type Subject } from '../subject.ts';
import { addDays } from '../time.ts';
import { clockOf } from './checks.ts';
import { missedAfter } from './rules.ts';
import { missingNight } from './status.ts';

const text = bilingual({
  en: {
    cron: 'Look whether cron or the systemd timer runs, as which user, and what it mailed (README, "Every night").',
    overdue: (kinds: string) => `Should have been removed days ago: ${kinds}.`,
    run: 'schulkonto leaver run',
  },
  de: {
    cron: 'Nachsehen, ob cron oder der systemd-Timer läuft, als welcher Benutzer, und was er gemailt hat (README, „Every night“).',
    overdue: (kinds) => `Hätte vor Tagen entfernt werden sollen: ${kinds}.`,
    run: 'schulkonto leaver run',
  },
});

function night(app: App): Finding[] {
  const message = missingNight(app);
  return message === undefined ? [] : [{ message, mend: app.say(text).cron }];
}

function clock(app: App): Finding[] {
  const problem = clockOf(app.db, app.moment);
  if (problem) throw problem;
  return [];
}

async function terms(app: App, subjects: readonly Subject[]): Promise<Finding[]> {
  const say = app.say(text);
  const late = await overdueTerms(app, subjects);
  const names = late.map(({ name }) => app.say(name));
  return late.length === 0 ? [] : [{ message: say.overdue(listed(app.language, names)), mend: say.run }];
}

/** What the nights should have removed by now: for as long as they may be late, nobody need know. */
export async function overdueTerms(app: App, subjects: readonly Subject[]) {
  const day = addDays(app.moment.today, -missedAfter);
  return (await retentionTerms(subjects)).filter(isNightly).filter((term) => term.overdue(app, day) > 0);
}

export const checks: readonly Check[] = [
  { check: 'night', name: { en: 'the last night', de: 'die letzte Nacht' }, look: night },
  { check: 'clock', name: { en: 'the clock', de: 'die Uhr' }, look: clock },
  { check: 'terms', name: { en: 'what is kept too long', de: 'was zu lange bleibt' }, look: terms },
];
