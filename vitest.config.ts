import { defineConfig } from 'vitest/config';

// Chromium and a whole product of its own per journey: one at a time, with patience.
const journeyMilliseconds = 180_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{geo,sql,server,web,tiles,data-import,start,bench}/**/*.test.{ts,tsx}'],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: journeyMilliseconds,
          hookTimeout: journeyMilliseconds,
          expect: { poll: { timeout: 40_000, interval: 50 } },
        },
      },
    ],
  },
});
