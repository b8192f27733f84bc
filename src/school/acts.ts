import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Tx } from '../database/database.ts';
import { type SettingKey, settingKeys, settings, storeSetting, typedSetting } from '../settings/settings.ts';
import { unknownSetting, wrongValue } from './failures.ts';

/**
 * Makes the registry of a school.
 * @throws Failure `registry-exists`, `registry-not-writable`, `wrong-value`
 */
export function initSchool(
  app: App,
  wish: { 'school.name': string; 'school.domain': string; 'school.language': string },
): void {
  app.createRegistry((tx) => {
    tx.run('INSERT INTO registry (only_row, made_at, account_key) VALUES (1, :now, :key)', {
      now: tx.now,
      key: tx.random(32),
    });
    for (const [key, value] of Object.entries(wish))
      storeSetting(tx, key as SettingKey, checked(key as SettingKey, value));
    record(tx, 'registry-made', null, wish);
  });
}

/**
 * Sets a setting.
 * @throws Failure `unknown-setting`, `wrong-value`
 */
export function setSetting(app: App, key: string, value: string): { key: SettingKey; from: string | null; to: string } {
  const known = knownKey(key);
  const to = checked(known, value);
  return app.transact((tx: Tx) => {
    const from = typedSetting(tx, known);
    if (from !== to) {
      storeSetting(tx, known, to);
      record(tx, 'setting-set', null, { key, from, to });
    }
    return { key: known, from, to };
  });
}

/** @throws Failure `unknown-setting` */
export function knownKey(key: string): SettingKey {
  const known = settingKeys.find((one) => one === key);
  if (!known) throw unknownSetting({ key, known: settingKeys });
  return known;
}

function checked(key: SettingKey, value: string): string {
  const { kind } = settings[key];
  const typed = value.trim();
  if (kind.parse(typed) === undefined) throw wrongValue({ key, value, form: kind.form });
  return typed;
}
