import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Basis } from '../consents/rules.ts';
import { guardianUntil, selfFrom, termsBasis } from '../consents/settings.ts';
import type { Tx } from '../database/database.ts';
import { schoolDomain, schoolLanguage, schoolName } from '../settings/school.ts';
import { type Setting, storeSetting, typedSetting } from '../settings/settings.ts';
import { allSettings, type Subject } from '../subject.ts';
import { cleaned } from '../typed.ts';
import { unknownSetting, wrongValue } from './failures.ts';
import * as log from './log.ts';

/**
 * Makes the registry of a school.
 * @throws Failure `registry-exists`, `registry-not-writable`, `wrong-value`
 */
export function initSchool(
  app: App,
  wish: {
    school: string;
    domain: string;
    language: string;
    basis?: Basis | undefined;
    guardianUntil: string | undefined;
    selfFrom: string | undefined;
  },
): void {
  const wanted = [
    [schoolName, wish.school],
    [schoolDomain, wish.domain],
    [schoolLanguage, wish.language],
    ...(wish.guardianUntil === undefined ? [] : [[guardianUntil, wish.guardianUntil] as const]),
    ...(wish.selfFrom === undefined ? [] : [[selfFrom, wish.selfFrom] as const]),
    ...Object.values(termsBasis).flatMap((setting) => (wish.basis ? [[setting, wish.basis] as const] : [])),
  ] as const;
  app.createRegistry((tx) => {
    tx.run('INSERT INTO registry (only_row, made_at, account_key) VALUES (1, :now, :key)', {
      now: tx.now,
      key: tx.random(32),
    });
    for (const [setting, value] of wanted) storeSetting(tx, setting, checked(setting, value));
    for (const [setting] of wanted) (setting as Setting).check?.(tx);
    record(tx, log.registryMade, null, Object.fromEntries(wanted.map(([{ key }, value]) => [key, value])));
  });
}

/**
 * Sets a setting.
 * @throws Failure `wrong-value`
 */
export function setSetting(
  app: App,
  setting: Setting,
  value: string,
): { key: string; from: string | null; to: string } {
  const { key } = setting;
  const to = checked(setting, value);
  return app.transact((tx: Tx) => {
    const from = typedSetting(tx, setting);
    if (from !== to) {
      storeSetting(tx, setting, to);
      setting.check?.(tx);
      record(tx, log.settingSet, null, { key, from, to });
    }
    return { key, from, to };
  });
}

/** @throws Failure `unknown-setting` */
export async function knownSetting(subjects: readonly Subject[], key: string): Promise<Setting> {
  const all = await allSettings(subjects);
  const known = all.find((one) => one.key === key);
  if (!known) throw unknownSetting({ key, known: all.map((one) => one.key) });
  return known;
}

/** A value as it is kept. @throws Failure `wrong-value` */
export function checked({ key, kind }: Setting, value: string): string {
  const typed = cleaned(value);
  const parsed = kind.parse(typed);
  if (parsed === undefined || parsed === null || kind.refuses?.(parsed))
    throw wrongValue({ key, value, form: kind.form });
  return kind.kept?.(parsed) ?? typed;
}
