import { bilingual, count, number } from '../language.ts';
import type { Flaw } from './chain.ts';

/** What is wrong with an entry that doesn't hold. */
export const flawText = bilingual<Record<Flaw, (entry: number) => string>>({
  en: {
    missing: (entry) => `entry ${entry} is missing.`,
    'out-of-place': (entry) => `entry ${entry} stands where none belongs.`,
    changed: (entry) => `entry ${entry} was changed.`,
    'facts-changed': (entry) => `the facts of entry ${entry} were changed.`,
    'facts-missing': (entry) => `the facts of entry ${entry} are missing, though nobody was deleted.`,
    'facts-astray': (entry) => `there are facts of an entry ${entry} that does not exist.`,
    'tail-missing': (entry) => `entry ${entry} and all after it are missing.`,
    'behind-the-end': (entry) => `entry ${entry} was added behind the end.`,
    'end-changed': (entry) => `what is noted of its end does not fit entry ${entry}.`,
    'beginning-changed': (entry) => `it begins with entry ${entry}, but was never pruned up to there.`,
  },
  de: {
    missing: (entry) => `Eintrag ${entry} fehlt.`,
    'out-of-place': (entry) => `Eintrag ${entry} steht, wo keiner hingehört.`,
    changed: (entry) => `Eintrag ${entry} wurde verändert.`,
    'facts-changed': (entry) => `Die Angaben zu Eintrag ${entry} wurden verändert.`,
    'facts-missing': (entry) => `Die Angaben zu Eintrag ${entry} fehlen, obwohl niemand gelöscht wurde.`,
    'facts-astray': (entry) => `Es gibt Angaben zu einem Eintrag ${entry}, den es nicht gibt.`,
    'tail-missing': (entry) => `Eintrag ${entry} und alle danach fehlen.`,
    'behind-the-end': (entry) => `Eintrag ${entry} wurde hinter dem Ende angefügt.`,
    'end-changed': (entry) => `Was über das Ende vermerkt ist, passt nicht zu Eintrag ${entry}.`,
    'beginning-changed': (entry) => `Es beginnt mit Eintrag ${entry}, ist aber nie bis dorthin gekürzt worden.`,
  },
});

export const text = bilingual({
  en: {
    log: {
      summary: 'read the log; the reading is recorded, too',
      reason: 'why you read it (terms, "Protokolle": in serious cases); name nobody in it',
      askReason: 'Why do you read the log?',
      account: "only entries about this account; a number that is nobody's account is that of a person",
      personOption: 'only entries about the person of this number, also after their deletion',
      numberToo: (word: string) =>
        `${word} is an account, and the number of somebody else: their entries come with --person ${word}.`,
      act: 'only these acts',
      operator: 'only what this administrator did',
      since: 'from this day on',
      until: 'up to this day',
      person: (id: number) => `person #${id}`,
      erased: 'facts erased with the person',
      columns: ['No.', 'When', 'By', 'Act', 'Whom', 'Facts'],
      none: 'No entries.',
      count: (entries: number) => `${count('en', entries, 'entry', 'entries')}.`,
    },
    verify: {
      summary: 'check that nobody has changed the log',
      holds: (entries: number, erased: number) =>
        `The log holds: ${count('en', entries, 'entry', 'entries')}${erased === 0 ? '' : `; of ${number('en', erased)} the facts were erased with the person`}.`,
    },
    prune: {
      summary: 'remove entries older than audit.keep-days; never asks',
      dryRun: 'only say how many',
      none: (day: string) => `No entry is older than ${day}.`,
      would: (entries: number, day: string) =>
        `${count('en', entries, 'entry is', 'entries are')} older than ${day} and would go.`,
      done: (entries: number, day: string) =>
        `Removed ${count('en', entries, 'entry', 'entries')} older than ${day}. The rest can still be verified.`,
    },
  },
  de: {
    log: {
      summary: 'das Protokoll lesen; auch das wird festgehalten',
      reason: 'warum Sie es lesen (Nutzungsordnung, „Protokolle“: in schwerwiegenden Fällen); niemanden darin nennen',
      askReason: 'Warum lesen Sie das Protokoll?',
      account: 'nur Einträge zu diesem Konto; eine Zahl, die kein Konto ist, ist die Nummer einer Person',
      personOption: 'nur Einträge zur Person mit dieser Nummer, auch nach ihrer Löschung',
      numberToo: (word) =>
        `${word} ist ein Konto und die Nummer von jemand anderem: dessen Einträge kommen mit --person ${word}.`,
      act: 'nur diese Vorgänge',
      operator: 'nur, was dieser Administrator getan hat',
      since: 'ab diesem Tag',
      until: 'bis zu diesem Tag',
      person: (id) => `Person #${id}`,
      erased: 'Angaben mit der Person gelöscht',
      columns: ['Nr.', 'Wann', 'Wer', 'Vorgang', 'Wen', 'Angaben'],
      none: 'Keine Einträge.',
      count: (entries) => `${count('de', entries, 'Eintrag', 'Einträge')}.`,
    },
    verify: {
      summary: 'prüfen, dass niemand das Protokoll verändert hat',
      holds: (entries, erased) =>
        `Das Protokoll stimmt: ${count('de', entries, 'Eintrag', 'Einträge')}${erased === 0 ? '' : `; bei ${number('de', erased)} sind die Angaben mit der Person gelöscht`}.`,
    },
    prune: {
      summary: 'Einträge entfernen, die älter als audit.keep-days sind; fragt nie',
      dryRun: 'nur sagen, wie viele',
      none: (day) => `Kein Eintrag ist älter als vom ${day}.`,
      would: (entries, day) =>
        `${count('de', entries, 'Eintrag ist', 'Einträge sind')} älter als vom ${day} und würde${entries === 1 ? '' : 'n'} gehen.`,
      done: (entries, day) =>
        `${count('de', entries, 'Eintrag', 'Einträge')} entfernt, älter als vom ${day}. Der Rest bleibt prüfbar.`,
    },
  },
});
