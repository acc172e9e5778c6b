import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIdleWork } from './idle-work.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is done part by part, each task once, and without a rest where nobody has asked for a while', () => {
  const done: string[] = [];
  const work = createIdleWork<string>((task) => done.push(task) % 2 === 1);
  work.putOff();
  work.add('a');
  work.add('a');
  vi.advanceTimersByTime(19);
  expect(done).toEqual([]);
  work.add('b');
  vi.advanceTimersByTime(81);
  expect(done).toEqual(['a', 'a', 'b', 'b']);
  work.add('c');
  vi.advanceTimersByTime(3);
  expect(done).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
  vi.advanceTimersByTime(10_000);
  expect(done).toHaveLength(6);
});

it('goes on with the next task where one fails, and says so', () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
  const done: string[] = [];
  const work = createIdleWork<string>((task) => {
    if (task === 'bad') throw new Error('no room');
    done.push(task);
    return false;
  });
  work.add('bad');
  work.add('good');
  vi.advanceTimersByTime(1_000);
  expect(done).toEqual(['good']);
  expect(complained).toHaveBeenCalledOnce();
  complained.mockRestore();
});

it('is done little by little where somebody always asks', () => {
  const done: number[] = [];
  const work = createIdleWork<string>(() => done.push(performance.now()) < 3);
  work.add('a');
  for (let millis = 0; millis < 3_000; millis += 50) {
    work.putOff();
    vi.advanceTimersByTime(50);
  }
  expect(done).toHaveLength(3);
  expect(done[1]! - done[0]!).toBeGreaterThanOrEqual(20);
});

it('leaves most of the time to those who always ask, however long a part takes', () => {
  const done: number[] = [];
  let late = 0;
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + late);
  const work = createIdleWork<string>(() => {
    late += 10;
    return done.push(performance.now()) < 3;
  });
  work.add('a');
  for (let millis = 0; millis < 3_000; millis += 50) {
    work.putOff();
    vi.advanceTimersByTime(50);
  }
  clock.mockRestore();
  expect(done).toHaveLength(3);
  expect(done[1]! - done[0]!).toBeGreaterThanOrEqual(60);
});
