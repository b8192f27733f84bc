import { Exit, failure } from '../failures.ts';

export const noRegistries = failure<{ folder: string }>('no-registries', Exit.refused, {
  en: ({ folder }) => `No registry (*.sqlite) lies below ${folder}, or it can't be read by you.`,
  de: ({ folder }) => `Unter ${folder} liegt kein Register (*.sqlite), oder Sie dürfen es nicht lesen.`,
});

export const notForEach = failure<{ word: string }>('not-for-each', Exit.usage, {
  en: ({ word }) => `${word} can't stand behind each: it names, makes or leaves a registry itself.`,
  de: ({ word }) => `${word} kann nicht hinter each stehen: Es nennt, macht oder verlässt selbst ein Register.`,
});
