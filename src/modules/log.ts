import { act } from '../act.ts';

export const enabled = act('module-switched-on', { en: 'module enabled', de: 'Modul freigeschaltet' });
export const disabled = act('module-switched-off', {
  en: 'module disabled',
  de: 'Modul abgeschaltet',
});
export const told = act('modules-told', {
  en: 'users told which modules are enabled',
  de: 'Nutzern mitgeteilt, welche Module freigeschaltet sind',
});
