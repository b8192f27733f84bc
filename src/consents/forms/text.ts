import { pasteable } from '../../files.ts';
import { bilingual, count } from '../../language.ts';
import type { ConsentState, Deciders } from '../rules.ts';

export const text = bilingual({
  en: {
    command: {
      summary: 'print forms to be signed, one page for each person, filled in; or the list to tick off',
      out: 'a new file for it, in the language of the school',
      askOut: (example: string) => `Into which new file (${example})?`,
      sheet: 'the list to tick off, with how each consent stands, instead of the forms',
      csv: 'a list to fill in from the stack of forms, for "consent import", instead of the forms',
      withTerms: 'add the text of the terms of use, once, at the end',
      nobody: 'These options choose nobody, so nothing was written.',
      done: {
        forms: (people: number, file: string) =>
          `${count('en', people, 'form is', 'forms are')} in ${file}. Only you can read it.`,
        sheet: (people: number, file: string) =>
          `The list of ${count('en', people, 'person', 'people')} is in ${file}. Only you can read it.`,
        csv: (people: number, file: string) =>
          `The list of ${count('en', people, 'person', 'people')} is in ${file}. Only you can read it.\nFill it in with yes, no or withdrawn; leave empty what is not back yet. Then: schulkonto consent import ${pasteable(file)}`,
      },
    },
    title: 'Declaration on the use of IServ',
    name: 'Name',
    class: 'Class',
    account: 'Account',
    termsVersion: 'Terms of use',
    version: (version: string, from: string) => `version ${version}, holding from ${from}`,
    inFull: 'The terms of use can be read in full at the school office.',
    attached: 'The terms of use are attached in full.',
    please: 'Please tick one box on each line.',
    purpose: 'Purpose',
    yes: 'I consent',
    no: 'I do not consent',
    acceptTerms: 'I have read the terms of use and accept them.',
    signers: {
      guardian: 'At this age a guardian decides and signs.',
      both: 'The student and a guardian decide together: both sign.',
      self: 'The person named above decides and signs.',
    } as Record<Deciders, string>,
    place: 'Place, date',
    self: 'Signature',
    student: 'Signature of the student',
    guardian: 'Signature of a guardian',
    printed: 'Guardian’s name in capitals',
    acknowledge:
      'I have read the terms of use and know that they bind me. This signature confirms that; it is no consent.',
    signersAlone: {
      guardian: 'At this age a guardian signs.',
      both: 'The student and a guardian both sign.',
      self: 'The person named above signs.',
    } as Record<Deciders, string>,
    withdrawOthers:
      'Every consent is voluntary and can be withdrawn at the school at any time, as a whole or for one purpose; what was done until then stays lawful.',
    withdraw:
      'Every consent is voluntary and can be withdrawn at the school at any time, as a whole or for one purpose; what was done until then stays lawful. Whoever withdraws the terms of use can still save their files before the account is deleted.',
    sheetTitle: (name: string) => `Consents of class ${name}`,
    sheetOthers: 'Consents of people without a class',
    sheetNote: (day: string) => `As of ${day}. The box is for a form that comes back.`,
    signs: 'Signs',
    signShort: { guardian: 'guardian', both: 'both', self: 'self' } as Record<Deciders, string>,
    states: {
      complete: 'given',
      partial: 'one of two',
      missing: 'missing',
      refused: 'refused',
      withdrawn: 'withdrawn',
      outdated: 'older version',
    } as Record<ConsentState, string>,
  },
  de: {
    command: {
      summary: 'Formulare zum Unterschreiben drucken, ausgefüllt, eine Seite je Person; oder die Liste zum Abhaken',
      out: 'eine neue Datei dafür, in der Sprache der Schule',
      askOut: (example) => `In welche neue Datei (${example})?`,
      sheet: 'statt der Formulare die Liste zum Abhaken, mit dem Stand jeder Einwilligung',
      csv: 'statt der Formulare eine Liste, die vom Stapel der Formulare ausgefüllt wird, für „consent import“',
      withTerms: 'am Ende einmal den Text der Nutzungsordnung anfügen',
      nobody: 'Diese Optionen treffen auf niemanden zu; es wurde nichts geschrieben.',
      done: {
        forms: (people, file) =>
          `${count('de', people, 'Formular steht', 'Formulare stehen')} in ${file}. Nur Sie können die Datei lesen.`,
        sheet: (people, file) =>
          `Die Liste mit ${count('de', people, 'Person', 'Personen')} steht in ${file}. Nur Sie können die Datei lesen.`,
        csv: (people, file) =>
          `Die Liste mit ${count('de', people, 'Person', 'Personen')} steht in ${file}. Nur Sie können die Datei lesen.\nMit ja, nein oder widerrufen ausfüllen; leer lassen, was noch nicht zurück ist. Dann: schulkonto consent import ${pasteable(file)}`,
      },
    },
    title: 'Erklärung zur Nutzung von IServ',
    name: 'Name',
    class: 'Klasse',
    account: 'Konto',
    termsVersion: 'Nutzungsordnung',
    version: (version, from) => `Fassung ${version}, gilt ab ${from}`,
    inFull: 'Die Nutzungsordnung liegt vollständig im Sekretariat aus.',
    attached: 'Die Nutzungsordnung ist vollständig beigefügt.',
    please: 'Bitte in jeder Zeile ein Kästchen ankreuzen.',
    purpose: 'Zweck',
    yes: 'Ich willige ein',
    no: 'Ich willige nicht ein',
    acceptTerms: 'Ich habe die Nutzungsordnung gelesen und erkenne sie an.',
    signers: {
      guardian: 'In diesem Alter entscheidet und unterschreibt ein(e) Erziehungsberechtigte(r).',
      both: 'Schüler(in) und ein(e) Erziehungsberechtigte(r) entscheiden gemeinsam: beide unterschreiben.',
      self: 'Die oben genannte Person entscheidet und unterschreibt selbst.',
    },
    place: 'Ort, Datum',
    self: 'Unterschrift',
    student: 'Unterschrift der Schülerin / des Schülers',
    guardian: 'Unterschrift der/des Erziehungsberechtigten',
    printed: 'Name der/des Erziehungsberechtigten in Druckschrift',
    acknowledge:
      'Ich habe die Nutzungsordnung gelesen und weiß, dass sie für mich gilt. Das bestätigt diese Unterschrift; eine Einwilligung ist sie nicht.',
    signersAlone: {
      guardian: 'In diesem Alter unterschreibt ein(e) Erziehungsberechtigte(r).',
      both: 'Schüler(in) und ein(e) Erziehungsberechtigte(r) unterschreiben beide.',
      self: 'Die oben genannte Person unterschreibt selbst.',
    },
    withdrawOthers:
      'Jede Einwilligung ist freiwillig und kann jederzeit bei der Schule widerrufen werden, im Ganzen oder für einen Zweck; was bis dahin geschah, bleibt rechtmäßig.',
    withdraw:
      'Jede Einwilligung ist freiwillig und kann jederzeit bei der Schule widerrufen werden, im Ganzen oder für einen Zweck; was bis dahin geschah, bleibt rechtmäßig. Wer die Nutzungsordnung widerruft, kann noch Dateien sichern, bevor das Konto gelöscht wird.',
    sheetTitle: (name) => `Einwilligungen der Klasse ${name}`,
    sheetOthers: 'Einwilligungen von Personen ohne Klasse',
    sheetNote: (day) => `Stand ${day}. Das Kästchen ist für das zurückgegebene Formular.`,
    signs: 'Unterschreibt',
    signShort: { guardian: 'Erz.-Ber.', both: 'beide', self: 'selbst' },
    states: {
      complete: 'liegt vor',
      partial: 'eine von zweien',
      missing: 'fehlt',
      refused: 'abgelehnt',
      withdrawn: 'widerrufen',
      outdated: 'ältere Fassung',
    },
  },
});
