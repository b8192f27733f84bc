import { bilingual, count } from '../../language.ts';

export const text = bilingual({
  en: {
    class: 'the class; can be given several times',
    askClass: 'Which class?',
    open: {
      summary: 'open a class in the computer room: who has a provisional password still may log in',
      nobody: 'Nobody there has a provisional password and may log in: nobody is to be opened.',
      done: (number: number) =>
        `${count('en', number, 'account', 'accounts')} to be opened in IServ, for the bulk action:`,
      next: (name: string) =>
        `In IServ: Verwaltung, Benutzer, set the status to active. Afterwards: schulkonto iserv close --class ${name}`,
    },
    close: {
      summary: 'end the hour of a class: who still has the provisional password is closed again',
      list: "IServ's list of those with a provisional password",
      nobody: 'Nobody there was opened: nobody is to be closed.',
      came: (number: number) => `${count('en', number, 'person', 'people')} came and set an own password.`,
      closed: (number: number) =>
        `${count('en', number, 'account', 'accounts')} to be closed again in IServ, for the bulk action:`,
      withoutList: 'This is what is known here. IServ knows better: --from-iserv FILE',
    },
    status: (name: string, since: string) =>
      `Class ${name} has been open in IServ since ${since}: schulkonto iserv close --class ${name}`,
  },
  de: {
    class: 'die Klasse; mehrfach möglich',
    askClass: 'Welche Klasse?',
    open: {
      summary: 'eine Klasse im Computerraum öffnen: wer noch das vorläufige Passwort hat, darf sich anmelden',
      nobody: 'Niemand dort hat noch ein vorläufiges Passwort und darf sich anmelden: niemand ist zu öffnen.',
      done: (number) =>
        `${count('de', number, 'Account ist', 'Accounts sind')} in IServ zu öffnen, für die Sammelaktion:`,
      next: (name) =>
        `In IServ: Verwaltung, Benutzer, Status auf aktiv setzen. Danach: schulkonto iserv close --class ${name}`,
    },
    close: {
      summary: 'die Stunde einer Klasse beenden: wer noch das vorläufige Passwort hat, wird wieder geschlossen',
      list: 'die Liste aus IServ, wer noch ein vorläufiges Passwort hat',
      nobody: 'Niemand dort war geöffnet: niemand ist zu schließen.',
      came: (number) =>
        `${count('de', number, 'Person war da und hat', 'Personen waren da und haben')} ein eigenes Passwort gesetzt.`,
      closed: (number) =>
        `${count('de', number, 'Account ist', 'Accounts sind')} in IServ wieder zu schließen, für die Sammelaktion:`,
      withoutList: 'Das ist, was hier bekannt ist. IServ weiß es besser: --from-iserv DATEI',
    },
    status: (name, since) =>
      `Die Klasse ${name} ist in IServ seit ${since} geöffnet: schulkonto iserv close --class ${name}`,
  },
});
