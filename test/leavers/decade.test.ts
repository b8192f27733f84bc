import { expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { tellsOtherwise } from './nights.ts';

/**
 * Ten years of a school, night by night. The committed test lives at a school of twelve, whose server is off on most
 * nights outside the season of leaving, so that it takes seconds;
 * `SCHOOL_SIZE=1200 npx vitest run --config .vitest.config.ts test/leavers/decade` takes a whole school through
 * every night of the same years.
 */
const size = Number(process.env.SCHOOL_SIZE ?? 12);
const everyNight = size > 100;
const grades = 6;
const start = Date.UTC(2026, 7, 20, 1);
const dayOf = (night: number) => new Date(start + night * 86_400_000).toISOString().slice(0, 10);

/** Throws of dice, the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const roll = dice(7);
const oneOf = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
const given = new Set<string>();

async function add(school: School, role: string, more: string): Promise<string> {
  const name = `--given ${oneOf(['Anna', 'Ben', 'Ida', 'Max'])} --family ${oneOf(['Müller', 'Kern', 'Groß'])}`;
  const ended = await school.cli(`user add --role ${role} ${name} ${more} --another --json`);
  const { account } = ended.json();
  expect(given.has(account), `${account} was given before`).toBe(false);
  given.add(account);
  return account;
}

/** New children come, some with a guardian of their own, some with one who has a child here. */
async function enrol(school: School, grade: number, children: number): Promise<void> {
  for (let child = 0; child < children; child += 1) {
    const account = await add(school, 'student', `--class ${grade}a`);
    const guardians = school.sql(
      `SELECT u.account, group_concat(c.account) AS children FROM users u
       JOIN guardianships g ON g.guardian_id = u.id JOIN users c ON c.id = g.child_id GROUP BY u.id`,
    );
    if (guardians.length > 0 && roll(3) === 0) {
      const sibling = oneOf(guardians);
      await school.cli(`user edit ${sibling.account} --child ${sibling.children},${account}`);
    } else {
      await add(school, 'guardian', `--child ${account}`);
    }
  }
}

const students = (school: School, where: string): string[] =>
  school
    .sql(`SELECT account FROM users u LEFT JOIN leavers l ON l.user_id = u.id WHERE role = 'student' AND ${where}`)
    .map(({ account }) => account);

/** The highest grade leaves, the others move up, new ones come. */
async function newSchoolYear(school: School, year: number): Promise<void> {
  const graduates = students(school, `class = '${4 + grades}a' AND l.user_id IS NULL`);
  if (graduates.length > 0) await school.cli(`leaver schedule ${graduates.join(' ')} --left-on ${year}-07-31`);
  school.sql(`UPDATE users SET class = (CAST(class AS INTEGER) + 1) || 'a' WHERE role = 'student'
    AND id NOT IN (SELECT user_id FROM leavers)`);
  await enrol(school, 5, size / grades);
}

/** Now and then somebody moves away, comes back, or must not be deleted for a while. */
async function happenings(school: School, today: string): Promise<void> {
  const [staying, leaving] = [students(school, 'l.user_id IS NULL'), students(school, 'l.user_id IS NOT NULL')];
  const held = students(school, 'u.id IN (SELECT user_id FROM leaver_holds)');
  const dice = roll(40);
  if (dice === 0 && staying.length > 0) await school.cli(`leaver schedule ${oneOf(staying)} --left-on ${today}`);
  if (dice === 1 && leaving.length > 0) await school.cli(`leaver cancel ${oneOf(leaving)}`);
  if (dice === 2 && leaving.length > 0) await school.cli(`leaver hold ${oneOf(leaving)} --reason dispute`);
  if (dice < 8 && held.length > 0) await school.cli(`leaver release ${oneOf(held)}`);
}

/** Who must be gone after a run, and nobody else; asked of the tables, in other words than the program's. */
const dueBefore = (school: School, today: string): string[] => {
  const held = new Set(school.sql('SELECT user_id FROM leaver_holds').map((row) => row.user_id));
  const links = school.sql('SELECT guardian_id, child_id FROM guardianships');
  return school
    .sql('SELECT u.id, u.account, l.deleted_on FROM leavers l JOIN users u ON u.id = l.user_id')
    .filter(({ deleted_on }) => deleted_on <= today)
    .filter(({ id }) => !held.has(id) && !links.some((link) => link.guardian_id === id && held.has(link.child_id)))
    .map(({ account }) => account)
    .sort();
};

/** A night as it may go: often once, sometimes twice, sometimes with a record that can't be deleted. */
async function night(school: School, today: string): Promise<void> {
  const announced = (await school.cli('leaver run --dry-run --json')).json().announced;
  // The server was off for more than a week: the first night only says whom the next one deletes.
  if (announced.length > 0) expect(await school.cli('leaver run --json')).toMatchObject({ exit: 5 });
  const due = dueBefore(school, today);
  const stuck = due.length > 0 && roll(4) === 0 ? oneOf(due) : undefined;
  if (stuck) {
    school.sql(`CREATE TRIGGER stuck BEFORE DELETE ON users WHEN OLD.account = '${stuck}'
      BEGIN SELECT RAISE(ABORT, 'stuck'); END`);
    const ended = await school.cli(`leaver run --approve ${due.length}`);
    expect({ exit: ended.exit, err: ended.err }).toEqual({ exit: 5, err: `! ${stuck} is held back: stuck\n` });
    school.sql('DROP TRIGGER stuck');
  }
  const ended = await school.cli(`leaver run --approve ${due.length} --json`);
  expect(ended, today).toMatchObject({ exit: 0, err: '' });
  const deleted: string[] = ended.json().deleted.map(({ account }: { account: string }) => account);
  // A guardian to whom a child came, or whose last child got other dates, stays; nobody else may.
  const stayed = (stuck ? [stuck] : due).filter((account) => !deleted.includes(account));
  for (const account of stayed)
    expect(school.sql('SELECT role FROM users WHERE account = ?', account)).toEqual([{ role: 'guardian' }]);
  expect(deleted.filter((account) => !due.includes(account))).toEqual([]);
  expect(dueBefore(school, today)).toEqual([]);
  if (roll(5) === 0) expect(await school.cli('leaver run')).toMatchObject({ exit: 0, out: '', err: '' });
}

test('ten years of a school', { timeout: 3_600_000 }, async () => {
  const school = await newSchool(new Date(start));
  await tellsOtherwise(school);
  for (let grade = 5; grade < 5 + grades; grade += 1) await enrol(school, grade, size / grades);
  for (let number = 0; number < 3650; number += 1) {
    const today = dayOf(number);
    const season = /-(08-2[6-9]|09-(0[7-9]|1[0-3]))/.test(today);
    if (today.endsWith('-08-20') && number > 0) {
      school.now = new Date(start + number * 86_400_000 - 3_600_000);
      await newSchoolYear(school, Number(today.slice(0, 4)));
    }
    const isOff = everyNight ? roll(20) === 0 : season ? roll(4) === 0 : number % 28 !== 0;
    if (isOff) continue;
    school.now = new Date(start + number * 86_400_000);
    await happenings(school, today);
    await night(school, today);
    const lonely = school.sql(`SELECT account FROM users u WHERE role = 'guardian'
      AND NOT EXISTS (SELECT 1 FROM guardianships WHERE guardian_id = u.id)
      AND NOT EXISTS (SELECT 1 FROM leavers WHERE user_id = u.id)`);
    expect(lonely).toEqual([]);
  }
  expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  const [{ stones }] = school.sql('SELECT count(*) AS stones FROM tombstones');
  const [{ hashes }] = school.sql('SELECT count(*) AS hashes FROM former_accounts');
  const [{ people }] = school.sql('SELECT count(*) AS people FROM users');
  expect({ stones, hashes }).toEqual({ stones: given.size - people, hashes: given.size - people });
  expect(stones).toBeGreaterThan(size * 2);
});
