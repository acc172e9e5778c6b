import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { resultForTest } from '../dispatch/answers-for-test.ts';
import { answerBefore } from './answer-before.ts';

const stop = { lon: 105.8, lat: 21 };
const asked = (...withUnitIds: string[]) => ({ placeId: 'address:1', withUnitIds });

it('a unit at a stop of the dispatcher keeps its answer while others come behind it, and no other unit, stop or place has it', () => {
  const client = new QueryClient();
  const [older, newer] = [resultForTest(), resultForTest()];
  const keep = (ids: string[], answer: typeof older, updatedAt: number) =>
    client.setQueryData(['response', asked(...ids), 'unit:1', 'stop', stop], answer, {
      updatedAt,
    });
  keep(['unit:2'], newer, 2_000);
  keep(['unit:3'], older, 1_000);
  const now = asked('unit:3', 'unit:2');
  expect(answerBefore(client, now, ['unit:1', { ...stop }])).toBe(newer);
  expect(answerBefore(client, now, ['unit:2', stop])).toBeUndefined();
  expect(answerBefore(client, now, ['unit:1', { ...stop, lat: 21.1 }])).toBeUndefined();
  const elsewhere = { ...now, placeId: 'address:2' };
  expect(answerBefore(client, elsewhere, ['unit:1', stop])).toBeUndefined();
});
