import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** An order that changes with a file's length lets the journeys of one product meet in ever new ways. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}

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
    sequence: { sequencer: ByName },
    // Why a test failed is in the last lines of a run, which take no diff.
    chaiConfig: { truncateThreshold: 400 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{geo,sql,server,web,tiles,data-import,start,bench}/**/*.test.{ts,tsx}'],
          maxWorkers: 3,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...patient, name: 'lifecycle', include: ['e2e/lifecycle/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...patient,
          name: 'journeys',
          // A whole browser that draws on a busy processor: what failed once may pass, and is then told of in the last
          // lines of a run (start/test-report.ts), to be looked into.
          retry: 1,
          include: ['e2e/*.test.ts'],
          globalSetup: 'e2e/one-product.ts',
        },
      },
    ],
  },
});
