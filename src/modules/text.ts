import { bilingual, count, listed } from '../language.ts';

export const text = bilingual({
  en: {
    names: 'the modules, as IServ or the school calls them',
    enable: {
      summary: 'record which modules of IServ the school has enabled, since when, decided by whom',
      since: 'the first day; without it, today',
      decidedBy: 'who decided it: the head, a conference',
      ask: 'Which module?',
      other: 'another, to be typed',
      askName: 'What is it called?',
      done: (name: string, since: string) => `${name} is enabled since ${since}.`,
      near: (name: string, near: readonly string[]) =>
        `IServ has no module "${name}"; it has ${listed('en', near)}. If you meant that: schulkonto module disable "${name}"`,
      sure: (name: string) => `Record "${name}" all the same?`,
      next: 'Tell users: schulkonto module notice --out FILE',
    },
    disable: {
      summary: 'record that modules are not enabled any more',
      on: 'from which day on; without it, today',
      reason: 'why',
      done: (name: string, day: string) => `${name} is disabled from ${day} on.`,
    },
    list: {
      summary: 'list the enabled modules',
      all: 'those too that were',
      columns: ['Module', 'Since', 'Decided by', 'Until'],
      none: 'No module is recorded as enabled. Next: schulkonto module enable NAME',
      count: (modules: number) => `${count('en', modules, 'module', 'modules')}.`,
    },
    notice: {
      summary: 'the page for users that says which modules are enabled; and that they were told',
      out: 'a new file for the page, in the language of the school',
      told: 'record that users were told',
      on: 'with --told: on which day; without it, today',
      done: (file: string) =>
        `The page is in ${file}. Hang it up or send it round, then: schulkonto module notice --told`,
      recorded: (day: string) => `Users were told on ${day}.`,
      changed: (names: readonly string[]) => `Not made known yet: ${listed('en', names)}.`,
      lastTold: (day: string) => `Users were last told on ${day}.`,
      neverTold: 'Users have not been told yet.',
    },
    status: (changes: number) =>
      `${count('en', changes, 'change', 'changes')} of the enabled modules must be made known to users: schulkonto module notice`,
    page: {
      title: (school: string) => `${school}: what is enabled in IServ`,
      lead: 'The school decides which modules of IServ are enabled for use at school (terms of use, “Nutzungsmöglichkeiten”). These are enabled:',
      columns: ['Module', 'Since'],
      none: 'No module is enabled at the moment.',
      gone: 'Not enabled any more',
      goneColumns: ['Module', 'From'],
      printed: (school: string, day: string) => `${school}, ${day}`,
    },
  },
  de: {
    names: 'die Module, wie IServ oder die Schule sie nennt',
    enable: {
      summary: 'festhalten, welche Module von IServ die Schule freigeschaltet hat, seit wann und wer es entschied',
      since: 'der erste Tag; ohne Angabe heute',
      decidedBy: 'wer es entschied: Schulleitung, Konferenz',
      ask: 'Welches Modul?',
      other: 'ein anderes, das ich tippe',
      askName: 'Wie heißt es?',
      done: (name, since) => `${name} ist seit ${since} freigeschaltet.`,
      near: (name, near) =>
        `Ein Modul „${name}“ hat IServ nicht; es hat ${listed('de', near)}. Falls das gemeint war: schulkonto module disable "${name}"`,
      sure: (name) => `„${name}“ trotzdem festhalten?`,
      next: 'Den Nutzern mitteilen: schulkonto module notice --out DATEI',
    },
    disable: {
      summary: 'festhalten, dass Module nicht mehr freigeschaltet sind',
      on: 'ab welchem Tag; ohne Angabe heute',
      reason: 'warum',
      done: (name, day) => `${name} ist ab ${day} abgeschaltet.`,
    },
    list: {
      summary: 'die freigeschalteten Module auflisten',
      all: 'auch frühere',
      columns: ['Modul', 'Seit', 'Entschieden von', 'Bis'],
      none: 'Kein Modul ist als freigeschaltet festgehalten. Weiter mit: schulkonto module enable NAME',
      count: (modules) => count('de', modules, 'Modul.', 'Module.'),
    },
    notice: {
      summary: 'die Seite für die Nutzer, welche Module freigeschaltet sind; und dass sie es wissen',
      out: 'eine neue Datei für die Seite, in der Sprache der Schule',
      told: 'festhalten, dass die Nutzer es wissen',
      on: 'mit --told: an welchem Tag; ohne Angabe heute',
      done: (file) => `Die Seite steht in ${file}. Aushängen oder verschicken, dann: schulkonto module notice --told`,
      recorded: (day) => `Die Nutzer wissen es seit dem ${day}.`,
      changed: (names) => `Noch nicht mitgeteilt: ${listed('de', names)}.`,
      lastTold: (day) => `Zuletzt mitgeteilt am ${day}.`,
      neverTold: 'Den Nutzern wurde noch nichts mitgeteilt.',
    },
    status: (changes) =>
      `${count('de', changes, 'Änderung', 'Änderungen')} der freigeschalteten Module ${changes === 1 ? 'ist' : 'sind'} den Nutzern mitzuteilen: schulkonto module notice`,
    page: {
      title: (school) => `${school}: was in IServ freigeschaltet ist`,
      lead: 'Die Schule entscheidet, welche Module von IServ für den innerschulischen Gebrauch freigeschaltet werden (Nutzungsordnung, „Nutzungsmöglichkeiten“). Freigeschaltet sind:',
      columns: ['Modul', 'Seit'],
      none: 'Zurzeit ist kein Modul freigeschaltet.',
      gone: 'Nicht mehr freigeschaltet',
      goneColumns: ['Modul', 'Ab'],
      printed: (school, day) => `${school}, ${day}`,
    },
  },
});
