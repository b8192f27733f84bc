import { bilingual, type Language } from '../language.ts';
import type { Prompts } from '../world.ts';
import { cancelled } from './failures.ts';
import { visible } from './visible.ts';

const text = bilingual({
  en: {
    yes: 'y',
    hint: 'y/N',
    keys: '↑↓ move • ⏎ take',
    searchKeys: 'type to search • ↑↓ move • ⏎ take',
    hidden: '(not shown)',
  },
  de: {
    yes: 'j',
    hint: 'j/N',
    keys: '↑↓ bewegen • ⏎ nehmen',
    searchKeys: 'tippen: suchen • ↑↓ bewegen • ⏎ nehmen',
    hidden: '(wird nicht angezeigt)',
  },
});

/**
 * Questions by inquirer, on standard error so that results can be piped away; loaded here, because it takes 75 ms.
 * @throws Failure `cancelled` when the person ends the program instead of answering
 */
export async function loadPrompts(
  language: Language,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Prompts> {
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ input, output });
  const words = text[language];

  const ask = async <Answer>(question: object): Promise<Answer> => {
    try {
      return ((await prompt([{ name: 'answer', ...question } as never])) as { answer: Answer }).answer;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw cancelled({});
      throw error;
    }
  };

  return {
    confirm: async (question) => {
      const answer = await ask<string>({ type: 'input', message: `${visible(question)} (${words.hint})` });
      return [words.yes, 'y'].includes(answer.trim().slice(0, 1).toLowerCase());
    },
    text: async (question) => (await ask<string>({ type: 'input', message: visible(question) })).trim(),
    secret: (question) =>
      ask({
        type: 'password',
        message: visible(question),
        mask: false,
        toggleMask: false,
        theme: { style: { maskedText: words.hidden } },
      }),
    choose: (question, choices) =>
      ask({
        type: 'select',
        message: visible(question),
        choices: choices.map(({ value, name }) => ({ value, name: visible(name) })),
        theme: { style: { keysHelpTip: () => words.keys } },
      }),
    search: (question, found) =>
      ask({
        type: 'search',
        message: visible(question),
        source: (typed: string | undefined) =>
          found(typed ?? '').map(({ value, name }) => ({ value, name: visible(name) })),
        theme: { style: { keysHelpTip: () => words.searchKeys } },
      }),
  };
}
