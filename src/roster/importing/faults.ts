import type { App } from '../../app.ts';
import { Listing } from '../../csv/listing.ts';
import type { Language } from '../../language.ts';
import { settingValue } from '../../settings/settings.ts';
import type { Role } from '../../users/rules.ts';
import type { Plan } from '../planning/plan.ts';
import { problems } from '../planning/staging.ts';
import { isFault, type Problem, problemWords } from '../reading/problems.ts';
import type { Taken } from '../reading/read.ts';
import { skipAtMost } from '../settings.ts';
import type { Explained } from './explaining.ts';
import { type Faults, faultyRoster, otherRoleFile, tooManyFaulty } from './failures.ts';

/** So few faulty lines are left out of the smallest file. */
const few = 5;

/**
 * @throws Failure `roster-faulty` with all that is wrong, what was left empty too; with `skip`, `roster-too-faulty` where
 * so much is wrong that it must be the wrong file; `other-role-file` where most lines are known as somebody else
 */
export function refuseFaulty(app: App, file: Taken, plan: Plan, skip: boolean, explained: Explained | undefined): void {
  const { lines, rows } = app.db.get<{ lines: number; rows: number }>(
    'SELECT count(*) FILTER (WHERE faulty) AS lines, count(*) AS rows FROM temp.roster_rows',
  ) ?? { lines: 0, rows: 0 };
  const isTooMany = lines > few && lines > rows * settingValue(app.db, skipAtMost);
  if (skip && !isTooMany) return;
  const faults = faultsOf(app, file, explained);
  const others = faults.problems.filter(({ code }) => code === 'other-role');
  const [other] = others;
  if (!skip && other && others.length > 1 && others.length > plan.counts.rows / 2) {
    const role = other.facts?.role as Role;
    throw otherRoleFile({ file: faults.file, role: plan.wish.role, people: others.length, other: role });
  }
  if (faults.count === 0) return;
  throw skip ? tooManyFaulty({ ...faults, lines, rows }) : faultyRoster(faults);
}

function faultsOf(app: App, { files }: Taken, explained: Explained | undefined): Faults {
  const names = files.map(({ file }) => file);
  const faulty = new Listing<Problem>();
  const others = new Listing<Problem>();
  for (const found of problems(app.db, names)) (isFault(found) ? faulty : others).add(found);
  const all = [...faulty.first, ...others.first].slice(0, 1000).sort((a, b) => a.line - b.line);
  const lines = (listing: Listing<Problem>, language: Language) =>
    listing.lines(language, (found) => problemWords(language, found));
  return {
    file: names.join(', '),
    count: faulty.count,
    problems: all.map((found) => ({ ...found, message: problemWords(app.language, found) })),
    ...(explained !== undefined && { explained }),
    listing: (language) => {
      const also = language === 'de' ? 'Außerdem:' : 'Also:';
      const more = lines(others, language);
      return [...lines(faulty, language), ...(more.length > 0 ? [also, ...more] : [])].join('\n');
    },
  };
}
