import { bilingual, count, number } from '../language.ts';
import type { Wording } from './matching.ts';
import type { Bound, CountName } from './sentences-text.ts';

export const text = bilingual({
  en: {
    summary: 'every sentence of the terms: who it binds, which command carries it out, or that it is left to people',
    version: 'a version of the terms; without it, the one that holds, else the text that schulkonto knows',
    file: 'a text that is not published yet, instead of a version',
    uncarried: 'only the sentences that nobody carries out',
    columns: ['No.', 'Sentence', 'Binds', 'Carried out by', 'Left to people', 'Today'],
    bound: {
      school: 'the school',
      users: 'users',
      administrators: 'administrators',
      moderators: 'moderators',
      teachers: 'teachers',
    } as Record<Bound, string>,
    wording: { known: '', changed: 'nearly as known: look', new: 'nobody' } as Record<Wording, string>,
    kept: 'keeping to it',
    broken: (clause: string) => `keeping to it; else suspension impose --clause ${clause}`,
    counts: {
      accounts: (value: number) => count('en', value, 'account', 'accounts'),
      administrators: (value: number) => count('en', value, 'administrator', 'administrators'),
      idle: (value: number) => `${number('en', value)} not logged in`,
      leavers: (value: number) => `${number('en', value)} leaving`,
      modules: (value: number) => `${number('en', value)} enabled`,
      modulesToTell: (value: number) => `${number('en', value)} to be made known`,
      mustChange: (value: number) => `${number('en', value)} must change`,
      notices: (value: number) => `${number('en', value)} to be told`,
      openIncidents: (value: number) => count('en', value, 'open incident', 'open incidents'),
      passwordsOverdue: (value: number) => `${number('en', value)} overdue`,
      posts: (value: number) => `${number('en', value)} deleted`,
      softwarePermits: (value: number) => count('en', value, 'permit in force', 'permits in force'),
      suspensions: (value: number) => `${number('en', value)} suspended`,
      toInform: (value: number) => `${number('en', value)} to be told`,
      trafficPermits: (value: number) => count('en', value, 'permit in force', 'permits in force'),
      withoutPassword: (value: number) => `${number('en', value)} without a password`,
      withoutUndertaking: (value: number) => `${number('en', value)} without an undertaking`,
    } as Record<CountName, (value: number) => string>,
    builtIn: 'No version of the terms is published: these are the sentences of the text that schulkonto knows.',
    done: (all: number, commands: number, nobody: number) =>
      `${count('en', all, 'sentence', 'sentences')}: commands carry out ${number('en', commands)}, ${number('en', all - commands - nobody)} are left to people${nobody > 0 ? `, and nobody carries out ${number('en', nobody)}` : ''}.`,
    changed: (sentences: number) =>
      `${count('en', sentences, 'sentence is', 'sentences are')} worded otherwise than schulkonto knows: see whether the commands still do what is said there.`,
    none: 'There is no such sentence.',
  },
  de: {
    summary:
      'jeder Satz der Nutzungsordnung: wen er bindet, welcher Befehl ihn ausführt, oder dass er Menschen überlassen ist',
    version: 'eine Version der Nutzungsordnung; ohne Angabe die geltende, sonst der Text, den schulkonto kennt',
    file: 'ein noch nicht veröffentlichter Text statt einer Version',
    uncarried: 'nur die Sätze, die niemand ausführt',
    columns: ['Nr.', 'Satz', 'Bindet', 'Ausgeführt durch', 'Menschen überlassen', 'Heute'],
    bound: {
      school: 'die Schule',
      users: 'Nutzer',
      administrators: 'Administratoren',
      moderators: 'Moderatoren',
      teachers: 'Lehrkräfte',
    },
    wording: { known: '', changed: 'fast wie bekannt: nachsehen', new: 'niemand' },
    kept: 'sich daran halten',
    broken: (clause) => `sich daran halten; sonst suspension impose --clause ${clause}`,
    counts: {
      accounts: (value) => count('de', value, 'Konto', 'Konten'),
      administrators: (value) => count('de', value, 'Administrator', 'Administratoren'),
      idle: (value) => `${number('de', value)} nicht angemeldet`,
      leavers: (value) => `${number('de', value)} gehen`,
      modules: (value) => `${number('de', value)} freigeschaltet`,
      modulesToTell: (value) => `${number('de', value)} mitzuteilen`,
      mustChange: (value) => `${number('de', value)} noch zu ändern`,
      notices: (value) => `${number('de', value)} zu benachrichtigen`,
      openIncidents: (value) => count('de', value, 'offener Vorfall', 'offene Vorfälle'),
      passwordsOverdue: (value) => `${number('de', value)} überfällig`,
      posts: (value) => `${number('de', value)} gelöscht`,
      softwarePermits: (value) => count('de', value, 'Ausnahme gilt', 'Ausnahmen gelten'),
      suspensions: (value) => `${number('de', value)} gesperrt`,
      toInform: (value) => `${number('de', value)} zu informieren`,
      trafficPermits: (value) => count('de', value, 'Ausnahme gilt', 'Ausnahmen gelten'),
      withoutPassword: (value) => `${number('de', value)} ohne Passwort`,
      withoutUndertaking: (value) => `${number('de', value)} ohne Verpflichtung`,
    },
    builtIn:
      'Keine Version der Nutzungsordnung ist veröffentlicht: dies sind die Sätze des Textes, den schulkonto kennt.',
    done: (all, commands, nobody) =>
      `${count('de', all, 'Satz', 'Sätze')}: Befehle führen ${number('de', commands)} aus, ${number('de', all - commands - nobody)} sind Menschen überlassen${nobody > 0 ? `, und ${number('de', nobody)} führt niemand aus` : ''}.`,
    changed: (sentences) =>
      `${count('de', sentences, 'Satz lautet', 'Sätze lauten')} anders, als schulkonto sie kennt: nachsehen, ob die Befehle noch tun, was dort steht.`,
    none: 'Einen solchen Satz gibt es nicht.',
  },
});
