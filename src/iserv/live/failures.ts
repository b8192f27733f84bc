import { Exit, failure } from '../../failures.ts';
import { pasteable } from '../../files.ts';
import type { Language } from '../../language.ts';

export const notConfigured = failure<{ settings: readonly string[] }>('iserv-not-configured', Exit.refused, {
  en: ({ settings }) =>
    `IServ is not asked until the school says where it is and as whom.\n${settings.map((key) => `schulkonto settings set ${key} VALUE`).join('\n')}\nWithout that: schulkonto iserv reconcile FILE`,
  de: ({ settings }) =>
    `IServ wird erst gefragt, wenn die Schule sagt, wo es ist und als wer.\n${settings.map((key) => `schulkonto settings set ${key} WERT`).join('\n')}\nOhne das: schulkonto iserv reconcile DATEI`,
});

export const noSecret = failure<{ file: string }>('no-iserv-secret', Exit.refused, {
  en: ({ file }) =>
    `The secret for IServ's interface is expected alone in ${file}. Make that file, so that only you can read it:\n(umask 077 && cat > ${pasteable(file)})`,
  de: ({ file }) =>
    `Das Geheimnis für die Schnittstelle von IServ wird allein in ${file} erwartet. Die Datei so anlegen, dass nur Sie sie lesen können:\n(umask 077 && cat > ${pasteable(file)})`,
});

export const secretReadableByOthers = failure<{ file: string; mode: string }>(
  'iserv-secret-readable-by-others',
  Exit.refused,
  {
    en: ({ file, mode }) =>
      `Others can read the secret in ${file} (${mode}), so it is none any more. IServ was not asked.\nRenew it in IServ, then: chmod 600 ${pasteable(file)}`,
    de: ({ file, mode }) =>
      `Andere können das Geheimnis in ${file} lesen (${mode}), also ist es keines mehr. IServ wurde nicht gefragt.\nEs in IServ erneuern, dann: chmod 600 ${pasteable(file)}`,
  },
);

export const secretUnusable = failure<{ file: string }>('iserv-secret-unusable', Exit.faulty, {
  en: ({ file }) => `${file} must hold one line, the secret for IServ's interface, and nothing else.`,
  de: ({ file }) => `${file} muss genau eine Zeile enthalten, das Geheimnis für die Schnittstelle von IServ.`,
});

export const iservUnreachable = failure<{ host: string; detail: string }>('iserv-unreachable', Exit.busy, {
  en: ({ host, detail }, outcome) =>
    `${host} does not answer (${detail}); ${outcome}. Try again, or: schulkonto iserv reconcile FILE`,
  de: ({ host, detail }, outcome) =>
    `${host} antwortet nicht (${detail}); ${outcome}. Später noch einmal, oder: schulkonto iserv reconcile DATEI`,
});

export const iservRefuses = failure<{ host: string; status: number }>('iserv-refuses', Exit.refused, {
  en: ({ host, status }, outcome) =>
    `${host} lets nobody in with this name and secret (${status}); ${outcome}.\nCheck iserv.client-id, the secret, and in IServ that the client may read users (scope iserv:idm:api-read).`,
  de: ({ host, status }, outcome) =>
    `${host} lässt mit diesem Namen und Geheimnis niemanden ein (${status}); ${outcome}.\niserv.client-id und das Geheimnis prüfen, und in IServ, ob der Client Benutzer lesen darf (Scope iserv:idm:api-read).`,
});

/** What can be wrong with an answer. */
export type Oddity =
  | 'status'
  | 'redirect'
  | 'not-json'
  | 'too-long'
  | 'elsewhere'
  | 'no-login'
  | 'no-list'
  | 'no-account'
  | 'no-name'
  | 'twice'
  | 'in-a-ring'
  | 'incomplete';

const oddities: Record<Language, Record<Oddity, (detail: string) => string>> = {
  en: {
    status: (detail) => `it answers ${detail}`,
    redirect: (detail) => `it sends on to another place (${detail}), and a secret is not sent on`,
    'not-json': () => 'the answer is no JSON',
    'too-long': (detail) => `the answers are longer than ${detail}`,
    elsewhere: (detail) => `it names an address that is not its own (${detail})`,
    'no-login': () => 'it does not say how to log in',
    'no-list': () => 'the answer is no list of users',
    'no-account': (detail) => `user ${detail} of the list has no account`,
    'no-name': (detail) => `user ${detail} of the list lacks what was asked for: names, class, import ID`,
    twice: (detail) => `user ${detail} of the list is there twice`,
    'in-a-ring': () => 'its pages lead back to one that was read',
    incomplete: (detail) => `it gave another number of users than it says there are (${detail})`,
  },
  de: {
    status: (detail) => `es antwortet ${detail}`,
    redirect: (detail) =>
      `es schickt an eine andere Stelle weiter (${detail}), und ein Geheimnis wird nicht weitergeschickt`,
    'not-json': () => 'die Antwort ist kein JSON',
    'too-long': (detail) => `die Antworten sind länger als ${detail}`,
    elsewhere: (detail) => `es nennt eine Adresse, die nicht seine ist (${detail})`,
    'no-login': () => 'es sagt nicht, wie man sich anmeldet',
    'no-list': () => 'die Antwort ist keine Liste von Benutzern',
    'no-account': (detail) => `Benutzer ${detail} der Liste hat keinen Account`,
    'no-name': (detail) => `bei Benutzer ${detail} der Liste fehlt, wonach gefragt war: Namen, Klasse, Import-ID`,
    twice: (detail) => `Benutzer ${detail} der Liste steht doppelt darin`,
    'in-a-ring': () => 'seine Seiten führen zu einer zurück, die schon gelesen ist',
    incomplete: (detail) => `es gab eine andere Zahl von Benutzern, als es nach eigener Angabe hat (${detail})`,
  },
};

export const answerUnclear = failure<{ host: string; because: Oddity; detail: string }>(
  'iserv-answer-unclear',
  Exit.faulty,
  {
    en: ({ host, because, detail }, outcome) =>
      `${host} does not answer as expected: ${oddities.en[because](detail)}; ${outcome}.\nInstead: schulkonto iserv reconcile FILE`,
    de: ({ host, because, detail }, outcome) =>
      `${host} antwortet anders als erwartet: ${oddities.de[because](detail)}; ${outcome}.\nStattdessen: schulkonto iserv reconcile DATEI`,
  },
);
