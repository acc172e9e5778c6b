import { defineConfig } from 'vitest/config';

// Chromium and whole products: one file at a time, with patience.
const patient = {
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 40_000, interval: 50 } },
};

export default defineConfig({
  test: {
    // Loading the same modules anew for each file takes longer than most files do.
    isolate: false,
    // What failed is told whole in the last lines of a run.
    chaiConfig: { truncateThreshold: 400 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{geo,sql,server,web,tiles,start,bench}/**/*.test.{ts,tsx}'],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // In the background of the journeys, whenever nothing else wants the processor.
        test: {
          name: 'imports',
          include: ['data-import/**/*.test.ts'],
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...patient,
          name: 'lifecycle',
          include: ['e2e/lifecycle/*.test.ts'],
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...patient,
          name: 'journeys',
          include: ['e2e/*.test.ts'],
          globalSetup: 'e2e/one-product.ts',
        },
      },
    ],
  },
});
