import { Exit, failure } from '../../failures.ts';
import { listed } from '../../language.ts';

export const noSuchClass = failure<{ classes: readonly string[] }>('no-such-class', Exit.refused, {
  en: ({ classes }) =>
    `Nobody is in class ${listed('en', classes)}. Nothing was changed.\nLook with: schulkonto user list`,
  de: ({ classes }) =>
    `Niemand ist in der Klasse ${listed('de', classes)}. Nichts wurde geändert.\nNachsehen mit: schulkonto user list`,
});
