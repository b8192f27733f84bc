import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { type Day, writtenDay } from '../time.ts';

export const moduleEnabled = failure<{ name: string; since: Day }>('module-enabled', Exit.refused, {
  en: ({ name, since }) => `${name} has been enabled since ${writtenDay('en', since)}. Nothing was enabled.`,
  de: ({ name, since }) => `${name} ist seit ${writtenDay('de', since)} freigeschaltet. Nichts wurde freigeschaltet.`,
});

export const moduleNotEnabled = failure<{ name: string; near: string[]; enabled: string[] }>(
  'module-not-enabled',
  Exit.refused,
  {
    en: ({ name, near, enabled }) =>
      enabled.length === 0
        ? `${name} is not enabled, and no other module is. Look with "schulkonto module list".`
        : `${name} is not enabled. ${near.length > 0 ? `Do you mean ${listed('en', near)}?` : `There is ${listed('en', enabled)}.`}`,
    de: ({ name, near, enabled }) =>
      enabled.length === 0
        ? `${name} ist nicht freigeschaltet, und kein anderes Modul. Nachsehen mit „schulkonto module list“.`
        : `${name} ist nicht freigeschaltet. ${near.length > 0 ? `Gemeint: ${listed('de', near)}?` : `Es gibt ${listed('de', enabled)}.`}`,
  },
);

export const disabledBeforeEnabled = failure<{ name: string; since: Day; on: Day }>(
  'disabled-before-enabled',
  Exit.refused,
  {
    en: ({ name, since, on }) =>
      `${name} is enabled from ${writtenDay('en', since)} on, and can't have been disabled on ${writtenDay('en', on)}.\nCheck --on.`,
    de: ({ name, since, on }) =>
      `${name} ist ab ${writtenDay('de', since)} freigeschaltet und kann nicht am ${writtenDay('de', on)} abgeschaltet worden sein.\n--on prüfen.`,
  },
);

export const noModules = failure<object>('no-modules', Exit.refused, {
  en: () => 'No module is recorded as enabled, so there is nothing to tell.\nNext: schulkonto module enable NAME',
  de: () =>
    'Kein Modul ist als freigeschaltet festgehalten; es gibt nichts mitzuteilen.\nWeiter mit: schulkonto module enable NAME',
});
