import { bilingual, count, listed } from '../../language.ts';
import type { StatusPart } from '../../subject.ts';
import { roleNames } from '../../users/text.ts';
import { waitingImports } from './store.ts';

const text = bilingual({
  en: {
    waits: (who: string, source: string, what: string) =>
      `The roster (${who}, ${source}) waits: ${what}: roster import`,
    questions: (number: number) => count('en', number, 'question', 'questions'),
    approvals: (number: number) => `${count('en', number, 'change', 'changes')} for approval`,
  },
  de: {
    waits: (who, source, what) => `Die Personenliste (${who}, ${source}) wartet: ${what}: roster import`,
    questions: (number) => count('de', number, 'Frage', 'Fragen'),
    approvals: (number) => `${count('de', number, 'Änderung', 'Änderungen')} zur Freigabe`,
  },
});

/** Questions that nobody has answered yet, and what waits for approval. */
export const status: StatusPart = (app) => {
  const say = app.say(text);
  const rosterWaiting = waitingImports(app.db);
  const lines = rosterWaiting.map(({ role, source, questions, approvals }) => {
    const parts = [
      ...(questions > 0 ? [say.questions(questions)] : []),
      ...(approvals > 0 ? [say.approvals(approvals)] : []),
    ];
    return say.waits(app.say(roleNames)[role], source, listed(app.language, parts));
  });
  return { facts: { rosterWaiting }, lines };
};
