import { act } from '../../act.ts';

export const namesMasked = act('names-masked', {
  en: 'names of the deleted taken out of texts',
  de: 'Namen von Gelöschten aus Texten genommen',
});
export const namesKept = act('names-kept', {
  en: 'names in texts mean others than the deleted',
  de: 'Namen in Texten meinen andere als die Gelöschten',
});
