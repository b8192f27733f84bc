import { bilingual, count } from '../language.ts';
import type { WordPairs } from '../terminal/choices.ts';
import type { Kind, State } from './rules.ts';

export const kindNames = bilingual<Record<Kind, string>>({
  en: { traffic: 'large transfers', software: 'software', other: 'something else' },
  de: { traffic: 'große Up- oder Downloads', software: 'Software', other: 'Sonstiges' },
});

/** What is typed for a kind. */
export const kindWords: WordPairs<Kind> = {
  traffic: ['übertragung', 'datenverkehr'],
  software: ['software'],
  other: ['sonstiges'],
};

export const text = bilingual({
  en: {
    accounts: 'the accounts',
    kind: 'what is allowed',
    askKind: 'What is allowed?',
    administrator: 'instead of accounts: an administrator (see: administrator list) who does it by the office',
    askReason: 'What for?',
    give: {
      summary: 'allow what the terms forbid, cleared beforehand; or record what an administrator installs',
      reason: 'what for: which transfer, which software, where',
      from: 'the first day; without it, today',
      until: 'the last day; without it, until it is ended',
      clearedWith: 'with which administrator it was cleared; without it, with you',
      done: (holder: string, kind: string, from: string, until: string | null) =>
        `${holder} may from ${from} ${until ? `until ${until}` : 'until it is ended'}: ${kind}.`,
    },
    end: {
      summary: 'end what people are allowed, before its time',
      kind: 'only this kind',
      reason: 'why',
      askReason: 'Why?',
      done: (permit: number, holder: string) => `Permit ${permit} of ${holder} is ended.`,
    },
    list: {
      summary: 'list exceptions in force and to come',
      accounts: 'only these accounts',
      all: 'those too that are over',
      columns: ['No.', 'Who', 'What', 'From', 'Until', 'State', 'Cleared with', 'What for'],
      byOffice: (osName: string) => `${osName} (administrator)`,
      open: 'it is ended',
      state: { 'in-force': 'in force', 'to-come': 'to come', over: 'over', ended: 'ended' } as Record<State, string>,
      none: 'No permits.',
      count: (permits: number) => `${count('en', permits, 'permit', 'permits')}.`,
    },
    wasAllowed: (account: string, permit: number, kind: string, from: string, until: string | null, reason: string) =>
      `${account} was allowed this: permit ${permit} (${kind}) from ${from} ${until ? `until ${until}` : 'on'}: ${reason}`,
    sureAllThe: 'Suspend all the same?',
  },
  de: {
    accounts: 'die Konten',
    kind: 'was erlaubt wird',
    askKind: 'Was wird erlaubt?',
    administrator: 'statt Konten: ein Administrator (siehe: administrator list), der es von Amts wegen tut',
    askReason: 'Wofür?',
    give: {
      summary:
        'vorab abgesprochen erlauben, was die Nutzungsordnung verbietet; oder festhalten, was ein Administrator installiert',
      reason: 'wofür: welche Übertragung, welche Software, wo',
      from: 'der erste Tag; ohne Angabe heute',
      until: 'der letzte Tag; ohne Angabe, bis sie beendet wird',
      clearedWith: 'mit welchem Administrator es abgesprochen ist; ohne Angabe mit Ihnen',
      done: (holder, kind, from, until) =>
        `${holder} darf ab ${from} ${until ? `bis ${until}` : 'bis zum Beenden'}: ${kind}.`,
    },
    end: {
      summary: 'vorzeitig beenden, was erlaubt ist',
      kind: 'nur diese Art',
      reason: 'warum',
      askReason: 'Warum?',
      done: (permit, holder) => `Die Ausnahme ${permit} von ${holder} ist beendet.`,
    },
    list: {
      summary: 'geltende und künftige Ausnahmen auflisten',
      accounts: 'nur diese Konten',
      all: 'auch abgelaufene',
      columns: ['Nr.', 'Wer', 'Was', 'Ab', 'Bis', 'Stand', 'Abgesprochen mit', 'Wofür'],
      byOffice: (osName) => `${osName} (Administrator)`,
      open: 'zum Beenden',
      state: { 'in-force': 'gilt', 'to-come': 'künftig', over: 'abgelaufen', ended: 'beendet' },
      none: 'Keine Ausnahmen.',
      count: (permits) => count('de', permits, 'Ausnahme.', 'Ausnahmen.'),
    },
    wasAllowed: (account, permit, kind, from, until, reason) =>
      `${account} durfte das: Ausnahme ${permit} (${kind}) ab ${from}${until ? ` bis ${until}` : ''}: ${reason}`,
    sureAllThe: 'Trotzdem sperren?',
  },
});
