import type { StatusPart } from '../subject.ts';
import { changedSince } from './rules.ts';
import { lastNotice, modules } from './store.ts';
import { text } from './text.ts';

/** What users have not been told yet of the modules (terms, "Nutzungsmöglichkeiten"). */
export const status: StatusPart = (app) => {
  const modulesToTell = changedSince(modules(app.db, true), lastNotice(app.db)).length;
  const lines = modulesToTell > 0 ? [app.say(text).status(modulesToTell)] : [];
  return { facts: { due: { modulesToTell } }, lines };
};
