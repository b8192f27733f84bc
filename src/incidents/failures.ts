import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';

export const unknownIncident = failure<{ incident: number }>('unknown-incident', Exit.refused, {
  en: ({ incident }) => `There is no incident ${incident}.\nLook with "schulkonto incident list --all".`,
  de: ({ incident }) => `Einen Vorfall ${incident} gibt es nicht.\nNachsehen mit „schulkonto incident list --all“.`,
});

export const incidentClosed = failure<{ incident: number; closedOn: Day }>('incident-closed', Exit.refused, {
  en: ({ incident, closedOn }) =>
    `Incident ${incident} was closed on ${writtenDay('en', closedOn)}.\nIf there is something new, open another one.`,
  de: ({ incident, closedOn }) =>
    `Der Vorfall ${incident} wurde am ${writtenDay('de', closedOn)} geschlossen.\nGibt es Neues, einen weiteren eröffnen.`,
});

export const notConcerned = failure<{ incident: number; accounts: string[] }>('not-concerned', Exit.refused, {
  en: ({ incident, accounts }) =>
    `Incident ${incident} does not concern ${listed('en', accounts)}.\nOpen one that does, if there is a suspicion.`,
  de: ({ incident, accounts }) =>
    `Der Vorfall ${incident} betrifft ${listed('de', accounts)} nicht.\nBesteht ein Verdacht, dafür einen eröffnen.`,
});

export const suspicionMissing = failure<{ incident: number }>('suspicion-missing', Exit.refused, {
  en: () =>
    'Nothing may be looked into without a concrete suspicion.\nSay in a few words what is suspected, with --suspicion.',
  de: () =>
    'Ohne konkreten Verdacht darf nichts eingesehen werden.\nMit --suspicion in ein paar Wörtern sagen, welcher besteht.',
});

export const nothingToInform = failure<{ incident: number; account: string }>('nothing-to-inform', Exit.refused, {
  en: ({ incident, account }) =>
    `In incident ${incident} nothing of ${account} was looked into that they have not been told of.\nSee "schulkonto incident show ${incident}".`,
  de: ({ incident, account }) =>
    `Im Vorfall ${incident} wurde bei ${account} nichts eingesehen, worüber nicht schon informiert ist.\nSiehe „schulkonto incident show ${incident}“.`,
});

export const informedInFuture = failure<{ on: Day }>('informed-in-future', Exit.refused, {
  en: ({ on }) => `${writtenDay('en', on)} is still to come. Record it when the person has been told.`,
  de: ({ on }) => `Der ${writtenDay('de', on)} kommt erst noch. Eintragen, wenn die Person informiert ist.`,
});

export const informedBeforeInspection = failure<{ on: Day; inspectedOn: Day }>(
  'informed-before-inspection',
  Exit.refused,
  {
    en: ({ on, inspectedOn }) =>
      `On ${writtenDay('en', on)} nothing had been looked into yet: that was on ${writtenDay('en', inspectedOn)}. Correct the day.`,
    de: ({ on, inspectedOn }) =>
      `Am ${writtenDay('de', on)} war noch nichts eingesehen: das war am ${writtenDay('de', inspectedOn)}. Den Tag berichtigen.`,
  },
);

export const notInformedYet = failure<{ incident: number; accounts: string[] }>('not-informed-yet', Exit.refused, {
  en: ({ incident, accounts }) =>
    `Incident ${incident} stays open: ${listed('en', accounts)} must be told first of what was looked into.\nThen: schulkonto incident inform ${incident} --account ${accounts[0]}`,
  de: ({ incident, accounts }) =>
    `Der Vorfall ${incident} bleibt offen: ${listed('de', accounts)} muss zuerst erfahren, was eingesehen wurde.\nDanach: schulkonto incident inform ${incident} --account ${accounts[0]}`,
});
