import { act } from '../act.ts';

export const userMerged = act('user-merged', {
  en: 'two accounts of one person made one',
  de: 'zwei Konten einer Person zusammengelegt',
});
