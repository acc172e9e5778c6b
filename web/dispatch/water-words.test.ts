import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { waterForTest } from './answers-for-test.ts';
import { capacityText } from './water-words.ts';

const words = wordsOf(createTexts('vi'));

function tell(changes: Parameters<typeof waterForTest>[1]): string {
  const point = waterForTest('water:1', { litersPerSecond: null, ...changes });
  return capacityText({ point, fromStopMeters: 60, fromDoorMeters: null }, words);
}

it('the flow of a hydrant may be unknown; open water gives what the pump draws, a tank what it holds', () => {
  expect(tell({ kind: 'hydrant' })).toBe('chưa rõ lưu lượng');
  expect(tell({ kind: 'hydrant', litersPerSecond: 15 })).toBe('15 L/s');
  expect(tell({ kind: 'lake', liftMeters: 3 })).toBe('theo sức bơm');
  expect(tell({ kind: 'lake' })).toBe('theo sức bơm (chưa đo độ sâu hút)');
  expect(tell({ kind: 'pond', volumeM3: 0, liftMeters: 3 })).toBe('0 m³');
  expect(tell({ kind: 'tank', volumeM3: 50 })).toBe('50 m³');
  expect(tell({ kind: 'cistern' })).toBe('chưa rõ dung tích');
});
