import { bilingual } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { writtenDay } from '../time.ts';
import { stillToInform } from './store.ts';

const text = bilingual({
  en: {
    toInform: (account: string, incident: number, since: string) =>
      `${account} must be told of what was looked into on ${since} (incident ${incident}).`,
  },
  de: {
    toInform: (account, incident, since) =>
      `${account} muss erfahren, was am ${since} eingesehen wurde (Vorfall ${incident}).`,
  },
});

/** Who doesn't know yet that their mail, files or logs were looked into (terms, "E-Mail": without delay). */
export const status: StatusPart = (app) => {
  const say = app.say(text);
  const toInform = stillToInform(app.db);
  const lines = toInform.map(({ account, incident, since }) =>
    say.toInform(account, incident, writtenDay(app.language, since)),
  );
  return { facts: { toInform }, lines };
};
