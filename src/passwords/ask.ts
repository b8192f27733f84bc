import type { App } from '../app.ts';
import { linesMissing } from './failures.ts';

/**
 * Secrets, one for each question: from a prompt that shows nothing, else line by line from standard input. Never from
 * an argument, which everybody on the machine could see.
 * @throws Failure `lines-missing`, `cancelled`
 */
export async function secrets(app: App, questions: readonly string[]): Promise<string[]> {
  const { world, language } = app;
  const answers: string[] = [];
  if (world.attended) {
    const prompts = await world.prompts(language);
    for (const question of questions) answers.push(await prompts.secret(question));
    return answers;
  }
  for (const _ of questions) {
    const { done, value } = await world.lines.next();
    if (done) throw linesMissing({ expected: questions.length, found: answers.length });
    answers.push(value);
  }
  await world.lines.return?.();
  return answers;
}
