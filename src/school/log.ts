import { act } from '../act.ts';

export const registryMade = act('registry-made', { en: 'registry made', de: 'Register angelegt' });
export const settingSet = act('setting-set', { en: 'setting changed', de: 'Einstellung geändert' });
