import { bilingual, count } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { leaversDue } from './store.ts';

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
  },
  de: {
    locks: (number) => `${count('de', number, 'Konto ist', 'Konten sind')} zu sperren (das tut leaver run).`,
    deletions: (number) => `${count('de', number, 'Konto ist', 'Konten sind')} zu löschen (das tut leaver run).`,
    holds: (number) =>
      `${count('de', number, 'Konto wäre', 'Konten wären')} schon gelöscht, hätten sie keine Löschsperre: leaver list`,
    notices: (number) =>
      `${count('de', number, 'Abgänger muss', 'Abgänger müssen')} erfahren, dass Dateien zu sichern sind: leaver notices`,
  },
});

export const status: StatusPart = (app) => {
  const say = app.say(text);
  const due = leaversDue(app.db, app.moment.today);
  const lines = (['locks', 'deletions', 'holds', 'notices'] as const).flatMap((what) =>
    due[what] > 0 ? [say[what](due[what])] : [],
  );
  return { facts: { due }, lines };
};
