import type { Day, Instant } from '../time.ts';

/** What IServ calls its modules. Schools may have others, and call them otherwise. */
export const knownModules = [
  'Adressbuch',
  'Aufgaben',
  'Buchungen',
  'Dateien',
  'Drucken',
  'E-Mail',
  'Elternbriefe',
  'Elternsprechtage',
  'Foren',
  'Infobildschirm',
  'Kalender',
  'Klassenbuch',
  'Klausurmodus',
  'Klausurplan',
  'Krankmeldungen',
  'Kurswahlen',
  'Messenger',
  'News',
  'Office',
  'Pläne',
  'Rechnersteuerung',
  'Schnellumfragen',
  'Störungsmeldung',
  'Stundenplan',
  'Texte',
  'Umfragen',
  'Videokonferenzen',
] as const;

/** A module of IServ that the school has enabled (terms, "Nutzungsmöglichkeiten"), or had. */
export interface Module {
  module: number;
  name: string;
  since: Day;
  decidedBy: string | null;
  enabledAt: Instant;
  disabled: { on: Day; reason: string | null; at: Instant } | null;
}

/** That users were told which modules are enabled. */
export interface Notice {
  on: Day;
  recordedAt: Instant;
}

/** By what a module is known, however its name is written: `e mail` is `E-Mail`. */
export const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The name as IServ writes it, if it is one of IServ's; else as it was typed. */
export const namedAs = (typed: string): string => knownModules.find((known) => keyOf(known) === keyOf(typed)) ?? typed;

/** Those that begin alike or have one name inside the other: what somebody may have meant. */
export function modulesNear(typed: string, names: readonly string[]): string[] {
  const wanted = keyOf(typed);
  const isNear = (name: string) =>
    wanted.length > 2 && (name.startsWith(wanted.slice(0, 4)) || name.includes(wanted) || wanted.includes(name));
  return names.filter((name) => isNear(keyOf(name)));
}

/** What has been enabled since users were last told, or disabled although they were told that it is enabled. */
export const changedSince = (modules: readonly Module[], told: Notice | undefined): Module[] => {
  const isKnown = (moment: Instant) => told !== undefined && moment <= told.recordedAt;
  return modules.filter(({ enabledAt, disabled }) =>
    disabled === null ? !isKnown(enabledAt) : isKnown(enabledAt) && !isKnown(disabled.at),
  );
};
