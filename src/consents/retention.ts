import { aboutNobody, countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'consents',
    tables: ['consents', 'consent_notices', 'court_decisions'],
    name: { en: 'consents', de: 'Einwilligungen' },
    purpose: {
      en: 'showing what was agreed to (Art. 7(1) GDPR)',
      de: 'Einwilligungen nachweisen (Art. 7 Abs. 1 DSGVO)',
    },
    ...withThePerson,
    count: countOf('consents'),
  },
  {
    kind: 'purposes',
    tables: ['purposes', 'purpose_roles'],
    name: { en: 'purposes', de: 'Zwecke' },
    purpose: { en: 'knowing what consent is asked for', de: 'wissen, wofür um Einwilligung gebeten wird' },
    ...aboutNobody,
    count: countOf('purposes'),
  },
];
