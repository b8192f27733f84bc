import { cleaned, faultOf, longestText } from './typed.ts';

/** What the operating system says of who is at work. */
export interface Login {
  /** The user whom the process runs as, by name. */
  user: string;
  isRoot: boolean;
  /** `SUDO_USER`: sudo sets it, but so can anybody who is root. */
  sudoUser: string | undefined;
  /** Whom the kernel knows to have logged in (`loginuid`), whatever they became since; undefined where it knows nobody. */
  loggedIn: string | undefined;
}

/**
 * Who is at work. As root it is who called sudo, where the kernel's login user agrees; where it does not, or knows
 * nobody, both stand in the log: `root (SUDO_USER=k.schmidt)`, `m.weber (SUDO_USER=k.schmidt)`.
 */
export function operatorOf({ user, isRoot, sudoUser, loggedIn }: Login): string {
  const claimed = isRoot ? plain(sudoUser ?? '') : '';
  if (claimed === '') return plain(user) || 'unknown';
  const known = plain(loggedIn ?? '') || plain(user);
  return loggedIn !== undefined && claimed === known ? claimed : `${known} (SUDO_USER=${claimed})`;
}

/** A name that can't turn or break the lines it stands in. */
function plain(name: string): string {
  const kept = cleaned(name).slice(0, longestText);
  return faultOf(kept) ? Array.from(kept, (letter) => (faultOf(letter) ? '?' : letter)).join('') : kept;
}
