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
      heardOn: 'the day on which the person was heard, or who has custody of the child',
      decidedBy: 'who decided',
      askClause: 'Which rule was broken?',
      next: (accounts: string) =>
        `Somebody must be told (of a child, a guardian with custody). Then: schulkonto suspension inform ${accounts}`,
      done: (account: string, period: string) => `${account} is suspended ${period}.`,
    },
    lift: {
      summary: 'end suspensions before their time, or cancel those to come; of all or of none',
      accounts: 'the accounts',
      reason: 'why',
      askReason: 'Why?',
      done: (account: string, period: string) => `The suspension of ${account} ${period} is lifted.`,
    },
    inform: {
      summary: 'record that somebody has been told of a suspension: of a child, a guardian with custody',
      accounts: 'the accounts',
      on: 'the day on which they were told; without it, today',
      how: 'how they were told',
      heardOn: 'the day on which the person was heard, where that came later than the suspension',
      askHow: 'How were they told?',
      done: (account: string, day: string, whom: string | null) =>
        whom === null
          ? `${account} was told of the suspension on ${day}.`
          : `${whom} was told of the suspension of ${account} on ${day}.`,
    },
    review: {
      summary: 'record that a suspension was looked at again, and why it goes on',
      accounts: 'the accounts',
      reason: 'why it goes on',
      askReason: 'Why must it go on?',
      done: (account: string, day: string | null) =>
        day === null
          ? `${account} stays suspended.`
          : `${account} stays suspended; it comes back into status on ${day}.`,
    },
    letter: {
      summary: 'print a letter about a suspension: to the guardians with custody of a child, else to the person',
      accounts: 'the accounts',
      out: 'a new file for it (HTML), in the language of the school',
      askOut: 'Into which new file (letter.html)?',
      done: (letters: number, file: string, accounts: string) =>
        `${count('en', letters, 'letter is', 'letters are')} in ${file}. Only you can read it.\nOnce somebody has it: schulkonto suspension inform ${accounts}`,
    },
    list: {
      summary: 'list suspensions in force and to come',
      accounts: 'only these accounts',
      all: 'those too that have ended or were lifted',
      columns: ['Account', 'From', 'Until', 'State', 'Told', 'Rule', 'Incident', 'Reason'],
      notTold: 'not yet',
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
      heardOn: 'der Tag, an dem die Person angehört wurde, oder wer für das Kind sorgeberechtigt ist',
      decidedBy: 'wer entschieden hat',
      askClause: 'Welche Regel ist verletzt?',
      next: (accounts) =>
        `Jemand muss es erfahren (bei einem Kind eine sorgeberechtigte Person). Danach: schulkonto suspension inform ${accounts}`,
      done: (account, period) => `${account} ist ${period} gesperrt.`,
    },
    lift: {
      summary: 'Sperrungen vorzeitig aufheben oder künftige absagen; alle oder keine',
      accounts: 'die Konten',
      reason: 'warum',
      askReason: 'Warum?',
      done: (account, period) => `Die Sperrung von ${account} ${period} ist aufgehoben.`,
    },
    inform: {
      summary: 'festhalten, dass jemand von einer Sperrung weiß: bei einem Kind eine sorgeberechtigte Person',
      accounts: 'die Konten',
      on: 'der Tag der Mitteilung; ohne Angabe heute',
      how: 'wie mitgeteilt wurde',
      heardOn: 'der Tag der Anhörung, wenn sie nach der Sperrung war',
      askHow: 'Wie wurde es mitgeteilt?',
      done: (account, day, whom) =>
        whom === null
          ? `${account} weiß seit ${day} von der Sperrung.`
          : `${whom} weiß seit ${day} von der Sperrung von ${account}.`,
    },
    review: {
      summary: 'festhalten, dass eine Sperrung überprüft wurde und warum sie andauert',
      accounts: 'die Konten',
      reason: 'warum sie andauert',
      askReason: 'Warum muss sie andauern?',
      done: (account, day) =>
        day === null
          ? `${account} bleibt gesperrt.`
          : `${account} bleibt gesperrt; am ${day} steht es wieder in status.`,
    },
    letter: {
      summary: 'ein Schreiben über eine Sperrung drucken: bei einem Kind an die Sorgeberechtigten, sonst an die Person',
      accounts: 'die Konten',
      out: 'eine neue Datei dafür (HTML), in der Sprache der Schule',
      askOut: 'In welche neue Datei (schreiben.html)?',
      done: (letters, file, accounts) =>
        `${count('de', letters, 'Schreiben steht', 'Schreiben stehen')} in ${file}. Nur Sie können die Datei lesen.\nSobald es jemand hat: schulkonto suspension inform ${accounts}`,
    },
    list: {
      summary: 'geltende und künftige Sperrungen auflisten',
      accounts: 'nur diese Konten',
      all: 'auch beendete und aufgehobene',
      columns: ['Konto', 'Ab', 'Bis', 'Stand', 'Mitgeteilt', 'Regel', 'Vorfall', 'Grund'],
      notTold: 'noch nicht',
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
