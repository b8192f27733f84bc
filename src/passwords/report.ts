import { bilingual } from '../language.ts';
import { byHand, type Held, type ReportPart, type Section } from '../subject.ts';
import { formerHashes, getHolder } from './store.ts';

/** Of a password only a salted hash is held, which tells nobody the password: the report says that there is one. */
function password({ db, today, user, withAccount }: Held): Section {
  const { issuedHash, issuedOn, changedOn } = getHolder(db, user.account, today);
  const formerPasswords = formerHashes(db, user.id).length;
  const present = { passwordState: changedOn === null ? 'must-change' : 'own', issuedOn };
  const entries = issuedHash === null ? [] : [{ ...present, ...(formerPasswords > 0 ? { formerPasswords } : {}) }];
  return { section: 'password', source: byHand, keptUntil: withAccount, entries };
}

export const report: ReportPart = {
  sections: [password],
  words: bilingual({
    en: {
      titles: { password: 'Password' },
      labels: {
        issuedOn: 'issued on',
        formerPasswords: 'earlier ones (as salted hashes, not to be used again)',
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
        formerPasswords: 'frühere (als gesalzene Hashes, nicht wieder zu verwenden)',
        passwordState: 'Stand',
      },
      values: {
        passwordState: { 'must-change': 'vorläufig, noch zu ändern', own: 'ein eigenes (als gesalzener Hash)' },
      },
    },
  }),
};
