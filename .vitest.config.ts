import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    coverage: { include: ['src/**'], exclude: ['src/main.ts'], reporter: ['text-summary'] },
  },
});
