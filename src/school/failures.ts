import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';

export const unknownSetting = failure<{ key: string; known: string[] }>('unknown-setting', Exit.usage, {
  en: ({ key, known }) => `There is no setting "${key}". There are ${listed('en', known)}.`,
  de: ({ key, known }) => `Eine Einstellung „${key}“ gibt es nicht. Es gibt ${listed('de', known)}.`,
});

export const wrongValue = failure<{ key: string; value: string; form: { en: string; de: string } }>(
  'wrong-value',
  Exit.usage,
  {
    en: ({ key, value, form }) => `${key} can't be "${value}". Possible: ${form.en}.`,
    de: ({ key, value, form }) => `${key} kann nicht „${value}“ sein. Möglich: ${form.de}.`,
  },
);
