import { act } from '../act.ts';

export const leaverDeleted = act('leaver-deleted', { en: 'deleted', de: 'gelöscht' });
