import { bilingual, count } from '../language.ts';

export const text = bilingual({
  en: {
    osName: 'what the operating system calls them (id -un), as it stands in the log',
    add: {
      summary: 'record who is administrator; of somebody who is one, the signature or what has changed',
      name: 'given and family name',
      since: 'the first day; without it, today',
      signedOn: 'the day on which the written undertaking was signed',
      askName: 'What is their name?',
      done: (osName: string, name: string, since: string) =>
        `${name} (${osName}) is recorded as administrator since ${since}.`,
      signed: (day: string) => `The undertaking was signed on ${day}.`,
      unsigned: (osName: string) =>
        `No written undertaking is recorded. Let it be signed, then: schulkonto administrator add ${osName} --signed-on DAY`,
    },
    end: {
      summary: 'record that somebody is no administrator any more',
      on: 'the last day; without it, today',
      reason: 'why',
      done: (osName: string, day: string) => `${osName} has not been an administrator since ${day}.`,
      rights: 'Take the rights away in IServ and on this machine, too: schulkonto can’t.',
    },
    list: {
      summary: 'list who is administrator, since when, and with what signed undertaking',
      all: 'those too who were',
      columns: ['System name', 'Name', 'Since', 'Undertaking', 'Until'],
      unsigned: 'not signed',
      none: 'No administrator is recorded. Next: schulkonto administrator add OS-NAME --name NAME',
      count: (people: number) => `${count('en', people, 'administrator', 'administrators')}.`,
    },
    status: {
      unsigned: (osName: string, name: string) =>
        `${name} is administrator without a signed undertaking: schulkonto administrator add ${osName} --signed-on DAY`,
      stranger: (osName: string) =>
        `${osName} works here and is recorded as no administrator: schulkonto administrator add ${osName} --name NAME --signed-on DAY`,
    },
  },
  de: {
    osName: 'wie das Betriebssystem sie nennt (id -un); so stehen sie im Protokoll',
    add: {
      summary: 'festhalten, wer Administrator ist; wer es ist, mit Unterschrift oder Änderung',
      name: 'Vor- und Nachname',
      since: 'der erste Tag; ohne Angabe heute',
      signedOn: 'der Tag, an dem die schriftliche Verpflichtung unterschrieben wurde',
      askName: 'Wie heißt die Person?',
      done: (osName, name, since) => `${name} (${osName}) ist als Administrator seit ${since} festgehalten.`,
      signed: (day) => `Die Verpflichtung ist am ${day} unterschrieben.`,
      unsigned: (osName) =>
        `Eine schriftliche Verpflichtung ist nicht festgehalten. Unterschreiben lassen, dann: schulkonto administrator add ${osName} --signed-on TAG`,
    },
    end: {
      summary: 'festhalten, dass jemand nicht mehr Administrator ist',
      on: 'der letzte Tag; ohne Angabe heute',
      reason: 'warum',
      done: (osName, day) => `${osName} ist seit ${day} nicht mehr Administrator.`,
      rights: 'Die Rechte auch in IServ und auf diesem Rechner entziehen: schulkonto kann das nicht.',
    },
    list: {
      summary: 'auflisten, wer Administrator ist, seit wann und mit welcher unterschriebenen Verpflichtung',
      all: 'auch, wer es war',
      columns: ['Systemname', 'Name', 'Seit', 'Verpflichtung', 'Bis'],
      unsigned: 'nicht unterschrieben',
      none: 'Kein Administrator ist festgehalten. Weiter mit: schulkonto administrator add SYSTEMNAME --name NAME',
      count: (people) => count('de', people, 'Administrator.', 'Administratoren.'),
    },
    status: {
      unsigned: (osName, name) =>
        `${name} ist Administrator ohne unterschriebene Verpflichtung: schulkonto administrator add ${osName} --signed-on TAG`,
      stranger: (osName) =>
        `${osName} arbeitet hier und ist als Administrator nicht festgehalten: schulkonto administrator add ${osName} --name NAME --signed-on TAG`,
    },
  },
});
