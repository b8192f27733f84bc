import type { App } from '../../app.ts';
import { record } from '../../audit/acts.ts';
import type { Tx } from '../../database/database.ts';
import { markTold } from '../../deletion/store.ts';
import { writeTogether } from '../../files.ts';
import { settingValue } from '../../settings/settings.ts';
import type { Role } from '../../users/rules.ts';
import { getUsers } from '../../users/store.ts';
import { checkPlace, recordFile } from '../../written/acts.ts';
import type { Column } from '../columns.ts';
import * as log from '../log.ts';
import { digestOf, toldOf } from '../rules.ts';
import { guardianColumns, iservColumns, iservDelimiter } from '../settings.ts';
import { begunRoles, deleteStrangers, insertExchange, insertOwnId, type NewKnown, storeKnown } from '../store.ts';
import {
  columnsUnusable,
  deletionsChanged,
  guardiansApart,
  iservUnknown,
  nobodyToExport,
  notToBeLeftOut,
} from './failures.ts';
import { rowsOf } from './rows.ts';
import { type ExportPlan, type Facts, isStranger, mayBeLeftOut, planExport } from './rules.ts';
import { exportFacts } from './store.ts';

/** What is asked of an export. */
export interface ExportWish {
  /** As it was typed, for what is said. */
  name: string;
  roles: readonly Role[];
  /** As they are typed; without them, those of the settings. */
  columns?: string | undefined;
  delimiter?: string | undefined;
  /** Somebody says that IServ has none of these roles yet. */
  first: boolean;
  leaveOut: readonly string[];
  /** The plan whose deletions a person has seen and approved, by its name. */
  approve?: string | undefined;
}

/** An export that is planned, and from which state of the registry. */
export interface Planned {
  version: number;
  wish: ExportWish;
  facts: Facts;
  plan: ExportPlan;
}

/**
 * Plans the file for IServ, and changes nothing.
 * @throws Failure `iserv-unknown`, `guardians-apart`, `not-to-be-left-out`, `nobody-to-export`, `deletions-changed`,
 * `unknown-account`
 */
export function planFile(app: App, wish: ExportWish): Planned {
  const { roles, leaveOut, approve } = wish;
  if (roles.includes('guardian') && roles.length > 1) throw guardiansApart({});
  const version = app.registryVersion;
  const facts = app.snapshot((db) => {
    getUsers(db, leaveOut);
    const begun = begunRoles(db);
    const unknown = roles.filter((role) => !begun.has(role));
    if (unknown.length > 0 && !wish.first) throw iservUnknown({ roles: unknown, file: wish.name });
    return exportFacts(db, roles, leaveOut, app.moment.today);
  });
  checkLeftOut(facts);
  const plan = planExport(facts);
  if (plan.written.length === 0) throw nobodyToExport({ roles, inRegistry: plan.inRegistry });
  if (plan.hold && approve !== undefined && approve !== plan.name) {
    throw deletionsChanged({ approved: approve, plan: plan.name });
  }
  return { version, wish, facts, plan };
}

/** Leaving somebody out deletes the account in IServ, so it takes a decision against it. @throws Failure `not-to-be-left-out` */
function checkLeftOut({ people, leaveOut, findings, roles }: Facts): void {
  const wrong = leaveOut.filter((account) => {
    const person = people.find((one) => one.account === account);
    return !person || !roles.includes(person.role) || !mayBeLeftOut(findings.get(account));
  });
  if (wrong.length > 0) throw notToBeLeftOut({ accounts: wrong });
}

/** Whether the file waits for somebody to approve whom it deletes. */
export const isHeld = ({ plan, wish }: Planned): boolean => plan.hold !== null && wish.approve !== plan.name;

/**
 * Writes the file, and keeps who was told to IServ, and how; both or nothing.
 * @throws Failure `columns-unusable`, `changed-meanwhile`, `file-exists`, `file-not-writable`
 */
export async function writeFile(app: App, file: string, planned: Planned): Promise<{ lines: number }> {
  const { version, wish, facts } = planned;
  const drawn = new Map<number, string>();
  const ids = new Map(planned.plan.ids);
  for (const { id } of planned.plan.written) {
    if (ids.get(id) !== null) continue;
    drawn.set(id, `sk-${app.world.random(10).toString('hex')}`);
    ids.set(id, drawn.get(id) ?? null);
  }
  const plan = { ...planned.plan, ids };
  const isOfGuardians = wish.roles.includes('guardian');
  const columns = columnsFor(app, wish.columns, isOfGuardians ? guardianColumns : iservColumns);
  const rows = rowsOf(plan, columns);
  const content = await tableOf(app, columns, rows, wish.delimiter);
  await checkPlace(app, file, 'iserv-file');
  writeTogether([{ file, content }], () =>
    app.transactAt(version, (tx) => {
      for (const [id, importId] of drawn) insertOwnId(tx, id, importId);
      storeKnown(tx, knownFrom(tx, plan, facts), 'export');
      markTold(tx, wish.roles);
      // IServ deletes them; if it does not, the next comparison finds them again.
      deleteStrangers(
        tx,
        plan.deleted.filter(isStranger).map(({ account }) => account),
      );
      const whom = { people: plan.written.length, named: [], filter: { roles: wish.roles } };
      recordFile(tx, { kind: 'iserv-file', file, whom });
      insertExchange(tx, 'export', wish.roles, plan.written.length);
      record(tx, log.iservExported, null, {
        roles: wish.roles,
        people: plan.written.length,
        deleting: plan.deleted.length,
      });
    }),
  );
  return { lines: rows.length };
}

/** @throws Failure `columns-unusable` */
function columnsFor(app: App, typed: string | undefined, setting: typeof iservColumns): readonly Column[] {
  if (typed === undefined) return settingValue(app.db, setting);
  const columns = setting.kind.parse(typed);
  if (!columns) throw columnsUnusable({ columns: typed, form: setting.kind.form });
  return columns;
}

/** As IServ reads it: UTF-8 without a mark, which would become a part of the first column's name, and CRLF. */
async function tableOf(app: App, columns: readonly Column[], rows: string[][], delimiter: string | undefined) {
  const { stringify } = await import('csv-stringify/sync');
  const between = delimiter ?? settingValue(app.db, iservDelimiter);
  return stringify([columns.map(({ name }) => name), ...rows], {
    delimiter: between === 'tab' ? '\t' : between,
    record_delimiter: 'windows',
  });
}

/** Whom IServ has after the import of the file, and how; who was left out is remembered as such, until it is gone. */
function* knownFrom(tx: Tx, { written, ids, absent }: ExportPlan, { key }: Facts): Generator<NewKnown> {
  for (const person of written) {
    const importId = person.role === 'guardian' ? null : (ids.get(person.id) ?? null);
    const account = person.known?.account ?? person.account;
    yield { id: person.id, account, importId, digest: digestOf(key, toldOf(person)), leftOutOn: null };
  }
  for (const { person, because } of absent) {
    const { id, known } = person;
    if (known && (because === 'left-out' || because === 'no-child')) {
      yield { ...known, id, leftOutOn: known.leftOutOn ?? tx.today };
    }
  }
}
