import { act } from '../act.ts';

export const iservExported = act('iserv-exported', {
  en: 'written for IServ',
  de: 'für IServ geschrieben',
});
export const iservReconciled = act('iserv-reconciled', {
  en: 'compared with IServ',
  de: 'mit IServ abgeglichen',
});
export const iservAdopted = act('iserv-adopted', {
  en: 'taken over from IServ',
  de: 'aus IServ übernommen',
});
export const iservDone = act('iserv-done', { en: 'done in IServ', de: 'in IServ erledigt' });
export const classOpened = act('iserv-class-opened', {
  en: 'account opened for the hour of the class',
  de: 'Konto für die Stunde der Klasse geöffnet',
});
export const classClosed = act('iserv-class-closed', {
  en: 'account closed again after the hour of the class',
  de: 'Konto nach der Stunde der Klasse wieder geschlossen',
});
export const strangersForgotten = act('iserv-strangers-forgotten', {
  en: 'forgotten: accounts in IServ that nobody here has',
  de: 'vergessen: Konten in IServ, die hier niemand hat',
});
