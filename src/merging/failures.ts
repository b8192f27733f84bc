import { Exit, failure } from '../failures.ts';
import { type Day, writtenDay } from '../time.ts';
import type { Role } from '../users/rules.ts';
import { roleNames } from '../users/text.ts';

type Both = { old: string; staying: string };

export const sameAccount = failure<{ account: string }>('same-account', Exit.refused, {
  en: ({ account }) => `${account} is one account already.`,
  de: ({ account }) => `${account} ist schon ein einziges Konto.`,
});

export const otherRoles = failure<Both & { oldRole: Role; role: Role }>('other-roles', Exit.refused, {
  en: ({ old, staying, oldRole, role }) =>
    `${old} is a ${roleNames.en[oldRole]}, and ${staying} a ${roleNames.en[role]}. If it is one person, give both the same role first: schulkonto user edit ${old} --role ${role}`,
  de: ({ old, staying, oldRole, role }) =>
    `${old} hat die Rolle ${roleNames.de[oldRole]}, ${staying} die Rolle ${roleNames.de[role]}. Ist es eine Person, zuerst beiden dieselbe Rolle geben: schulkonto user edit ${old} --role ${role}`,
});

export const twoPeople = failure<Both>('two-people', Exit.refused, {
  en: ({ old, staying }) =>
    `By names and birth dates, ${old} and ${staying} are two people. If one of the records is wrong, correct it first: schulkonto user edit ${old}`,
  de: ({ old, staying }) =>
    `Nach Namen und Geburtsdaten sind ${old} und ${staying} zwei Personen. Ist eine der Angaben falsch, sie zuerst berichtigen: schulkonto user edit ${old}`,
});

export const leavesOnRequest = failure<{ account: string; deletedOn: Day; isWithdrawal: boolean }>(
  'leaves-on-request',
  Exit.refused,
  {
    en: ({ account, deletedOn, isWithdrawal }) =>
      isWithdrawal
        ? `${account} is to be deleted on ${writtenDay('en', deletedOn)} because consent was withdrawn. That stands; with a new consent the accounts can be merged: schulkonto consent give ${account}`
        : `${account} is to be deleted on ${writtenDay('en', deletedOn)} on request. That stands, unless it is taken back: schulkonto leaver cancel ${account}`,
    de: ({ account, deletedOn, isWithdrawal }) =>
      isWithdrawal
        ? `${account} wird am ${writtenDay('de', deletedOn)} gelöscht, weil die Einwilligung widerrufen wurde. Das gilt; mit einer neuen Einwilligung lassen sich die Konten zusammenlegen: schulkonto consent give ${account}`
        : `${account} wird am ${writtenDay('de', deletedOn)} auf eigenen Wunsch gelöscht. Das gilt, es sei denn, der Wunsch wird zurückgenommen: schulkonto leaver cancel ${account}`,
  },
);

export const stayingLeaves = failure<Both & { deletedOn: Day }>('staying-leaves', Exit.refused, {
  en: ({ old, staying, deletedOn }) =>
    `${staying}, which would stay, is to be deleted on ${writtenDay('en', deletedOn)}, and ${old} is not. Merge them the other way round, or end that first: schulkonto leaver cancel ${staying}`,
  de: ({ old, staying, deletedOn }) =>
    `${staying}, das bliebe, wird am ${writtenDay('de', deletedOn)} gelöscht, ${old} nicht. Andersherum zusammenlegen oder das zuerst beenden: schulkonto leaver cancel ${staying}`,
});

export const twoSuspensions = failure<Both>('two-suspensions', Exit.refused, {
  en: ({ old, staying }) =>
    `${old} and ${staying} are both suspended, and there is one suspension at a time. Lift one of them first: schulkonto suspension lift ${old}`,
  de: ({ old, staying }) =>
    `${old} und ${staying} sind beide gesperrt, und es gibt nur eine Sperrung auf einmal. Zuerst eine aufheben: schulkonto suspension lift ${old}`,
});

export const mergeWaits = failure<{ account: string }>('merge-waits', Exit.refused, {
  en: ({ account }) =>
    `A question about ${account} is open. Answer it first: schulkonto roster import, or schulkonto iserv reconcile.`,
  de: ({ account }) =>
    `Zu ${account} ist eine Frage offen. Zuerst antworten: schulkonto roster import oder schulkonto iserv reconcile.`,
});
