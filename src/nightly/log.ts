import { act } from '../act.ts';

export const leaverLocked = act('leaver-locked', {
  en: 'account locked after leaving',
  de: 'Konto nach dem Abgang gesperrt',
});
export const leaverRunApproved = act('leaver-run-approved', {
  en: 'nightly run approved',
  de: 'nächtlicher Lauf freigegeben',
});

export { namesKept, namesMasked } from './traces/log.ts';
