import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'modules',
    tables: ['modules', 'module_notices'],
    name: { en: 'modules of IServ, and when users were told', de: 'Module von IServ, und wann die Nutzer es erfuhren' },
    purpose: { en: 'telling users what is enabled', de: 'den Nutzern mitteilen, was freigeschaltet ist' },
    ...aboutNobody,
    source: {
      en: 'decisions of the school; who decided is named by office',
      de: 'Entscheidungen der Schule; wer entschied, steht mit dem Amt da',
    },
    count: countOf('modules'),
  },
];
