import { bilingual } from '../language.ts';
import { byHand, type Held, type ReportPart, type Section } from '../subject.ts';
import { getHolder } from './store.ts';

/** Of a password only a salted hash is held, which tells nobody the password: the report says that there is one. */
function password({ db, today, user, withAccount }: Held): Section {
  const { issuedHash, issuedOn, changedOn } = getHolder(db, user.account, today);
  const entries = issuedHash === null ? [] : [{ passwordState: changedOn === null ? 'must-change' : 'own', issuedOn }];
  return { section: 'password', source: byHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [password],
  words: bilingual({
    en: {
      titles: { password: 'Password' },
      labels: {
        issuedOn: 'issued on',
        passwordState: 'state',
      },
      values: {
        passwordState: { 'must-change': 'issued, must still be changed', own: 'their own (as a salted hash)' },
      },
    },
    de: {
      titles: { password: 'Passwort' },
      labels: {
        issuedOn: 'vergeben am',
        passwordState: 'Stand',
      },
      values: {
        passwordState: { 'must-change': 'vorläufig, noch zu ändern', own: 'ein eigenes (als gesalzener Hash)' },
      },
    },
  }),
};
