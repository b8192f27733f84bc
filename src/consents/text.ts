import { bilingual, count, listedBriefly } from '../language.ts';
import type { WordPairs } from '../terminal/choices.ts';
import { type By, named } from '../users/guardians/who.ts';
import type { Basis, Channel, ConsentState, Deciders, Finding } from './rules.ts';

const whoDecides = bilingual({
  en: { guardian: 'a guardian', both: 'the student and a guardian', self: 'the person' } as Record<Deciders, string>,
  de: { guardian: 'Erziehungsberechtigte', both: 'Schüler(in) und Erziehungsberechtigte', self: 'die Person selbst' },
});

const reasons = bilingual({
  en: {
    complete: () => 'complete',
    'only-student': () => 'only the student; a guardian has not decided',
    'only-guardian': () => 'only a guardian; the student has not decided',
    'only-one-guardian': () => 'only one guardian; all who have custody must decide',
    'older-version': () => 'to an older version only',
    refused: () => 'refused',
    withdrawn: () => 'withdrawn',
    'decides-alone-now': () => 'old enough to decide alone now, and not asked yet',
    'nobody-decided': (who: string) => `nobody decided (it is up to ${who})`,
  } satisfies Record<Finding, (who: string) => string>,
  de: {
    complete: () => 'vollständig',
    'only-student': () => 'nur Schüler(in); Erziehungsberechtigte fehlen',
    'only-guardian': () => 'nur Erziehungsberechtigte; Schüler(in) fehlt',
    'only-one-guardian': () => 'nur eine sorgeberechtigte Person; alle müssen entscheiden',
    'older-version': () => 'nur in eine ältere Version',
    refused: () => 'abgelehnt',
    withdrawn: () => 'widerrufen',
    'decides-alone-now': () => 'entscheidet inzwischen allein und ist noch nicht gefragt',
    'nobody-decided': (who) => `niemand hat entschieden (gefragt: ${who})`,
  },
});

/** What the purpose `terms` is called on paper and in lists. */
export const termsTitle = bilingual({ en: 'Terms of use', de: 'Nutzungsordnung' });

type Words = Record<Channel, string>;

/** What is typed for a channel, a basis. */
export const channelWords: WordPairs<Channel> = {
  paper: ['papier'],
  online: ['online'],
  mail: ['mail', 'e-mail'],
  'in-person': ['persönlich'],
};

export const stateWords: WordPairs<ConsentState> = {
  complete: ['vollständig'],
  partial: ['teilweise', 'teilweise da'],
  missing: ['offen'],
  refused: ['abgelehnt'],
  withdrawn: ['widerrufen'],
  outdated: ['überholt'],
};

export const basisWords: WordPairs<Basis> = {
  consent: ['einwilligung'],
  acknowledgement: ['kenntnisnahme'],
  none: ['keine'],
};

/** Whether one guardian is enough for a purpose, or all must decide who have custody. */
export const guardianWords: WordPairs<'one' | 'all'> = { one: ['eine'], all: ['alle'] };

export const basisNames = bilingual<Record<Basis, string>>({
  en: { consent: 'consent', acknowledgement: 'acknowledgement', none: 'nothing to sign' },
  de: { consent: 'Einwilligung', acknowledgement: 'Kenntnisnahme', none: 'nichts zu unterschreiben' },
});

export const text = bilingual({
  en: {
    states: {
      complete: 'complete',
      partial: 'in part',
      missing: 'missing',
      refused: 'refused',
      withdrawn: 'withdrawn',
      outdated: 'outdated',
    },
    decide: {
      summary: {
        give: 'record that people gave consent; of all of them or of none',
        refuse: 'record that people refused consent; of all of them or of none',
        withdraw: 'record that consent was withdrawn; withdrawn terms schedule the deletion of the account',
      },
      accounts: 'the accounts; or choose people by class, role or group',
      by: 'who decided: self, guardian:ACCOUNT or "guardian-name:NAME"',
      askBy: 'Who decided (self, guardian:ACCOUNT, guardian-name:NAME)?',
      purpose: 'what it is about (see: consent purposes list)',
      askEvidence: 'Where does the proof lie (folder, mail; empty: nowhere yet)?',
      sureOfName: (name: string, known: readonly string[]) =>
        `The registry knows ${listedBriefly('en', known)} here, and not ${name}. Is ${name} a guardian all the same?`,
      sureOfMany: (people: number) =>
        `Record this decision of ${count('en', people, 'person', 'people')}? A decision can be struck later, not removed.`,
      version: 'the version of the terms; without it, the one that held on the day',
      on: 'the day of the decision; without it, today',
      channel: 'how it was said',
      evidence: 'where the proof lies',
      corrects: 'the number of a fact that was wrong, and whose place this one takes',
      done: {
        given: (purpose: string) => `consent given (${purpose}).`,
        refused: (purpose: string) => `consent refused (${purpose}).`,
        withdrawn: (purpose: string) => `consent withdrawn (${purpose}).`,
      },
      acknowledged: (purpose: string) => `signature recorded (${purpose}).`,
      idle: (purpose: string) =>
        `recorded as said (${purpose}), without effect: this person does not decide about it. A student who decides alone is to be told.`,
      repeated: (fact: number) => `recorded already (fact ${fact}).`,
      state: (state: string) => `All in all it is ${state}.`,
      deleted: (account: string, on: string) =>
        `${account} can save files until then: on ${on} the account is locked and deleted. A new consent before that day takes it back.`,
      stays: (account: string) => `${account} will not be deleted any more.`,
      leavesAsBefore: (account: string, on: string) =>
        `${account} leaves as before the withdrawal: the account is deleted on ${on}.`,
    },
    strike: {
      summary: 'take out a fact that was recorded by mistake; it stays on record, and counts no more',
      account: 'the account',
      fact: 'the number of the fact (see: consent list)',
      reason: 'why',
      askReason: 'Why?',
      done: (fact: number) => `fact ${fact} counts no more.`,
    },
    list: {
      summary: 'list all that was decided, person by person',
      accounts: 'only these accounts',
      purpose: 'only this purpose',
      columns: ['Account', 'No.', 'Purpose', 'Decision', 'By', 'On', 'Channel', 'Evidence'],
      decision: { given: 'given', refused: 'refused', withdrawn: 'withdrawn' },
      corrected: (decision: string) => `${decision} (corrected)`,
      by: (by: By) => (by === 'self' ? 'self' : named(by)),
      channels: { paper: 'paper', online: 'online', mail: 'mail', 'in-person': 'in person' } satisfies Words,
      none: 'Nobody has decided anything yet.',
    },
    missing: {
      summary: 'list the consents that are not there, and why',
      accounts: 'only these accounts',
      purpose: 'only this purpose; can be given several times',
      columns: ['Account', 'Name', 'Class', 'Purpose', 'Why'],
      reason: (reason: Finding, deciders: Deciders, basis: Basis) =>
        reason === 'nobody-decided' && basis === 'acknowledgement'
          ? `not signed yet (it is up to ${whoDecides.en[deciders]})`
          : reasons.en[reason](whoDecides.en[deciders]),
      none: 'No consent is missing.',
      count: (consents: number) => `${count('en', consents, 'consent is', 'consents are')} missing.`,
    },
    purposes: {
      noun: 'what the school asks consent for',
      list: {
        summary: 'list the purposes',
        columns: ['Purpose', 'Title', 'Asked', 'Who decides', 'Retired on', 'About'],
        all: 'all guardians',
      },
      add: {
        summary: 'add a purpose that the school asks consent for',
        purpose: 'a short name: a to z, 0 to 9, hyphens',
        title: 'how it is called on what is printed',
        askTitle: 'How is it called on what is printed?',
        about: 'what people agree to, in a sentence or two',
        role: 'who is asked; without it, students',
        basis: 'what it rests on (consent, acknowledgement, none); of one role: teacher=acknowledgement; several times',
        guardianUntil: 'an age of its own from which a student decides too (with --self-from)',
        selfFrom: 'an age of its own from which a student decides alone (with --guardian-until)',
        guardians: 'whether one guardian is enough, or all must decide who have custody',
        ifYes: 'what follows from a yes, kept with the purpose',
        ifNo: 'what follows from a no, kept with the purpose',
        done: (purpose: string) =>
          `People are asked for ${purpose} now. Next: schulkonto consent missing --purpose ${purpose}`,
      },
      retire: {
        summary: 'ask nobody for a purpose any more; what was decided stays on record',
        purpose: 'the purpose',
        done: (purpose: string) => `Nobody is asked for ${purpose} any more.`,
      },
    },
  },
  de: {
    states: {
      complete: 'vollständig',
      partial: 'teilweise da',
      missing: 'offen',
      refused: 'abgelehnt',
      withdrawn: 'widerrufen',
      outdated: 'überholt',
    },
    decide: {
      summary: {
        give: 'Einwilligungen eintragen; von allen oder von niemandem',
        refuse: 'Ablehnungen eintragen; von allen oder von niemandem',
        withdraw: 'Widerrufe eintragen; bei der Nutzungsordnung wird die Löschung des Kontos geplant',
      },
      accounts: 'die Konten; oder Personen nach Klasse, Rolle oder Gruppe wählen',
      by: 'wer entschieden hat: selbst, eltern:KONTO oder "eltern-name:NAME"',
      askBy: 'Wer hat entschieden (selbst, eltern:KONTO, eltern-name:NAME)?',
      purpose: 'worum es geht (siehe: consent purposes list)',
      askEvidence: 'Wo liegt der Nachweis (Ordner, Mail; leer: noch nirgends)?',
      sureOfName: (name, known) =>
        `Im Register steht hier ${listedBriefly('de', known)}, nicht ${name}. Ist ${name} trotzdem erziehungsberechtigt?`,
      sureOfMany: (people) =>
        `Diese Entscheidung für ${count('de', people, 'Person', 'Personen')} eintragen? Streichen lässt sie sich später, entfernen nicht.`,
      version: 'die Version der Nutzungsordnung; sonst die, die an dem Tag galt',
      on: 'der Tag der Entscheidung; sonst heute',
      channel: 'wie es gesagt wurde',
      evidence: 'wo der Nachweis liegt',
      corrects: 'die Nummer einer falschen Tatsache, an deren Stelle diese tritt',
      done: {
        given: (purpose) => `Einwilligung erteilt (${purpose}).`,
        refused: (purpose) => `Einwilligung abgelehnt (${purpose}).`,
        withdrawn: (purpose) => `Einwilligung widerrufen (${purpose}).`,
      },
      acknowledged: (purpose) => `Kenntnisnahme eingetragen (${purpose}).`,
      idle: (purpose) =>
        `als gesagt vermerkt (${purpose}), ohne Wirkung: diese Person entscheidet nicht darüber. Wer allein entscheidet, soll es erfahren.`,
      repeated: (fact) => `schon eingetragen (Tatsache ${fact}).`,
      state: (state) => `Insgesamt ist sie ${state}.`,
      deleted: (account, on) =>
        `${account} kann bis dahin Dateien sichern: am ${on} wird das Konto gesperrt und gelöscht. Eine neue Einwilligung vor diesem Tag nimmt das zurück.`,
      stays: (account) => `${account} wird nicht mehr gelöscht.`,
      leavesAsBefore: (account, on) => `${account} geht wie vor dem Widerruf ab: am ${on} wird das Konto gelöscht.`,
    },
    strike: {
      summary: 'eine irrtümlich eingetragene Tatsache streichen; sie bleibt nachlesbar und zählt nicht mehr',
      account: 'das Konto',
      fact: 'die Nummer der Tatsache (siehe: consent list)',
      reason: 'warum',
      askReason: 'Warum?',
      done: (fact) => `Die Tatsache ${fact} zählt nicht mehr.`,
    },
    list: {
      summary: 'alles auflisten, was entschieden wurde, Person für Person',
      accounts: 'nur diese Konten',
      purpose: 'nur dieser Zweck',
      columns: ['Konto', 'Nr.', 'Zweck', 'Entscheidung', 'Von', 'Am', 'Kanal', 'Nachweis'],
      decision: { given: 'erteilt', refused: 'abgelehnt', withdrawn: 'widerrufen' },
      corrected: (decision) => `${decision} (berichtigt)`,
      by: (by) => (by === 'self' ? 'selbst' : named(by)),
      channels: { paper: 'Papier', online: 'online', mail: 'Mail', 'in-person': 'persönlich' },
      none: 'Noch wurde nichts entschieden.',
    },
    missing: {
      summary: 'auflisten, welche Einwilligungen fehlen und warum',
      accounts: 'nur diese Konten',
      purpose: 'nur dieser Zweck; mehrfach möglich',
      columns: ['Konto', 'Name', 'Klasse', 'Zweck', 'Warum'],
      reason: (reason, deciders, basis) =>
        reason === 'nobody-decided' && basis === 'acknowledgement'
          ? `noch nicht unterschrieben (gefragt: ${whoDecides.de[deciders]})`
          : reasons.de[reason](whoDecides.de[deciders]),
      none: 'Keine Einwilligung fehlt.',
      count: (consents) => `${count('de', consents, 'Einwilligung fehlt', 'Einwilligungen fehlen')}.`,
    },
    purposes: {
      noun: 'wofür die Schule um Einwilligung bittet',
      list: {
        summary: 'die Zwecke auflisten',
        columns: ['Zweck', 'Titel', 'Gefragt', 'Wer entscheidet', 'Beendet am', 'Worum es geht'],
        all: 'alle Sorgeberechtigten',
      },
      add: {
        summary: 'einen Zweck hinzufügen, für den die Schule um Einwilligung bittet',
        purpose: 'ein kurzer Name: a bis z, 0 bis 9, Bindestriche',
        title: 'wie er auf Gedrucktem heißt',
        askTitle: 'Wie heißt er auf Gedrucktem?',
        about: 'worin eingewilligt wird, in ein, zwei Sätzen',
        role: 'wer gefragt wird; ohne Angabe Schülerinnen und Schüler',
        basis:
          'worauf er beruht (einwilligung, kenntnisnahme, keine); bei einer Rolle: lehrer=kenntnisnahme; mehrfach möglich',
        guardianUntil: 'ein eigenes Alter, ab dem ein Kind mitentscheidet (mit --self-from)',
        selfFrom: 'ein eigenes Alter, ab dem es allein entscheidet (mit --guardian-until)',
        guardians: 'ob eine sorgeberechtigte Person genügt oder alle entscheiden müssen',
        ifYes: 'was aus einem Ja folgt; steht beim Zweck',
        ifNo: 'was aus einem Nein folgt; steht beim Zweck',
        done: (purpose) =>
          `Nach ${purpose} wird jetzt gefragt. Weiter mit: schulkonto consent missing --purpose ${purpose}`,
      },
      retire: {
        summary: 'nach einem Zweck niemanden mehr fragen; was entschieden ist, bleibt nachlesbar',
        purpose: 'der Zweck',
        done: (purpose) => `Nach ${purpose} wird niemand mehr gefragt.`,
      },
    },
  },
});
