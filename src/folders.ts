import { chownSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Which folder on the way to a file lets others than its owner and root change what lies there, as ssh asks of keys: the
 * folder itself, or one above it in which names can be exchanged. Undefined if none does; on Windows nobody is asked.
 * A folder of a group counts as the owner's where the group is the owner's own with nobody else in it. Access lists are
 * seen as far as the mode shows them.
 */
export function folderOfOthers(file: string, owner: number): { folder: string; mode: string } | undefined {
  if (process.platform === 'win32') return undefined;
  let folder = dirname(file);
  for (let isOwn = true; ; isOwn = false) {
    const stat = statSync(folder);
    if (isOfOthers(stat, owner, isOwn)) return { folder, mode: modeOf(stat) };
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
}

/** In a sticky folder (`/tmp`) others can't exchange what is not theirs, but they can put something beside it. */
function isOfOthers(stat: Stats, owner: number, isOwn: boolean): boolean {
  if (stat.uid !== 0 && stat.uid !== owner) return true;
  return canOthersWrite(stat) && (isOwn || (stat.mode & 0o1000) === 0);
}

/** Whether somebody else may write, by the mode: everybody, or a group with others in it. */
export const canOthersWrite = ({ mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>): boolean =>
  (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && !isPrivateGroup(gid, uid));

/** As `chmod` takes it: `755`. */
export const modeOf = ({ mode }: Pick<Stats, 'mode'>): string => (mode & 0o777).toString(8).padStart(3, '0');

/**
 * Whether a group has nobody in it but one user, as the groups that Debian and Ubuntu make with each user. A group that
 * the files of the system don't know, as one of a directory service, could be anybody's.
 */
function isPrivateGroup(gid: number, uid: number): boolean {
  const groups = linesOf('/etc/group').filter(([, , id]) => Number(id) === gid);
  const users = linesOf('/etc/passwd');
  const owner = users.find(([, , id]) => Number(id) === uid)?.[0];
  const [group] = groups;
  if (groups.length !== 1 || !group || owner === undefined) return false;
  const members = (group[3] ?? '').split(',').filter((name) => name !== '');
  const others = users.filter(([name, , , primary]) => Number(primary) === gid && name !== owner);
  return members.every((name) => name === owner) && others.length === 0;
}

function linesOf(file: string): string[][] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}

type Owner = Pick<Stats, 'uid' | 'gid'>;

/** Whose a file is, or would be: that of its folder, or of the next one above that is there. */
export function ownerOf(file: string): Owner {
  for (let path = file; ; path = dirname(path)) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat || dirname(path) === path) return stat ?? { uid: 0, gid: 0 };
  }
}

/** Gives a file to its owner, where root has made it for somebody else: else one `sudo` would stop every night after it. */
export function giveTo(file: string, { uid, gid }: Owner): void {
  const made = statSync(file);
  if (made.uid === uid || made.uid !== 0 || process.platform === 'win32') return;
  chownSync(file, uid, gid);
}
