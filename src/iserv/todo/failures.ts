import { Exit, failure } from '../../failures.ts';
import { listed } from '../../language.ts';
import type { Task } from './rules.ts';

export const nothingToDo = failure<{ accounts: readonly string[] }>('nothing-to-do-in-iserv', Exit.refused, {
  en: ({ accounts }) =>
    `Nothing of that is to be done in IServ for ${listed('en', accounts)}.\nWhat is: schulkonto iserv todo`,
  de: ({ accounts }) =>
    `Für ${listed('de', accounts)} ist in IServ nichts davon zu tun.\nWas zu tun ist: schulkonto iserv todo`,
});

export const changedSince = failure<object>('iserv-list-changed', Exit.busy, {
  en: () => 'The list has changed in the meantime. Look at it again: schulkonto iserv todo',
  de: () => 'Die Liste hat sich inzwischen geändert. Noch einmal ansehen: schulkonto iserv todo',
});

export const severalThings = failure<{ what: readonly Task[] }>('several-things', Exit.usage, {
  en: ({ what }) =>
    `A list for a bulk action is for one thing only, and there are ${listed('en', what)}. Choose one: --what ${what[0] ?? 'lock'}`,
  de: ({ what }) =>
    `Eine Liste für eine Sammelaktion ist nur für eines, und es gibt ${listed('de', what)}. Eines wählen: --what ${what[0] ?? 'lock'}`,
});

export const whatIsDone = failure<object>('what-is-done', Exit.usage, {
  en: () => 'Say what is done: accounts, --what, --class, or --all for the whole list.',
  de: () => 'Sagen, was erledigt ist: Accounts, --what, --class, oder --all für die ganze Liste.',
});
