import { act } from '../act.ts';

export const passwordIssued = act('password-issued', {
  en: 'provisional password issued',
  de: 'vorläufiges Passwort vergeben',
});
export const passwordReissued = act('password-reissued', {
  en: 'provisional password replaced, whose slip was lost',
  de: 'vorläufiges Passwort ersetzt, dessen Zettel verloren ging',
});
export const passwordReset = act('password-reset', {
  en: 'password reset in person',
  de: 'Passwort persönlich zurücksetzen lassen',
});
export const passwordResetRefused = act('password-reset-refused', {
  en: 'reset of the password refused',
  de: 'Zurücksetzen des Passworts abgelehnt',
});
export const passwordChanged = act('password-changed', { en: 'own password set', de: 'eigenes Passwort gesetzt' });
export const passwordChangeRefused = act('password-change-refused', {
  en: 'change of the password refused',
  de: 'Ändern des Passworts abgelehnt',
});
export const passwordConfirmed = act('password-confirmed', {
  en: 'own password seen in IServ',
  de: 'eigenes Passwort in IServ festgestellt',
});
