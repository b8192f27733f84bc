import { Exit, failure } from '../../failures.ts';

export const unknownTraces = failure<{ numbers: number[] }>('unknown-traces', Exit.refused, {
  en: ({ numbers }) =>
    `No text that names somebody deleted has the number ${numbers.join(', ')}.\nLook with "schulkonto leaver mask".`,
  de: ({ numbers }) =>
    `Einen Text, der jemand Gelöschten nennt, mit der Nummer ${numbers.join(', ')} gibt es nicht.\nNachsehen mit „schulkonto leaver mask“.`,
});
