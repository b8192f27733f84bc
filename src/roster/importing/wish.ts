import { cleaned, faultOf } from '../../typed.ts';
import { manualSource, type Role } from '../../users/rules.ts';
import { noSuchPair, saidBoth } from '../planning/failures.ts';
import type { Pair, PlanWish } from '../planning/wish.ts';
import type { Recognised } from '../reading/read.ts';
import type { Wish } from '../reading/wish.ts';
import { sourceReserved, sourceUnusable } from './failures.ts';

/** What somebody says on the command line about an import. */
export interface ImportWish extends Wish {
  role?: Role | undefined;
  source: string;
  partial?: true | undefined;
  approve?: string | undefined;
  same?: string[] | undefined;
  different?: string[] | undefined;
  leaveOut?: string[] | undefined;
  takeIn?: string[] | undefined;
  skipFaulty?: true | undefined;
  /** A line that somebody wants to know about. */
  explain?: string | undefined;
}

/** What that asks of the plan of a file. @throws Failure `no-such-pair`, `said-both`, `source-unusable`, `source-reserved` */
export function planWish(wish: ImportWish, file: Recognised): PlanWish {
  const listed = wish.role ?? file.role;
  const role = listed ?? 'student';
  const same = wish.same ?? [];
  return {
    role,
    isRoleSaid: listed !== undefined,
    onlyRole: wish.role !== undefined,
    source: sourceOf(wish.source),
    fields: file.fields.filter((field) => field !== 'childId' || role === 'guardian'),
    partial: wish.partial ?? false,
    approve: wish.approve ?? null,
    same: pairs(
      '--same',
      same.filter((pair) => pair !== 'all'),
    ),
    sameAll: same.includes('all'),
    ...returns(wish),
    sha256: file.sha256,
    lastYear: null,
    different: pairs('--different', wish.different),
  };
}

/** @throws Failure `said-both` */
function returns({ leaveOut = [], takeIn = [] }: ImportWish): Pick<PlanWish, 'leaveOut' | 'takeIn'> {
  const [out, in_] = [leaveOut, takeIn].map((typed) => typed.map((one) => one.trim())) as [string[], string[]];
  const both = out.find((one) => in_.includes(one));
  if (both !== undefined) throw saidBoth({ named: both });
  return { leaveOut: out, takeIn: in_ };
}

/** @throws Failure `source-unusable`; `source-reserved`, as a file would make everybody leave who was added by hand */
function sourceOf(typed: string): string {
  const source = cleaned(typed);
  if (source === '' || source.length > 50 || faultOf(source)) throw sourceUnusable({ source: typed });
  if (source === manualSource) throw sourceReserved({ source });
  return source;
}

/** @throws Failure `no-such-pair` */
function pairs(option: string, typed: readonly string[] = []): Pair[] {
  return typed.map((pair) => {
    const [, old = '', arriving = ''] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    if (!old) throw noSuchPair({ option, pair, part: 'form' });
    return { old: old.trim(), new: arriving.trim() };
  });
}
