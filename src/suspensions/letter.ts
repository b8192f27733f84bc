import type { Reader } from '../database/database.ts';
import { bilingual, type Language } from '../language.ts';
import { type Html, html, page } from '../pages/html.ts';
import { settingValue } from '../settings/settings.ts';
import { clauses } from '../terms/clauses.ts';
import { type Day, writtenDay } from '../time.ts';
import { custodiansOf } from '../users/guardians/store.ts';
import { isMinor, type User } from '../users/rules.ts';
import { getUsers } from '../users/store.ts';
import { notSuspended } from './failures.ts';
import { periodText, reviewDue } from './period.ts';
import type { Standing } from './rules.ts';
import { reviewDays } from './settings.ts';
import { suspensions } from './store.ts';

const style = `
.letter { break-after: page; }
.letter:last-child { break-after: auto; }
.school { text-align: right; color: #333; margin: 0 0 10mm; }
.to { min-height: 22mm; margin: 0 0 8mm; }
.letter p { margin: 0 0 4mm; }
dl { display: grid; grid-template-columns: 42mm 1fr; gap: 1.5mm 4mm; margin: 0 0 6mm; }
dt { color: #333; }
dd { margin: 0; overflow-wrap: anywhere; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 0 10mm; break-inside: avoid; }
.sign div { border-top: 0.3mm solid #000; margin-top: 16mm; padding-top: 1mm; font-size: 8.5pt; }
.receipt { border-top: 0.3mm dashed #555; margin-top: 12mm; padding-top: 4mm; break-inside: avoid; }
`;

const text = bilingual({
  en: {
    title: (account: string) => `Suspension of the IServ account ${account}`,
    toGuardians: (name: string) => `To the parents and guardians of ${name}`,
    class: 'Class',
    opening: (name: string, account: string, period: string) =>
      `The IServ account ${account} of ${name} is suspended ${period}.`,
    reason: 'Reason',
    rule: 'Rule that was broken',
    section: (rule: string, section: string) => `${rule} (terms of use, “${section}”)`,
    heard: 'Heard',
    heardOn: (day: string) => `on ${day}`,
    notHeard: 'not yet: you can speak about it at any time',
    decidedBy: 'Decided by',
    meaning:
      'During this time neither the computers of the school nor IServ can be used, at school and on one’s own devices. Files and messages stay; the account is not deleted because of it.',
    ends: (day: string) => `The suspension ends by itself after ${day}.`,
    review: (day: string) =>
      `The school looks on ${day} at the latest whether it must go on, and lifts it as soon as its reason is gone.`,
    reviewNow: 'The school is looking now whether it must go on, and lifts it as soon as its reason is gone.',
    answer: 'If you see it otherwise, tell the school: it will look at the suspension again.',
    place: 'Place, date',
    head: 'Signature for the school',
    receipt: (name: string) => `I have read the letter about the suspension of ${name}.`,
    signed: { guardian: 'Signature of a parent or guardian', self: 'Signature' },
  },
  de: {
    title: (account) => `Sperrung des IServ-Kontos ${account}`,
    toGuardians: (name) => `An die Erziehungsberechtigten von ${name}`,
    class: 'Klasse',
    opening: (name, account, period) => `Das IServ-Konto ${account} von ${name} ist ${period} gesperrt.`,
    reason: 'Grund',
    rule: 'Verletzte Regel',
    section: (rule, section) => `${rule} (Nutzungsordnung, „${section}“)`,
    heard: 'Angehört',
    heardOn: (day) => `am ${day}`,
    notHeard: 'noch nicht: Sie können sich jederzeit dazu äußern',
    decidedBy: 'Entschieden von',
    meaning:
      'In dieser Zeit lassen sich weder die Computer der Schule noch IServ benutzen, in der Schule und auf eigenen Geräten. Dateien und Nachrichten bleiben; das Konto wird deswegen nicht gelöscht.',
    ends: (day) => `Die Sperrung endet nach dem ${day} von selbst.`,
    review: (day) =>
      `Die Schule prüft spätestens am ${day}, ob sie weiter nötig ist, und hebt sie auf, sobald ihr Grund entfallen ist.`,
    reviewNow: 'Die Schule prüft zurzeit, ob sie weiter nötig ist, und hebt sie auf, sobald ihr Grund entfallen ist.',
    answer: 'Wenn Sie es anders sehen, sagen Sie es der Schule: sie sieht sich die Sperrung dann noch einmal an.',
    place: 'Ort, Datum',
    head: 'Unterschrift für die Schule',
    receipt: (name) => `Ich habe das Schreiben über die Sperrung von ${name} gelesen.`,
    signed: { guardian: 'Unterschrift einer/eines Erziehungsberechtigten', self: 'Unterschrift' },
  },
});

/** A suspension, whose account it is, and whom the letter goes to. */
export interface Letter {
  suspension: Standing;
  name: string;
  class: string | null;
  /** The names of the guardians who have custody of a child, as far as they are known; null: the letter goes to the person. */
  guardians: readonly string[] | null;
  /** When somebody looks at it again; null where it ends before. */
  reviewOn: Day | null;
}

/** What letters are made of. @throws Failure `unknown-account`, `not-suspended` */
export function lettersFor(db: Reader, accounts: readonly string[], today: Day): Letter[] {
  const days = settingValue(db, reviewDays);
  const people = getUsers(db, accounts);
  const standing = [...suspensions(db, { accounts }, false, today)];
  const found = people.map((user) => ({ user, suspension: standing.find((one) => one.account === user.account) }));
  const others = found.filter(({ suspension }) => !suspension).map(({ user }) => user.account);
  if (others.length > 0) throw notSuspended({ accounts: others });
  const nameOf = (one: Pick<User, 'givenName' | 'familyName'>) => `${one.givenName} ${one.familyName}`.trim();
  return found.flatMap(({ user, suspension }) => {
    if (!suspension) return [];
    const guardians = isMinor(user, today) ? custodiansOf(db, user.id, today).map(nameOf) : null;
    const reviewOn = reviewDue(suspension, suspension.reviewedOn, days);
    return [{ suspension, name: nameOf(user), class: user.class, guardians, reviewOn }];
  });
}

/** A letter about each suspension, on a page of its own, with a receipt to cut off. */
export function letterPage(language: Language, school: string, today: Day, letters: readonly Letter[]): string {
  const accounts = letters.map(({ suspension }) => suspension.account);
  const title = text[language].title(accounts.length === 1 ? (accounts[0] ?? '') : '');
  const body = html`${letters.map((letter) => letterHtml(language, school, today, letter))}`;
  return page({ language, title: title.trim(), style, body });
}

function letterHtml(language: Language, school: string, today: Day, letter: Letter): Html {
  const say = text[language];
  const on = (day: Day) => writtenDay(language, day);
  const { suspension, name, guardians, reviewOn } = letter;
  const { account, reason, clause, heardOn, decidedBy, until } = suspension;
  const facts: [string, string | null][] = [
    [say.reason, reason],
    [say.rule, clause && say.section(clauses[clause].rule[language], clauses[clause].section)],
    [say.heard, heardOn === null ? say.notHeard : say.heardOn(on(heardOn))],
    [say.decidedBy, decidedBy],
  ];
  const known = facts.flatMap(([label, value]) => (value === null ? [] : [html`<dt>${label}</dt><dd>${value}</dd>\n`]));
  const to = guardians === null ? [name] : [say.toGuardians(name), ...guardians];
  const ownClass = letter.class === null ? [] : [`${say.class} ${letter.class}`];
  const goesOn = reviewOn === null ? null : reviewOn <= today ? say.reviewNow : say.review(on(reviewOn));
  return html`<section class="letter">
<p class="school">${school}</p>
<p class="to">${[...to, ...ownClass].map((line) => html`${line}<br>\n`)}</p>
<h1>${say.title(account)}</h1>
<p>${say.opening(name, account, periodText[language](suspension))}</p>
<dl>
${known}</dl>
<p>${say.meaning}</p>
<p>${[until === null ? null : say.ends(on(until)), goesOn].filter((one) => one !== null).join(' ')}</p>
<p>${say.answer}</p>
<div class="sign"><div>${say.place}</div><div>${say.head}</div></div>
<div class="receipt"><p>${say.receipt(name)}</p>
<div class="sign"><div>${say.place}</div><div>${say.signed[guardians === null ? 'self' : 'guardian']}</div></div></div>
</section>
`;
}
