import { Exit, failure } from '../../failures.ts';

export const planChanged = failure<{ approved: string; plan: string }>('plan-changed', Exit.refused, {
  en: ({ approved, plan }) =>
    `The plan ${approved} is not what would happen now: that is ${plan}. Nothing was changed. Look at it again with --dry-run.`,
  de: ({ approved, plan }) =>
    `Der Plan ${approved} ist nicht das, was jetzt geschähe: das ist ${plan}. Nichts wurde geändert. Mit --dry-run neu ansehen.`,
});

export const noSuchPair = failure<{ option: string; pair: string; part: 'old' | 'new' | 'form' }>(
  'no-such-pair',
  Exit.usage,
  {
    en: ({ option, pair, part }) => `${option} ${pair}: ${pairWords.en[part]}`,
    de: ({ option, pair, part }) => `${option} ${pair}: ${pairWords.de[part]}`,
  },
);

const pairWords = {
  en: {
    old: 'nobody in the registry has the first of the two as import ID or account.',
    new: 'no line of the file has the second of the two as import ID.',
    form: 'write OLD=NEW, the import ID in the registry and the one in the file.',
  },
  de: {
    old: 'niemand im Register hat das Erste der beiden als Import-ID oder Konto.',
    new: 'keine Zeile der Datei hat das Zweite der beiden als Import-ID.',
    form: 'ALT=NEU schreiben, die Import-ID im Register und die in der Datei.',
  },
};

export const twoAccounts = failure<{ pair: string; account: string; other: string }>('two-accounts', Exit.refused, {
  en: ({ pair, account, other }) =>
    `--same ${pair}: both have an account, ${account} and ${other}. If it is one person, one account has to go; the one that nobody uses: schulkonto leaver schedule ${other}`,
  de: ({ pair, account, other }) =>
    `--same ${pair}: beide haben ein Konto, ${account} und ${other}. Ist es eine Person, muss ein Konto gehen; das unbenutzte: schulkonto leaver schedule ${other}`,
});

export const neverWent = failure<{ option: string; named: string }>('never-went', Exit.usage, {
  en: ({ option, named }) =>
    `${option} ${named}: no line of the file has this import ID and is about somebody who was deleted because consent was withdrawn, or on request.`,
  de: ({ option, named }) =>
    `${option} ${named}: Keine Zeile der Datei hat diese Import-ID und meint jemanden, der nach einem Widerruf oder auf eigenen Wunsch gelöscht wurde.`,
});

export const saidBoth = failure<{ named: string }>('said-both', Exit.usage, {
  en: ({ named }) => `${named} can't be left out and taken in: give --leave-out or --take-in.`,
  de: ({ named }) => `${named} lässt sich nicht auslassen und aufnehmen: --leave-out oder --take-in angeben.`,
});
