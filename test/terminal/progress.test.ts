import { expect, test } from 'vitest';
import { progress } from '../../src/terminal/progress.ts';
import type { Output } from '../../src/world.ts';

function bar(facts: { isTerminal: boolean; columns: number; seconds: number }) {
  let text = '';
  let clock = 0;
  const write = async (piece: string) => {
    text += piece;
  };
  const err: Output = { ...facts, colours: false, write };
  const shown = progress({ err, now: () => new Date(clock) }, 'Hashing', 4);
  clock = facts.seconds * 1000;
  return { shown, text: () => text };
}

test('shows how far the work has come, and goes again', async () => {
  const { shown, text } = bar({ isTerminal: true, columns: 80, seconds: 2 });
  await shown.step();
  await shown.step();
  expect(text()).toBe(
    `\r\u001b[KHashing ${'█'.repeat(6)}${'░'.repeat(18)} 1/4 · 0.5/s · 0:06\r\u001b[KHashing ${'█'.repeat(12)}${'░'.repeat(12)} 2/4 · 1.0/s · 0:02`,
  );
  await shown.end();
  expect(text().endsWith('0:02\r\u001b[K')).toBe(true);
});

test('is short where there is no room', async () => {
  const { shown, text } = bar({ isTerminal: true, columns: 20, seconds: 2 });
  await shown.step();
  expect(text()).toBe('\r\u001b[K1/4');
});

test.each([
  { isTerminal: false, columns: 80, seconds: 2 },
  { isTerminal: true, columns: 80, seconds: 0.5 },
])('says nothing: %j', async (facts) => {
  const { shown, text } = bar(facts);
  await shown.step();
  await shown.end();
  expect(text()).toBe('');
});
