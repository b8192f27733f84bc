import { bilingual, count } from '../../language.ts';

export const text = bilingual({
  en: {
    removed: {
      summary: 'record that moderators deleted a post in chat or forum, and why',
      account: 'whose it was, if that is known',
      where: 'where it stood: which chat, which forum, which thread',
      reason: 'why it was deleted; what it said, as far as that is needed',
      by: 'who deleted it; without it, you',
      on: 'on which day; without it, today',
      incident: 'the incident that it belongs to',
      askWhere: 'Where did it stand?',
      askReason: 'Why was it deleted?',
      done: (post: number, where: string, day: string) => `Recorded as ${post}: deleted on ${day} in ${where}.`,
      next: (account: string) =>
        `If more follows from it: schulkonto incident open --account ${account} --clause messenger`,
    },
    list: {
      summary: 'list deleted posts',
      accounts: 'only posts of these accounts',
      columns: ['No.', 'Deleted', 'By', 'Where', 'Whose', 'Incident', 'Why'],
      unknown: 'not known',
      none: 'No deleted posts.',
      count: (posts: number) => `${count('en', posts, 'deleted post', 'deleted posts')}.`,
    },
  },
  de: {
    removed: {
      summary: 'festhalten, dass Moderatoren einen Beitrag in Chat oder Forum gelöscht haben, und warum',
      account: 'von wem er war, falls bekannt',
      where: 'wo er stand: welcher Chat, welches Forum, welches Thema',
      reason: 'warum er gelöscht wurde; was darin stand, soweit nötig',
      by: 'wer ihn gelöscht hat; ohne Angabe Sie',
      on: 'an welchem Tag; ohne Angabe heute',
      incident: 'der Vorfall, zu dem er gehört',
      askWhere: 'Wo stand er?',
      askReason: 'Warum wurde er gelöscht?',
      done: (post, where, day) => `Festgehalten als ${post}: gelöscht am ${day} in ${where}.`,
      next: (account) => `Falls mehr daraus folgt: schulkonto incident open --account ${account} --clause messenger`,
    },
    list: {
      summary: 'gelöschte Beiträge auflisten',
      accounts: 'nur Beiträge dieser Konten',
      columns: ['Nr.', 'Gelöscht', 'Von', 'Wo', 'Wessen', 'Vorfall', 'Warum'],
      unknown: 'nicht bekannt',
      none: 'Keine gelöschten Beiträge.',
      count: (posts) => count('de', posts, 'gelöschter Beitrag.', 'gelöschte Beiträge.'),
    },
  },
});
