import type { Reader, Tx } from '../database/database.ts';
import { settingUnreadable } from './failures.ts';
import type { Kind } from './kinds.ts';

/** One thing that a school decides: its key, its kind, what holds if nobody sets it, and what it is for. */
export interface Setting<Value = unknown> {
  readonly key: string;
  readonly kind: Kind<NonNullable<Value>>;
  /** As somebody would type it; null where there is none. */
  readonly standard: string | null;
  readonly about: Record<'en' | 'de', string>;
  /** Whether it says something of the school that papers need: `doctor` reminds of it until it is said. */
  readonly isParticular?: true;
  /** Refuses what does not go together with other settings, once it is set. @throws Failure */
  readonly check?: (db: Reader) => void;
  /** A key of before: what is typed for it is kept for other settings, and it says what those come to. */
  readonly standsFor?: {
    readonly settings: readonly Setting[];
    keep(typed: string): string;
    tell(kept: readonly (string | null)[]): string;
  };
}

/** Declares a setting, once, in the room of its subject; without a standard, its value can be null. */
export const setting = <Value, Standard extends string | null>(
  key: string,
  kind: Kind<Value>,
  standard: Standard,
  about: Record<'en' | 'de', string>,
): Setting<Standard extends null ? Value | null : Value> => ({ key, kind: kind as never, standard, about });

/** Says that papers need it. */
export const particular = <Value>(of: Setting<Value>): Setting<Value> => ({ ...of, isParticular: true });

/** The settings that a module declares, one by one or for each role. */
export const settingsIn = (module: object): Setting[] =>
  Object.values(module).flatMap((found) => (isSetting(found) ? [found] : Object.values(found).filter(isSetting)));

const isSetting = (found: unknown): found is Setting =>
  typeof found === 'object' && found !== null && 'key' in found && 'kind' in found;

/** What somebody set, as they typed it; the standard if nobody did. */
export function typedSetting(db: Reader, { key, standard, standsFor }: Setting): string | null {
  if (standsFor) return standsFor.tell(standsFor.settings.map((one) => typedSetting(db, one)));
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE key = :key', { key });
  return row?.value ?? standard;
}

/**
 * The value that holds for a setting.
 * @throws Failure `setting-unreadable` if the registry holds what its kind does not know: nothing is decided on a guess
 */
export function settingValue<Value>(db: Reader, setting: Setting<Value>): Value {
  const typed = typedSetting(db, setting);
  if (typed === null) return null as Value;
  const value = setting.kind.parse(typed);
  if (value === undefined) throw settingUnreadable({ key: setting.key, value: typed, form: setting.kind.form });
  return value as Value;
}

/** Keeps a value that its kind has accepted, as it was typed. */
export function storeSetting(tx: Tx, { key, standsFor }: Setting, typed: string): void {
  if (standsFor) {
    for (const one of standsFor.settings) storeSetting(tx, one, standsFor.keep(typed));
    return;
  }
  tx.run(
    'INSERT INTO settings (key, value) VALUES (:key, :typed) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    { key, typed },
  );
}
