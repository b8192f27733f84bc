import { bilingual } from '../language.ts';
import { byProgram, type Held, type ReportPart, type Section } from '../subject.ts';
import { circleOf } from './store.ts';

/** What is known of somebody in IServ; of name, class and groups there only keyed digests are kept. */
function inIserv({ db, user, withAccount }: Held): Section {
  return { section: 'iserv', source: byProgram, keptUntil: withAccount, entries: circleOf(db, user.id) };
}

export const report: ReportPart = {
  sections: [inIserv],
  words: bilingual({
    en: {
      titles: { iserv: 'IServ' },
      labels: {
        inIserv: 'account in IServ',
        idInIserv: 'import ID in IServ',
        shownBy: 'known from',
        shownAt: 'last shown on',
        leftOutOn: 'left out of the file for IServ on',
        lockedThere: 'locked there by hand',
        hour: 'hour in the computer room',
        hourOn: 'on',
        enteredThere: 'issued password entered there (as a hash)',
        ownId: 'import ID given by this registry',
        lastLogin: 'last login, as IServ shows it',
        loginSeenOn: 'login shown on',
        inDoubtSince: 'perhaps under another account in IServ, since',
      },
      values: {
        shownBy: { export: 'a file for IServ', iserv: 'what IServ says' },
        hour: { open: 'opened', closed: 'closed again' },
      },
    },
    de: {
      titles: { iserv: 'IServ' },
      labels: {
        inIserv: 'Account in IServ',
        idInIserv: 'Import-ID in IServ',
        shownBy: 'bekannt durch',
        shownAt: 'zuletzt gezeigt am',
        leftOutOn: 'aus der Datei für IServ ausgelassen am',
        lockedThere: 'dort von Hand gesperrt',
        hour: 'Stunde im Computerraum',
        hourOn: 'am',
        enteredThere: 'vorläufiges Passwort dort eingetragen (als Hash)',
        ownId: 'Import-ID aus diesem Register',
        lastLogin: 'letzte Anmeldung, wie IServ sie zeigt',
        loginSeenOn: 'Anmeldung gezeigt am',
        inDoubtSince: 'vielleicht unter anderem Account in IServ, seit',
      },
      values: {
        shownBy: { export: 'eine Datei für IServ', iserv: 'Angaben aus IServ' },
        hour: { open: 'geöffnet', closed: 'wieder geschlossen' },
      },
    },
  }),
};
