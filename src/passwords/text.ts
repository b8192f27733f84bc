import { bilingual, count } from '../language.ts';
import { statusNames } from '../users/text.ts';
import type { Fault, Withheld } from './rules.ts';

export const faultText = bilingual<Record<Fault, string>>({
  en: {
    'too-short': 'it has fewer than eight characters',
    'no-upper-case': 'it has no capital letter',
    'no-lower-case': 'it has no small letter',
    'no-digit': 'it has no digit',
    'no-special-character': 'it has no special character',
    'control-character': 'it has a character that can’t be typed',
    'holds-name': 'a part of the name is in it',
    'holds-account': 'a part of the account is in it',
    'holds-class': 'the class is in it',
    'holds-birth-date': 'a part of the birth date is in it',
    'holds-school': 'a part of the school’s name is in it',
    'holds-family': 'the name of somebody in the family is in it',
    'one-known-word':
      'it is one word, name or row of keys with digits and signs around it, and such are tried first, also with letters exchanged, backwards or said twice',
    'too-guessable': 'it is too easy to guess',
    'same-as-before': 'it is the old one, or the old one with a few signs more or less',
    'issued-before': 'it is one that was issued, or such a one with a sign more',
    'used-before': 'it has been used before',
  },
  de: {
    'too-short': 'es hat weniger als acht Zeichen',
    'no-upper-case': 'es hat keinen Großbuchstaben',
    'no-lower-case': 'es hat keinen Kleinbuchstaben',
    'no-digit': 'es hat keine Ziffer',
    'no-special-character': 'es hat kein Sonderzeichen',
    'control-character': 'es hat ein Zeichen, das sich nicht tippen lässt',
    'holds-name': 'ein Teil des Namens steht darin',
    'holds-account': 'ein Teil des Kontos steht darin',
    'holds-class': 'die Klasse steht darin',
    'holds-birth-date': 'ein Teil des Geburtsdatums steht darin',
    'holds-school': 'ein Teil des Schulnamens steht darin',
    'holds-family': 'der Name von jemandem aus der Familie steht darin',
    'one-known-word':
      'es ist ein Wort, ein Name oder eine Tastenreihe mit Ziffern und Zeichen darum, und das wird zuerst probiert, auch mit vertauschten Buchstaben, rückwärts oder doppelt',
    'too-guessable': 'es ist zu leicht zu erraten',
    'same-as-before': 'es ist das alte, oder das alte mit ein paar Zeichen mehr oder weniger',
    'issued-before': 'es ist ein vorläufiges, oder ein solches mit einem Zeichen mehr',
    'used-before': 'es war schon einmal in Gebrauch',
  },
});

/** Why somebody gets no password. */
export const withheldText = bilingual<Record<Withheld, string>>({
  en: {
    suspended: statusNames.en.suspended,
    locked: statusNames.en.locked,
    left: 'the last day has passed',
    'no-consent': 'consent to the terms is missing',
    'has-it': 'got theirs in person',
  },
  de: {
    suspended: statusNames.de.suspended,
    locked: statusNames.de.locked,
    left: 'der letzte Tag ist vorbei',
    'no-consent': 'die Einwilligung in die Nutzungsordnung fehlt',
    'has-it': 'hat es persönlich bekommen',
  },
});

/** What would do, where a password is too easy to guess. */
export const betterText = bilingual({
  en: 'Two or three words that have nothing to do with each other, with digits and signs between them, are better, or the first letters of a long sentence.',
  de: 'Besser sind zwei oder drei Wörter, die nichts miteinander zu tun haben, mit Ziffern und Zeichen dazwischen, oder die Anfangsbuchstaben eines langen Satzes.',
});

export const text = bilingual({
  en: {
    hashing: 'Hashing passwords',
    account: 'the account',
    despite: 'why, although the account is closed, the last day has passed, or consent is missing',
    slips: 'a new file for slips to print and cut',
    csv: 'a new file for IServ: Account;Passwort',
    destroy: (file: string) => `Only you can read ${file}. When it has done its work, destroy it: shred -u ${file}`,
    issue: {
      summary: 'issue a first password to everybody who has none, or to those of them who are chosen',
      askSlips: 'Which file for the slips (slips.html)?',
      done: (people: number) =>
        `${count('en', people, 'password', 'passwords')} issued; each must be changed at the first login.`,
      nobody: 'No password was issued: nobody else is without one.',
      leftOut: (accounts: string) =>
        `Left out: ${accounts}.\nIf it must be, name the accounts and say why with --despite.`,
      sure: (people: number) => `Issue ${people} passwords?`,
      noTerms:
        'Nobody was left out for want of consent: no version of the terms is published (schulkonto terms publish).',
    },
    reissue: {
      summary: 'issue other passwords where the slips were lost before anybody had them; the old ones end',
      reason: 'how the slips were lost',
      askReason: 'How were the slips lost?',
      sure: (people: number) =>
        `Issue ${count('en', people, 'other password', 'other passwords')}? What stands on the lost slips is no password any more.`,
      done: (people: number) =>
        `${count('en', people, 'other password', 'other passwords')} issued; each must be changed at the first login.`,
      inIserv: 'In IServ the old ones work until these are entered there: schulkonto iserv todo --what password',
      nobody: 'No password was issued: nobody there has one that must still be changed.',
      leftOut: (accounts: string) => `Left out: ${accounts}. Their passwords stay.`,
    },
    reset: {
      summary: 'issue a new password to somebody who asks for it in person',
      requestedBy: 'the account of the person who asks; nobody may ask for another',
      identifiedBy: 'how the person was identified',
      accompaniedBy: 'who comes with a small child: a guardian who has custody, or the class teacher',
      askRequestedBy: 'Which account belongs to the person who asks?',
      askIdentifiedBy: 'How was the person identified (ID card, known by sight)?',
      shown: (account: string, password: string) =>
        `The new password of ${account}, shown only this once:\n\n  ${password}\n`,
      done: (account: string) =>
        `${account} must change it at the first login. Set it in IServ, too, as a provisional password.`,
      withdrawn: 'The password shown above does not hold: it could not be stored.',
      often: (account: string, times: number, days: number) =>
        `${account} has had ${times} resets within ${days} days. Ask what the trouble is.`,
    },
    change: {
      summary: 'set an own password at this desk; reads old, new, new again',
      askOld: 'Present password?',
      askNew: 'New password?',
      askAgain: 'New password once more?',
      done: (account: string) => `${account} has a password of their own now.`,
    },
    check: {
      summary: 'say whether a password would be accepted; stores nothing',
      account: 'the account that it would be for: its names, class and birth date may not stand in it',
      for: 'the same as the argument',
      ask: 'Password to check?',
      notForSomebody:
        'Not looked at, because no account was named: the names of the person and the family, account, class, birth date, and passwords used before.',
      notThePast: 'Not looked at: whether it was used before. A change does.',
      good: (score: number) => `This password is good (${score} of 4).`,
    },
    confirm: {
      summary: 'note that people have changed their issued password in IServ',
      accounts: 'accounts whose change was seen in IServ',
      list: "IServ's list of those who still have a provisional password: everybody else has changed",
      askList: "Which file is IServ's list of provisional passwords?",
      sure: (people: number) => `Nobody who must change is on the list. Have all ${people} changed their passwords?`,
      done: (people: number, pending: number) =>
        `${count('en', people, 'person has', 'people have')} an own password now; ${pending} must still change.`,
      unknown: (accounts: string) => `On the list, but not known here: ${accounts}.`,
    },
    pending: {
      summary: 'list who must still change an issued password, and since when',
      columns: ['Account', 'Given name', 'Family name', 'Class', 'Issued on', 'State'],
      overdue: 'overdue',
      nobody: 'Nobody has an issued password to change.',
      count: (people: number, overdue: number) =>
        `${count('en', people, 'person', 'people')} must still change; ${overdue} overdue.`,
    },
    accounts: 'the accounts; without any, everybody whom the filters leave',
  },
  de: {
    hashing: 'Passwörter hashen',
    account: 'das Konto',
    despite: 'warum, obwohl das Konto gesperrt, der letzte Tag vorbei ist oder die Einwilligung fehlt',
    slips: 'eine neue Datei für Zettel zum Drucken und Schneiden',
    csv: 'eine neue Datei für IServ: Account;Passwort',
    destroy: (file) => `Nur Sie können ${file} lesen. Ist die Arbeit getan, vernichten mit: shred -u ${file}`,
    issue: {
      summary: 'allen ohne Passwort ein erstes geben, oder den Ausgewählten unter ihnen',
      askSlips: 'In welche Datei sollen die Zettel (zettel.html)?',
      done: (people) =>
        `${count('de', people, 'vorläufiges Passwort', 'vorläufige Passwörter')} vergeben; zu ändern bei der ersten Anmeldung.`,
      nobody: 'Kein Passwort vergeben: sonst ist niemand ohne.',
      leftOut: (accounts) =>
        `Ausgelassen: ${accounts}.\nWenn es sein muss, die Konten nennen und mit --despite sagen, warum.`,
      sure: (people) => `${people} Passwörter vergeben?`,
      noTerms:
        'Wegen fehlender Einwilligung ist niemand ausgelassen: es ist keine Nutzungsordnung veröffentlicht (schulkonto terms publish).',
    },
    reissue: {
      summary: 'andere Passwörter vergeben, wenn die Zettel verloren gingen, bevor jemand sie hatte; die alten enden',
      reason: 'wie die Zettel verloren gingen',
      askReason: 'Wie gingen die Zettel verloren?',
      sure: (people) =>
        `${count('de', people, 'anderes Passwort', 'andere Passwörter')} vergeben? Was auf den verlorenen Zetteln steht, gilt dann nicht mehr.`,
      done: (people) =>
        `${count('de', people, 'anderes vorläufiges Passwort', 'andere vorläufige Passwörter')} vergeben; zu ändern bei der ersten Anmeldung.`,
      inIserv: 'In IServ gelten die alten, bis diese dort eingetragen sind: schulkonto iserv todo --what password',
      nobody: 'Kein Passwort vergeben: niemand dort hat eines, das noch zu ändern ist.',
      leftOut: (accounts) => `Ausgelassen: ${accounts}. Deren Passwörter bleiben.`,
    },
    reset: {
      summary: 'wer selbst darum bittet, bekommt ein neues vorläufiges Passwort',
      requestedBy: 'das Konto der Person, die bittet; für andere darf niemand bitten',
      identifiedBy: 'woran die Person zu erkennen war',
      accompaniedBy: 'wer ein kleines Kind begleitet: wer das Sorgerecht hat, oder die Klassenleitung',
      askRequestedBy: 'Welches Konto hat die Person, die bittet?',
      askIdentifiedBy: 'Woran war die Person zu erkennen (Ausweis, persönlich bekannt)?',
      shown: (account, password) =>
        `Das neue Passwort von ${account}, nur dieses eine Mal angezeigt:\n\n  ${password}\n`,
      done: (account) =>
        `${account} muss es bei der ersten Anmeldung ändern. Auch in IServ als vorläufiges Passwort setzen.`,
      withdrawn: 'Das angezeigte Passwort gilt nicht: es ließ sich nicht speichern.',
      often: (account, times, days) =>
        `Bei ${account} wurde das Passwort in ${days} Tagen ${times}-mal zurückgesetzt. Fragen, woran es liegt.`,
    },
    change: {
      summary: 'hier am Platz ein eigenes Passwort setzen; liest altes, neues, neues noch einmal',
      askOld: 'Bisheriges Passwort?',
      askNew: 'Neues Passwort?',
      askAgain: 'Neues Passwort noch einmal?',
      done: (account) => `${account} hat jetzt ein eigenes Passwort.`,
    },
    check: {
      summary: 'sagen, ob ein Passwort angenommen würde; speichert nichts',
      account: 'das Konto, für das es wäre: Namen, Klasse und Geburtsdatum dürfen nicht darin stehen',
      for: 'dasselbe wie das Argument',
      ask: 'Welches Passwort prüfen?',
      notForSomebody:
        'Nicht geprüft, weil kein Konto genannt ist: die Namen der Person und der Familie, Konto, Klasse, Geburtsdatum und frühere Passwörter.',
      notThePast: 'Nicht geprüft: ob es schon einmal in Gebrauch war. Beim Ändern geschieht das.',
      good: (score) => `Dieses Passwort ist gut (${score} von 4).`,
    },
    confirm: {
      summary: 'festhalten, wer das vorläufige Passwort in IServ geändert hat',
      accounts: 'Konten, bei denen die Änderung in IServ zu sehen war',
      list: 'die Liste derer, die in IServ noch ein vorläufiges Passwort haben: alle anderen haben es geändert',
      askList: 'Welche Datei ist die Liste der vorläufigen Passwörter aus IServ?',
      sure: (people) =>
        `Niemand, der sein Passwort ändern muss, steht auf der Liste. Haben alle ${people} es geändert?`,
      done: (people, pending) =>
        `${count('de', people, 'Person hat', 'Personen haben')} jetzt ein eigenes Passwort; ${pending} noch zu ändern.`,
      unknown: (accounts) => `Auf der Liste, aber hier nicht bekannt: ${accounts}.`,
    },
    pending: {
      summary: 'auflisten, wer ein vorläufiges Passwort noch ändern muss, und seit wann',
      columns: ['Konto', 'Vorname', 'Nachname', 'Klasse', 'Vergeben am', 'Stand'],
      overdue: 'überfällig',
      nobody: 'Niemand hat ein vorläufiges Passwort zu ändern.',
      count: (people, overdue) =>
        `${count('de', people, 'Person muss', 'Personen müssen')} es noch ändern; ${overdue} davon überfällig.`,
    },
    accounts: 'die Konten; ohne Angabe alle, die die Filter übrig lassen',
  },
});
