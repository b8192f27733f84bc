import type { App } from '../../app.ts';
import { Exit, Failure } from '../../failures.ts';
import { listed } from '../../language.ts';
import { type Check, type Finding, loadedParts, type Subject } from '../../subject.ts';
import { Command, examples } from '../../terminal/command.ts';
import { warning } from '../../terminal/view.ts';
import { text } from './text.ts';

export function doctor(app: App, subjects: readonly Subject[]) {
  const say = app.say(text);

  return new Command('doctor')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'doctor', 'doctor --json'))
    .action(async () => {
      const checks = (await loadedParts(subjects, 'doctor')).flatMap((part) => part.checks);
      const looked = await examined(app, subjects, checks);
      const findings = looked.flatMap((one) => one.findings);
      const isSound = findings.every(({ isRemark }) => isRemark);
      if (!isSound) app.exit = Exit.faulty;
      const names = (those: readonly Examined[]) =>
        listed(
          app.language,
          those.map(({ name }) => name),
        );
      const sound = looked.filter((one) => one.isLookedAt && one.findings.every(({ isRemark }) => isRemark));
      const unseen = looked.filter((one) => !one.isLookedAt);
      await app.show({ isSound, checks: looked.map(({ name: _, ...one }) => one) }, [
        ...findings.map(({ message, mend, isRemark }) =>
          isRemark ? say.remark(message, mend) : warning(`${message}\n${mend}`.trimEnd()),
        ),
        ...(sound.length > 0 ? [say.sound(names(sound))] : []),
        ...(unseen.length > 0 ? [say.unseen(names(unseen))] : []),
      ]);
    });
}

/** What became of a check; one that needs the registry is not looked at where that can't be opened. */
interface Examined {
  check: string;
  name: string;
  isLookedAt: boolean;
  findings: Finding[];
}

async function examined(app: App, subjects: readonly Subject[], checks: readonly Check[]): Promise<Examined[]> {
  const opening = await found(app, () => {
    app.db.get('SELECT 1');
    return [];
  });
  const canOpen = opening.length === 0;
  const looked: Examined[] = [{ check: 'opening', name: app.say(text).opening, isLookedAt: true, findings: opening }];
  for (const { check, name, isOutside, look } of checks) {
    const isLookedAt = canOpen || isOutside === true;
    const findings = isLookedAt ? await found(app, () => look(app, subjects)) : [];
    looked.push({ check, name: app.say(name), isLookedAt, findings });
  }
  return looked;
}

/** What is found; a failure says so itself, its first line what is wrong and those after it how to mend it. */
async function found(app: App, look: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [message = '', ...mend] = error.words(app.language).split('\n');
    return [{ message, mend: mend.join(' ') }];
  }
}
