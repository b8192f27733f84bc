import { Exit, failure } from '../failures.ts';

type Form = Record<'en' | 'de', string>;

export const settingUnreadable = failure<{ key: string; value: string; form: Form }>(
  'setting-unreadable',
  Exit.faulty,
  {
    en: ({ key, value, form }) =>
      `The registry says "${value}" for ${key}, and that is none of its values: ${form.en}.\nSet it anew: schulkonto settings set ${key} VALUE`,
    de: ({ key, value, form }) =>
      `Im Register steht „${value}“ für ${key}, und das ist kein möglicher Wert: ${form.de}.\nNeu setzen: schulkonto settings set ${key} WERT`,
  },
);
