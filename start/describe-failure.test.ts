import { expect, test } from 'vitest';
import { describeFailure } from './describe-failure.ts';
import { SetUpError } from './set-up-error.ts';

test('a full disk is told in one sentence, whoever met it', () => {
  const byNode = Object.assign(new Error('ENOSPC: no space left on device, write'), { errno: -28 });
  const byInitdb = new SetUpError(
    'initdb failed:\nFATAL: could not write: No space left on device',
  );
  for (const error of [byNode, byInitdb])
    expect(describeFailure(error, '/srv/firepoint')).toMatch(
      /^\nThe disk that holds \/srv\/firepoint is full\. [^\n]+$/,
    );
});

test('what the user can mend is told in its sentence, anything else whole', () => {
  expect(describeFailure(new SetUpError('PostgreSQL is missing.'), '/')).toBe(
    '\nPostgreSQL is missing.',
  );
  const bug = new TypeError('x is undefined');
  expect(describeFailure(bug, '/')).toBe(bug);
});
