import { bilingual, count } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'list free texts that still name somebody deleted, and take the names out',
    numbers: 'the numbers of the texts whose names are taken out',
    all: 'take them out of all',
    other: 'the name means somebody else: these texts stay as they are',
    columns: ['No.', 'Person', 'Where', 'Text'],
    none: 'No free text names anybody deleted.',
    done: (texts: number) => `The name is taken out of ${count('en', texts, 'text', 'texts')}.`,
    kept: (texts: number) => `${count('en', texts, 'text stays', 'texts stay')} as it is.`,
    sure: (texts: number) => `Take the name out of ${count('en', texts, 'text', 'texts')}? There is no way back.`,
    found: (person: number, place: string) =>
      `A text still names #${person}: ${place}. Look, and take it out: schulkonto leaver mask`,
    status: (texts: number) =>
      `${count('en', texts, 'free text still names', 'free texts still name')} somebody deleted: leaver mask`,
    places: {
      'incidents.what': 'what happened, of an incident',
      'incidents.outcome': 'outcome of an incident',
      'incidents.reported_by': 'on whose word an incident was opened',
      'inspections.suspicion': 'suspicion of an inspection',
      'inspections.informed_how': 'how somebody was informed',
      'suspensions.reason': 'reason of a suspension',
      'suspensions.lifted_because': 'why a suspension was lifted',
      'leaver_holds.reason': 'reason of a hold',
      'leaver_holds.case_number': 'case number of a hold',
      'leavers.remark': 'reason of a leaving',
      'consents.evidence': 'evidence of a consent',
      'consents.guardian_name': 'name of who gave a consent',
      'audit_facts.facts': 'facts of an entry of the log',
    } as Readonly<Record<string, string>>,
  },
  de: {
    summary: 'freie Texte auflisten, die noch jemand Gelöschten nennen, und die Namen herausnehmen',
    numbers: 'Nummern der Texte, aus denen der Name genommen wird',
    all: 'aus allen herausnehmen',
    other: 'der Name meint jemand anderen: diese Texte bleiben, wie sie sind',
    columns: ['Nr.', 'Person', 'Wo', 'Text'],
    none: 'Kein freier Text nennt jemand Gelöschten.',
    done: (texts) => `Der Name ist aus ${count('de', texts, 'Text', 'Texten')} genommen.`,
    kept: (texts) => `${count('de', texts, 'Text bleibt', 'Texte bleiben')}, wie er ist.`,
    sure: (texts) => `Den Namen aus ${count('de', texts, 'Text', 'Texten')} nehmen? Es gibt kein Zurück.`,
    found: (person, place) =>
      `Ein Text nennt noch #${person}: ${place}. Nachsehen und herausnehmen: schulkonto leaver mask`,
    status: (texts) =>
      `${count('de', texts, 'freier Text nennt', 'freie Texte nennen')} noch jemand Gelöschten: leaver mask`,
    places: {
      'incidents.what': 'was geschah, zu einem Vorfall',
      'incidents.outcome': 'Ergebnis eines Vorfalls',
      'incidents.reported_by': 'auf wessen Wort ein Vorfall eröffnet wurde',
      'inspections.suspicion': 'Verdacht zu einer Einsicht',
      'inspections.informed_how': 'wie jemand informiert wurde',
      'suspensions.reason': 'Grund einer Sperrung',
      'suspensions.lifted_because': 'warum eine Sperrung aufgehoben wurde',
      'leaver_holds.reason': 'Grund einer Löschsperre',
      'leaver_holds.case_number': 'Aktenzeichen einer Löschsperre',
      'leavers.remark': 'Grund eines Abgangs',
      'consents.evidence': 'Nachweis einer Einwilligung',
      'consents.guardian_name': 'Name dessen, der eingewilligt hat',
      'audit_facts.facts': 'Angaben zu einem Eintrag des Protokolls',
    },
  },
});
