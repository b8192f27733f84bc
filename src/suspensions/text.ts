import { bilingual, count } from '../language.ts';
import type { State } from './period.ts';

export const text = bilingual({
  en: {
    inIserv: 'In IServ it is done by hand (Verwaltung, Benutzer): schulkonto iserv todo says what and when.',
    clause: 'the rule of the terms that was broken (see: suspension clauses)',
    impose: {
      summary: 'suspend accounts because of a violation; all of them or none',
      accounts: 'the accounts',
      reason: 'why; name nobody but the person whom it is about',
      askReason: 'Why?',
      from: 'the first day; without it, today',
      until: 'the last day; without it, until further notice',
      incident: 'the incident that it follows from; its rule holds unless you name another',
      done: (account: string, period: string) => `${account} is suspended ${period}.`,
    },
    lift: {
      summary: 'end a suspension before its time, or cancel one that is to come',
      account: 'the account',
      reason: 'why',
      askReason: 'Why?',
      done: (account: string, period: string) => `The suspension of ${account} ${period} is lifted.`,
    },
    list: {
      summary: 'list suspensions in force and to come',
      accounts: 'only these accounts',
      all: 'those too that have ended or were lifted',
      columns: ['Account', 'From', 'Until', 'State', 'Rule', 'Incident', 'Reason'],
      open: 'further notice',
      state: { 'in-force': 'in force', 'to-come': 'to come', ended: 'ended', lifted: 'lifted' } as Record<
        State,
        string
      >,
      none: 'No suspensions.',
      count: (suspensions: number) => `${count('en', suspensions, 'suspension', 'suspensions')}.`,
    },
    clauses: {
      summary: 'list the rules of the terms that can be broken, with their codes',
      columns: ['Section', 'Code', 'Rule'],
    },
  },
  de: {
    inIserv: 'In IServ geschieht das von Hand (Verwaltung, Benutzer): schulkonto iserv todo sagt, was und wann.',
    clause: 'die verletzte Regel der Nutzungsordnung (siehe: suspension clauses)',
    impose: {
      summary: 'Konten wegen eines Verstoßes sperren; alle oder keines',
      accounts: 'die Konten',
      reason: 'warum; niemanden nennen außer der Person, um die es geht',
      askReason: 'Warum?',
      from: 'der erste Tag; ohne Angabe heute',
      until: 'der letzte Tag; ohne Angabe bis auf Weiteres',
      incident: 'der Vorfall, aus dem sie folgt; dessen Regel gilt, wenn keine andere genannt ist',
      done: (account, period) => `${account} ist ${period} gesperrt.`,
    },
    lift: {
      summary: 'eine Sperrung vorzeitig aufheben oder eine künftige absagen',
      account: 'das Konto',
      reason: 'warum',
      askReason: 'Warum?',
      done: (account, period) => `Die Sperrung von ${account} ${period} ist aufgehoben.`,
    },
    list: {
      summary: 'geltende und künftige Sperrungen auflisten',
      accounts: 'nur diese Konten',
      all: 'auch beendete und aufgehobene',
      columns: ['Konto', 'Ab', 'Bis', 'Stand', 'Regel', 'Vorfall', 'Grund'],
      open: 'auf Weiteres',
      state: { 'in-force': 'gilt', 'to-come': 'künftig', ended: 'beendet', lifted: 'aufgehoben' },
      none: 'Keine Sperrungen.',
      count: (suspensions) => `${count('de', suspensions, 'Sperrung', 'Sperrungen')}.`,
    },
    clauses: {
      summary: 'die Regeln der Nutzungsordnung auflisten, die man verletzen kann, mit ihrem Kürzel',
      columns: ['Abschnitt', 'Kürzel', 'Regel'],
    },
  },
});
