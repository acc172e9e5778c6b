// What vitest's JSON report says, and the sum over all parts of `npm test`.

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Tally = {
  passed: number;
  skipped: number;
  /** For each failure: what failed, and where vitest says so the reason in the lines that follow. */
  failures: readonly string[];
  /** Likewise what failed at first and passed when it was tried again. */
  secondTries?: readonly string[];
};

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const mostReasonLines = 20;

/** The first error of a test without its stack, indented below the test's name. */
function formatReason(messages: readonly string[] | null | undefined): string {
  const [message = ''] = messages ?? [];
  const lines = message.split('\n').filter((line) => line.trim() && !/^\s+at /.test(line));
  return lines
    .slice(0, mostReasonLines)
    .map((line) => `\n    ${line}`)
    .join('');
}

type TestResult = z.infer<typeof vitestReport>['testResults'][0]['assertionResults'][0];

function describeTest(file: string, { fullName, failureMessages }: TestResult): string {
  return `${file}: ${fullName}${formatReason(failureMessages)}`;
}

/**
 * Counts one run of vitest. A file that failed before its first test counts as one failure; so does
 * a run that ended badly without naming any failure, or left no report.
 */
export function readTally(reportFile: string, exitCode: number): Tally {
  if (!existsSync(reportFile))
    return { passed: 0, skipped: 0, failures: [`no report in ${reportFile}`] };
  const report = vitestReport.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  const secondTries = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((test) => test.status === 'passed' && test.failureMessages?.length)
      .map((test) => describeTest(name, test)),
  );
  const failures = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length > 0) return tests.map((test) => describeTest(name, test));
    return status === 'failed' ? [`${name}: ended before its tests did`] : [];
  });
  if (failures.length === 0 && exitCode !== 0)
    failures.push(`vitest ended with ${exitCode} without naming a failure`);
  return {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
    secondTries,
  };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    skipped: tallies.reduce((sum, { skipped }) => sum + skipped, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    secondTries: tallies.flatMap(({ secondTries }) => secondTries ?? []),
  };
}

/** The last lines of `npm test`: what failed by name, what did at first, then the counts. */
export function formatTally({ passed, skipped, failures, secondTries = [] }: Tally): string {
  const counts = `${passed} passed, ${failures.length} failed`;
  return [
    ...secondTries.map((test) => `~ passed at the second try only: ${test}`),
    ...failures.map((failure) => `✗ ${failure}`),
    skipped > 0 ? `${counts}, ${skipped} skipped` : counts,
  ].join('\n');
}
