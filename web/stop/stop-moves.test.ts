import { expect, it } from 'vitest';
import { lastStop, noMoves, recordMove, withoutLast } from './stop-moves.ts';

const a = { lon: 105.8, lat: 21 };
const b = { lon: 105.81, lat: 21 };

it('moves of the stop are taken back one by one, down to where it was planned', () => {
  let moves = recordMove(noMoves, 'unit 1', null);
  moves = recordMove(moves, 'unit 1', a);
  expect(lastStop(moves, 'unit 1')).toEqual(a);
  moves = withoutLast(moves);
  expect(lastStop(moves, 'unit 1')).toBeNull();
  moves = withoutLast(moves);
  expect(lastStop(moves, 'unit 1')).toBeUndefined();
});

it('what was moved of another unit is not taken back', () => {
  const moves = recordMove(noMoves, 'unit 1', a);
  expect(lastStop(moves, 'unit 2')).toBeUndefined();
  expect(recordMove(moves, 'unit 2', b)).toEqual({ of: 'unit 2', before: [b] });
});

it('a hand that never rests does not fill the memory', () => {
  let moves = noMoves;
  for (let i = 0; i < 100; i++) moves = recordMove(moves, 'unit 1', { lon: i, lat: 0 });
  expect(moves.before).toHaveLength(20);
  expect(lastStop(moves, 'unit 1')).toEqual({ lon: 99, lat: 0 });
});
