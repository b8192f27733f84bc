import type { App } from '../../app.ts';
import type { Source } from '../../csv/bytes/file.ts';
import { plainName } from '../../csv/header.ts';
import { chosenSheets } from '../../csv/tables/sheets.ts';
import { schoolDomain } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { type Field, fieldNames, fields } from '../formats/fields.ts';
import {
  findLostNames,
  openStage,
  parkClass,
  presentClasses,
  stageRows,
  takeSecondEnrolments,
} from '../planning/staging.ts';
import type { PlanRules, Scope } from '../planning/wish.ts';
import { columnsUnclear } from '../reading/failures.ts';
import { type Answers, type ClassAnswers, type Roster, readRoster, sha256Of, type Taken } from '../reading/read.ts';
import { classKey, knownClasses, knownNames, rememberedColumns } from '../reading/remembered.ts';
import type { Unclear } from '../reading/unclear.ts';
import { lineAsked } from './explaining.ts';
import { type Parking, parkedClasses } from './parking.ts';
import { text } from './text.ts';
import type { ImportWish } from './wish.ts';

/** A roster that was read, and how it is put on the stage, line by line: as often as somebody says whom it is about. */
export interface Intake {
  file: Taken;
  /** Puts it there, as often as somebody says whom it is about; asks about its classes the first time. */
  stage: (scope: Scope, rules: PlanRules) => Promise<void>;
}

/**
 * Reads a roster. Columns that look like something that the file lacks are asked about.
 * @throws Failure `columns-unclear` where nobody can be asked about them; and what a file as a whole may suffer from
 */
export async function takeIn(app: App, named: readonly Source[], wish: ImportWish): Promise<Intake> {
  const choose = app.canAsk ? app.choose.bind(app) : undefined;
  const { language } = app;
  const sources = await chosenSheets(named, { wished: wish.sheet, language, choose, isSeveral: true });
  const remembered = rememberedColumns(app.db, wish.source);
  const about = {
    today: app.moment.today,
    language: app.language,
    domain: settingValue(app.db, schoolDomain),
    classes: knownClasses(app.db),
    names: () => knownNames(app.db),
  };
  const read = (answers: Answers): Roster =>
    readRoster(sources, { ...wish, remembered: new Map([...remembered, ...answers]) }, about);

  let answers = typedAnswers(wish);
  let roster = read(answers);
  const unclear = roster.files.flatMap(({ file, unclear }) => unclear.map((one) => ({ file, ...one })));
  if (unclear[0]) {
    if (!app.canAsk) throw columnsUnclear({ file: unclear[0].file, columns: unclear });
    answers = new Map([...answers, ...(await askedAbout(app, unclear))]);
    roster = read(answers);
  }
  const [first] = roster.files;
  if (!first) throw new Error('A roster without a file.');
  for (const { leftOut } of roster.files) leftOut.watched = wish.explain === undefined ? 0 : lineAsked(wish.explain);
  const { files } = roster;
  const file: Taken & { classAnswers: ClassAnswers } = {
    ...{ ...first, fields: roster.fields, sha256: sha256Of(files), files, answers },
    classAnswers: new Map(),
  };
  let parking: Parking | undefined;
  const stage = async (scope: Scope, rules: PlanRules) => {
    openStage(app.scratch);
    for (const rows of roster.batches()) stageRows(app.scratch, rows, scope, rules);
    for (const line of takeSecondEnrolments(app.scratch)) first.leftOut.add('second-enrolment', line);
    findLostNames(app.scratch, scope.source);
    parking ??= await parkedClasses(app, file.file, wish);
    file.classAnswers = parking.said;
    for (const { name } of presentClasses(app.db)) if (parking.all.get(classKey(name))) parkClass(app.scratch, name);
  };
  return { file, stage };
}

/** What was typed about columns by their names; a number means another column in every file. */
function typedAnswers({ map = [], ignore = [] }: ImportWish): Answers {
  const answers = new Map<string, Field | null>();
  for (const pair of map) {
    const [, name = '', column = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    const field = fields.find((one) => fieldNames[one] === name.trim().toLowerCase());
    if (field && !/^\d+$/.test(column.trim())) answers.set(plainName(column), field);
  }
  for (const column of ignore) if (!/^\d+$/.test(column.trim())) answers.set(plainName(column), null);
  answers.delete('');
  return answers;
}

async function askedAbout(app: App, columns: readonly (Unclear & { file: string })[]): Promise<Answers> {
  const say = app.say(text).unclear;
  const answers = new Map<string, Field | null>();
  for (const { column, field, values } of columns) {
    const heading = plainName(column);
    if (answers.has(heading)) continue;
    const answer = await app.choose(say.question(column, values), [
      { value: 'read', name: say.read(say.fields[field] ?? fieldNames[field]) },
      { value: 'ignore', name: say.ignore },
    ]);
    answers.set(heading, answer === 'read' ? field : null);
  }
  return answers;
}

export type { Taken };

/** The files as they were named; `-` is what is piped in. */
export async function sourcesOf(app: App, names: readonly string[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const name of names)
    sources.push(name === '-' ? { name: app.say(text).piped, bytes: await app.world.bytes() } : app.path(name));
  return sources;
}
