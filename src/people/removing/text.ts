import { bilingual } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'take back somebody who was just added by hand',
    accounts: 'the accounts; nothing may hang on them yet',
    sure: (people: readonly string[]) => `Take back ${people.join(', ')}, name and all?`,
    done: (account: string) => `${account} is taken back; nothing is left of it.`,
    consentsOfOthers: 'decisions on the consent of others',
    guardians: 'links to guardians',
  },
  de: {
    summary: 'jemanden zurücknehmen, der eben von Hand aufgenommen wurde',
    accounts: 'die Konten; noch darf nichts daran hängen',
    sure: (people) => `${people.join(', ')} zurücknehmen, samt Namen?`,
    done: (account) => `${account} ist zurückgenommen; nichts ist davon geblieben.`,
    consentsOfOthers: 'Entscheidungen über die Einwilligung anderer',
    guardians: 'Verknüpfungen mit Erziehungsberechtigten',
  },
});
