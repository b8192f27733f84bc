import type { Language } from '../language.ts';

/** What stands for a value in the help, in German. */
const german: Readonly<Record<string, string>> = {
  account: 'konto',
  'account-or-id': 'konto-oder-id',
  'account-or-number': 'konto-oder-nummer',
  act: 'vorgang',
  address: 'adresse',
  age: 'alter',
  answer: 'antwort',
  backup: 'sicherung',
  basis: 'grundlage',
  channel: 'weg',
  char: 'zeichen',
  class: 'klasse',
  code: 'kürzel',
  column: 'spalte',
  columns: 'spalten',
  command: 'befehl',
  day: 'tag',
  domain: 'domain',
  fact: 'angabe',
  'field=column': 'feld=spalte',
  'field=value': 'feld=wert',
  file: 'datei',
  folder: 'ordner',
  'former-account': 'früheres-konto',
  id: 'id',
  incident: 'vorfall',
  'iserv-account': 'konto-in-iserv',
  key: 'schlüssel',
  kind: 'art',
  language: 'sprache',
  line: 'zeile',
  name: 'name',
  names: 'namen',
  'new-account': 'neues-konto',
  number: 'nummer',
  'number:hash': 'nummer:hash',
  'old-account': 'altes-konto',
  'old=new': 'alt=neu',
  'os-name': 'systemname',
  outcome: 'ergebnis',
  plan: 'plan',
  purpose: 'zweck',
  reason: 'grund',
  request: 'anfrage',
  role: 'rolle',
  run: 'lauf',
  shell: 'shell',
  state: 'stand',
  status: 'status',
  'staying-account': 'bleibendes-konto',
  text: 'text',
  'there=here': 'dort=hier',
  thing: 'aufgabe',
  title: 'titel',
  value: 'wert',
  version: 'fassung',
  what: 'was',
  who: 'wer',
  word: 'wort',
};

/** Whether a placeholder, as it stands in the flags of an option, has its German. */
export const hasGerman = (name: string): boolean => german[name.replace(/\.{3}$/, '')] !== undefined;

/** A term of the help with its placeholders (`<file>`, `[account...]`) in the language of the reader. */
export const withPlaceholders = (language: Language, term: string): string =>
  language === 'en'
    ? term
    : term.replace(
        /([<[])([a-z=-]+)(\.{3})?([>\]])/g,
        (_, open, name, more = '', close) => `${open}${german[name] ?? name}${more}${close}`,
      );
