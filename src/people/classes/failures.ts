import { Exit, failure } from '../../failures.ts';
import { listedBriefly } from '../../language.ts';

export const unknownClass = failure<{ class: string; classes: readonly string[] }>('unknown-class', Exit.refused, {
  en: ({ class: name, classes }) =>
    `There is no class ${name}. ${classes.length > 0 ? `There are ${listedBriefly('en', classes)}.` : 'There are none yet.'}`,
  de: ({ class: name, classes }) =>
    `Eine Klasse ${name} gibt es nicht. ${classes.length > 0 ? `Es gibt ${listedBriefly('de', classes)}.` : 'Es gibt noch keine.'}`,
});
