import type { StatusPart } from '../subject.ts';
import { unsignedAmong } from './rules.ts';
import { administrators, operatorsLately } from './store.ts';
import { text } from './text.ts';

/** Who works here without having signed what the terms ask of administrators ("Administratoren"). */
export const status: StatusPart = (app) => {
  const say = app.say(text).status;
  const unsigned = unsignedAmong(administrators(app.db, false), operatorsLately(app.db));
  const lines = unsigned.map(({ osName, name }) => (name === null ? say.stranger(osName) : say.unsigned(osName, name)));
  return { facts: { withoutUndertaking: unsigned }, lines };
};
