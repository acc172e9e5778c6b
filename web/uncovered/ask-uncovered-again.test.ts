import { expect, it } from 'vitest';
import { askUncoveredAgain } from './ask-uncovered-again.ts';

const asked = (changes: Partial<Parameters<typeof askUncoveredAgain>[0]['state']>) =>
  askUncoveredAgain({ state: { error: null, data: undefined, ...changes } });

it('is asked for again while units move, sooner while drive times are prepared or it failed, and not once refused', () => {
  expect(asked({ data: { uncovered: {} as never } })).toBe(15_000);
  expect(asked({ data: { uncovered: null } })).toBe(5_000);
  expect(asked({ error: { status: 503 }, data: { uncovered: {} as never } })).toBe(5_000);
  expect(asked({ error: { status: 404 } })).toBe(false);
});
