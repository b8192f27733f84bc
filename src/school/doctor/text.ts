import { bilingual } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'look for what is wrong with the registry and around it, and say how to mend it',
    opening: 'opening the registry',
    remark: (message: string, mend: string) => `${message} ${mend}`,
    sound: (checks: string) => `In order: ${checks}.`,
    unseen: (checks: string) => `Not looked at, because the registry can't be opened: ${checks}.`,
  },
  de: {
    summary: 'nachsehen, was am Register und drumherum nicht stimmt, und sagen, wie man es behebt',
    opening: 'Öffnen des Registers',
    remark: (message, mend) => `${message} ${mend}`,
    sound: (checks) => `In Ordnung: ${checks}.`,
    unseen: (checks) => `Nicht angesehen, weil sich das Register nicht öffnen lässt: ${checks}.`,
  },
});
