import { bilingual } from '../../language.ts';

/** What stands on the slips, in the language of the school. */
export const slipText = bilingual({
  en: {
    title: 'Issued passwords',
    note: (file: string) =>
      `Print, cut along the lines, give each slip to its owner only. Then destroy this file: shred -u ${file}`,
    account: 'Account',
    password: 'Password',
    first:
      'What to do first: log in to IServ with it and set a password of your own at once. Type capital and small letters exactly so; 0 and 1 do not occur. Tell nobody your password, and destroy this slip.',
  },
  de: {
    title: 'Vorläufige Passwörter',
    note: (file) =>
      `Drucken, an den Linien schneiden, jeden Zettel nur der genannten Person geben. Dann diese Datei vernichten: shred -u ${file}`,
    account: 'Account',
    password: 'Passwort',
    first:
      'Als Erstes: damit bei IServ anmelden und gleich ein eigenes Passwort setzen. Groß- und Kleinbuchstaben genau so tippen; 0 und 1 kommen nicht vor. Das Passwort niemandem sagen und diesen Zettel vernichten.',
  },
});
