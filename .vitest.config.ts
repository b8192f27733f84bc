import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A machine may be busy with something else; a test that hangs is still noticed.
    testTimeout: 30_000,
    coverage: { include: ['src/**'], exclude: ['src/main.ts'], reporter: ['text-summary'] },
  },
});
