import { bilingual } from '../language.ts';
import { settingValue } from '../settings/settings.ts';
import type { StatusPart } from '../subject.ts';
import { type Day, writtenDay } from '../time.ts';
import { reviewDue } from './period.ts';
import { reviewDays } from './settings.ts';
import { standingSuspensions } from './store.ts';

const text = bilingual({
  en: {
    review: (account: string, since: string) =>
      `${account} has been suspended since ${since}: lift it, or schulkonto suspension review ${account}`,
    tell: (account: string, since: string) =>
      `Nobody has been told that ${account} is suspended from ${since}: schulkonto suspension letter ${account}, then suspension inform`,
  },
  de: {
    review: (account, since) =>
      `${account} ist seit ${since} gesperrt: aufheben, oder schulkonto suspension review ${account}`,
    tell: (account, since) =>
      `Von der Sperrung von ${account} ab ${since} weiß noch niemand: schulkonto suspension letter ${account}, dann suspension inform`,
  },
});

const isDue = (day: Day | null, today: Day) => day !== null && day <= today;

/** Suspensions that must be looked at again, and those that nobody has been told of. */
export const status: StatusPart = (app) => {
  const say = app.say(text);
  const { today } = app.moment;
  const days = settingValue(app.db, reviewDays);
  const standing = standingSuspensions(app.db, today);
  const suspensionsToReview = standing
    .filter((one) => isDue(reviewDue(one, one.reviewedOn, days), today))
    .map(({ account, from, until }) => ({ account, from, until }));
  const suspensionsToTell = standing
    .filter(({ toldOn }) => toldOn === null)
    .map(({ account, from, until }) => ({ account, from, until }));
  const lines = [
    ...suspensionsToReview.map(({ account, from }) => say.review(account, writtenDay(app.language, from))),
    ...suspensionsToTell.map(({ account, from }) => say.tell(account, writtenDay(app.language, from))),
  ];
  return { facts: { suspensionsToReview, suspensionsToTell }, lines };
};
