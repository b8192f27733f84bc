import { bilingual, count, listed } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { daysBetween, writtenDay } from '../time.ts';
import { needsLooking } from './rules.ts';
import { holdsToReview, leaversDue } from './store.ts';
import { text as leaverText } from './text.ts';

const text = bilingual({
  en: {
    locks: (number: number) =>
      `${count('en', number, 'account is', 'accounts are')} due to be locked (leaver run does it).`,
    deletions: (number: number) =>
      `${count('en', number, 'account is', 'accounts are')} due to be deleted (leaver run does it).`,
    holds: (number: number) =>
      `${count('en', number, 'account', 'accounts')} would be deleted by now, but for a hold: leaver list`,
    notices: (number: number) =>
      `${count('en', number, 'leaver has', 'leavers have')} to be told to save their files: leaver notices`,
    waits: (account: string, days: number, why: string) =>
      days < 28
        ? `${account} waits to be deleted: ${why}.`
        : `${account} has been waiting to be deleted for ${count('en', days, 'day', 'days')}, and nobody is kept for ever: ${why}.`,
    review: (account: string, day: string) =>
      `The hold on ${account} was to be looked at again on ${day}: leaver release, or leaver hold --review DAY`,
  },
  de: {
    locks: (number) => `${count('de', number, 'Konto ist', 'Konten sind')} zu sperren (das tut leaver run).`,
    deletions: (number) => `${count('de', number, 'Konto ist', 'Konten sind')} zu löschen (das tut leaver run).`,
    holds: (number) =>
      `${count('de', number, 'Konto wäre', 'Konten wären')} schon gelöscht, hätten sie keine Löschsperre: leaver list`,
    notices: (number) =>
      `${count('de', number, 'Abgänger muss', 'Abgänger müssen')} erfahren, dass Dateien zu sichern sind: leaver notices`,
    waits: (account, days, why) =>
      days < 28
        ? `${account} wartet auf die Löschung: ${why}.`
        : `${account} wartet seit ${count('de', days, 'Tag', 'Tagen')} auf die Löschung, und niemand darf für immer bleiben: ${why}.`,
    review: (account, day) =>
      `Die Löschsperre von ${account} war am ${day} zu prüfen: leaver release, oder leaver hold --review TAG`,
  },
});

export const status: StatusPart = (app) => {
  const say = app.say(text);
  const { today } = app.moment;
  const { due, waiting } = leaversDue(app.db, today);
  const reviews = holdsToReview(app.db, today);
  const lines = (['locks', 'deletions', 'holds', 'notices'] as const).flatMap((what) =>
    due[what] > 0 ? [say[what](due[what])] : [],
  );
  const looked = waiting.filter((one) => needsLooking(one, today));
  return {
    facts: { due, waiting, holdsToReview: reviews },
    lines: [
      ...lines,
      ...looked.map(({ account, since, waitsFor }) => {
        const why = listed(
          app.language,
          waitsFor.map((one) => app.say(leaverText).obstacle(one, account)),
        );
        return say.waits(account, daysBetween(since, today), why);
      }),
      ...reviews.map(({ account, reviewOn }) => say.review(account, writtenDay(app.language, reviewOn))),
    ],
  };
};
