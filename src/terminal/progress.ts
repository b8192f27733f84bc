import type { World } from '../world.ts';

/** How far work has come that takes a while. */
export interface Progress {
  /** One more piece is done. */
  step(): Promise<void>;
  /** Takes the bar away again, whether the work succeeded or not. */
  end(): Promise<void>;
}

/** Work that is done within this time, in milliseconds, shows no bar. */
const patience = 1000;

const barWidth = 24;

/** A bar on standard error: only at a terminal, only after a second, and gone when the work is done. */
export function progress({ err, now }: Pick<World, 'err' | 'now'>, label: string, total: number): Progress {
  const start = now().getTime();
  let done = 0;
  let shown = '';
  return {
    step: async () => {
      done += 1;
      if (!err.isTerminal || now().getTime() - start < patience) return;
      const bar = barOf(label, done, total, err.columns);
      if (bar === shown) return;
      shown = bar;
      await err.write(`\r\u001b[K${bar}`);
    },
    end: async () => {
      if (shown !== '') await err.write('\r\u001b[K');
    },
  };
}

/** `Hashing ████████░░░░ 480/1200`, without the bar where there is no room for it. */
function barOf(label: string, done: number, total: number, columns: number): string {
  const full = Math.round((barWidth * done) / total);
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  const long = `${label} ${bar} ${done}/${total}`;
  return long.length < columns ? long : `${done}/${total}`;
}
