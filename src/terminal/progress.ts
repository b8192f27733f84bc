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
      const bar = barOf(label, { done, total, seconds: (now().getTime() - start) / 1000 }, err.columns);
      if (bar === shown) return;
      shown = bar;
      await err.write(`\r\u001b[K${bar}`);
    },
    end: async () => {
      if (shown !== '') await err.write('\r\u001b[K');
    },
  };
}

/** `Hashing ████████░░░░ 480/1200 · 35/s · 0:21`: how many a second, and the time left; without the bar where there is no room. */
function barOf(
  label: string,
  { done, total, seconds }: { done: number; total: number; seconds: number },
  columns: number,
): string {
  const full = Math.round((barWidth * done) / total);
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  const rate = done / seconds;
  const left = Math.ceil((total - done) / rate);
  const pace = `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s · ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const long = `${label} ${bar} ${done}/${total} · ${pace}`;
  return long.length < columns ? long : `${done}/${total}`;
}
