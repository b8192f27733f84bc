import { bilingual, count } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { countOverdue } from './store.ts';

const text = bilingual({
  en: {
    passwordsOverdue: (number: number) =>
      `${count('en', number, 'person has', 'people have')} not changed an issued password in time: schulkonto password pending`,
  },
  de: {
    passwordsOverdue: (number) =>
      `${count('de', number, 'vorläufiges Passwort ist', 'vorläufige Passwörter sind')} nicht rechtzeitig geändert: schulkonto password pending`,
  },
});

export const status: StatusPart = (app) => {
  const passwordsOverdue = countOverdue(app.db, app.moment.today);
  const lines = passwordsOverdue > 0 ? [app.say(text).passwordsOverdue(passwordsOverdue)] : [];
  return { facts: { due: { passwordsOverdue } }, lines };
};
