import type { App } from '../../app.ts';
import { bilingual } from '../../language.ts';
import { Command, day, examples } from '../../terminal/command.ts';
import { writtenDay } from '../../time.ts';
import { type By, named } from '../../users/guardians/who.ts';
import { who } from '../commands.ts';
import { decideByCourt } from './acts.ts';

const text = bilingual({
  en: {
    summary: 'record that a court lets one guardian decide about one purpose (§ 1628 BGB)',
    account: 'the account of the child',
    purpose: 'what the court decided about',
    by: 'who decides alone: guardian:ACCOUNT or "guardian-name:NAME"; all: all who have custody again',
    askBy: 'Who decides alone (guardian:ACCOUNT, guardian-name:NAME; all: all who have custody again)?',
    on: 'the day from which that holds; without it, today',
    evidence: 'where that is written: court and file number',
    askEvidence: 'Where is that written (court and file number)?',
    one: (by: string, account: string, purpose: string, day: string) =>
      `Since ${day} ${by} decides alone for ${account} (${purpose}).`,
    all: (account: string, purpose: string, day: string) =>
      `Since ${day} all who have custody decide for ${account} again (${purpose}).`,
  },
  de: {
    summary: 'festhalten, dass ein Gericht eine Person allein über einen Zweck entscheiden lässt (§ 1628 BGB)',
    account: 'das Konto des Kindes',
    purpose: 'worüber das Gericht entschieden hat',
    by: 'wer allein entscheidet: guardian:KONTO oder "guardian-name:NAME"; all: wieder alle Sorgeberechtigten',
    askBy: 'Wer entscheidet allein (guardian:KONTO, guardian-name:NAME; all: wieder alle Sorgeberechtigten)?',
    on: 'der Tag, seit dem das gilt; ohne Angabe heute',
    evidence: 'wo das steht: Gericht und Aktenzeichen',
    askEvidence: 'Wo steht das (Gericht und Aktenzeichen)?',
    one: (by, account, purpose, day) => `Seit ${day} entscheidet ${by} allein für ${account} (${purpose}).`,
    all: (account, purpose, day) =>
      `Seit ${day} entscheiden für ${account} wieder alle Sorgeberechtigten (${purpose}).`,
  },
});

/** One guardian, or all again. @throws Failure `not-who-decided`, `not-a-full-name` */
const choice = (typed: string): By | null => (/^(all|alle)$/i.test(typed.trim()) ? null : who(typed));

export function consentCourt(app: App) {
  const say = app.say(text);

  return new Command('court')
    .description(say.summary)
    .argument('<account>', say.account)
    .option('--by <who>', say.by, choice)
    .option('--purpose <purpose>', say.purpose, 'terms')
    .option('--on <day>', say.on, day)
    .option('--evidence <text>', say.evidence)
    .addHelpText(
      'after',
      examples(
        app.language,
        'consent court anna.mueller --by guardian:ute.mueller --purpose photos --evidence "AG Kiel, 3 F 12/26"',
      ),
    )
    .action(async (account, { by, purpose, on, evidence }) => {
      const chosen = by === undefined ? await app.ask('--by', say.askBy, choice) : by;
      const kept = await app.needWords(evidence, '--evidence', say.askEvidence);
      const decided = decideByCourt(app, account, { purpose, by: chosen, on, evidence: kept });
      const since = writtenDay(app.language, decided.since);
      const done = chosen === null ? say.all(account, purpose, since) : say.one(named(chosen), account, purpose, since);
      await app.show(decided, [done]);
    });
}
