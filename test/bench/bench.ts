import { bench as consents } from './consents.ts';
import { bench as leavers } from './leavers.ts';
import { bench as passwords } from './passwords.ts';
import { benches as programs } from './programs.ts';

/**
 * Speed, measured side by side: what we do and what it is compared with take turns in one run, so that a machine that
 * is slow for a while is slow for both. A word chooses: `npm run bench -- import`.
 */
const all = [...programs, passwords, consents, leavers];

const [, , word = ''] = process.argv;
for (const { name, aim, run } of all.filter((bench) => bench.name.includes(word))) {
  const { ours, other } = await run();
  console.log(`${name}: ${(ours / other).toFixed(2)} times (aim: at most ${aim})`);
}
