import { bilingual } from '../../language.ts';
import { byHand, byRosterOrHand, type Held, type ReportPart, type Section, type Source } from '../../subject.ts';
import { manualSource, type User } from '../../users/rules.ts';
import { getUser } from '../../users/store.ts';
import { getPerson } from '../store.ts';

const sourceOf = ({ source }: User): Source => (source === manualSource ? byHand : { kind: 'roster', name: source });

function person({ db, today, user: { account }, withAccount }: Held): Section {
  const user = getUser(db, account);
  const { status } = getPerson(db, account, today);
  const { role, givenName, familyName, class: name, birthDate, email, source, importId } = user;
  const entry = { account, role, status, givenName, familyName, class: name, birthDate, email, source, importId };
  return { section: 'person', source: sourceOf(user), keptUntil: withAccount, entries: [entry] };
}

function groups({ db, user: { account }, withAccount }: Held): Section {
  const user = getUser(db, account);
  const entries = user.groups.map((group) => ({ group }));
  return { section: 'groups', source: sourceOf(user), keptUntil: withAccount, entries };
}

/** Guardians and children, by their accounts only: all else about them is theirs. */
function family({ db, today, user, withAccount }: Held): Section {
  const { guardians, children } = getPerson(db, user.account, today);
  const entries = [
    ...guardians.map(({ account }) => ({ relation: 'guardian', account })),
    ...children.map(({ account }) => ({ relation: 'child', account })),
  ];
  return { section: 'family', source: byRosterOrHand, keptUntil: withAccount, entries };
}

/** What the person alone is, and the words that several subjects use. */
export const report: ReportPart = {
  sections: [person, groups, family],
  tables: ['groups', 'family', 'log'],
  words: bilingual({
    en: {
      titles: {
        person: 'Person and account',
        groups: 'Groups',
        family: 'Guardians and children',
        log: 'Log',
      },
      labels: {
        account: 'account',
        act: 'act',
        acts: 'acts',
        at: 'when',
        because: 'because',
        id: 'no.',
        birthDate: 'birth date',
        childIds: 'children (numbers)',
        guardianIds: 'guardians (numbers)',
        children: 'children',
        class: 'class',
        email: 'e-mail',
        entry: 'no.',
        facts: 'facts',
        familyName: 'family name',
        from: 'from',
        givenName: 'given name',
        group: 'group',
        groups: 'groups',
        how: 'how',
        importId: 'import ID',
        kind: 'what',
        on: 'on',
        operator: 'by whom',
        reason: 'reason',
        relation: 'relation',
        role: 'role',
        source: 'source',
        state: 'state',
        status: 'status',
        until: 'until',
      },
      values: {
        relation: { guardian: 'guardian', child: 'child' },
        source: { manual: 'by hand' },
      },
    },
    de: {
      titles: {
        person: 'Person und Konto',
        groups: 'Gruppen',
        family: 'Erziehungsberechtigte und Kinder',
        log: 'Protokoll',
      },
      labels: {
        account: 'Konto',
        act: 'Vorgang',
        acts: 'Vorgänge',
        at: 'Zeitpunkt',
        because: 'weil',
        id: 'Nr.',
        birthDate: 'Geburtsdatum',
        childIds: 'Kinder (Nummern)',
        guardianIds: 'Erziehungsberechtigte (Nummern)',
        children: 'Kinder',
        class: 'Klasse',
        email: 'E-Mail',
        entry: 'Nr.',
        facts: 'Angaben',
        familyName: 'Nachname',
        from: 'von',
        givenName: 'Vorname',
        group: 'Gruppe',
        groups: 'Gruppen',
        how: 'wie',
        importId: 'Import-ID',
        kind: 'Was',
        on: 'am',
        operator: 'durch',
        reason: 'Grund',
        relation: 'Beziehung',
        role: 'Rolle',
        source: 'Herkunft',
        state: 'Stand',
        status: 'Status',
        until: 'bis',
      },
      values: {
        relation: { guardian: 'Erziehungsberechtigte(r)', child: 'Kind' },
        source: { manual: 'von Hand' },
      },
    },
  }),
};
