import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CalmFrames } from './calm-frames.ts';

const frameMs = 16;

let frames: CalmFrames;
let looks: number;

/** A loop as deck.gl's: at each frame it looks whether there is anything to draw, and asks for the next. */
function loop(): void {
  looks += 1;
  frames.requestAnimationFrame(loop);
}

function looksWithin(milliseconds: number): number {
  looks = 0;
  vi.advanceTimersByTime(milliseconds);
  return looks;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) =>
    setTimeout(() => callback(performance.now()), frameMs),
  );
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  frames = new CalmFrames();
  loop();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('at rest it looks a few times a second', () => {
  vi.advanceTimersByTime(2_000);
  expect(looksWithin(10_000)).toBeLessThanOrEqual(40);
  expect(looksWithin(10_000)).toBeGreaterThanOrEqual(35);
});

test('once something is drawn it looks from the next frame on at each, for half a second', () => {
  vi.advanceTimersByTime(2_000);
  frames.wake();
  expect(looksWithin(frameMs)).toBe(1);
  expect(looksWithin(400)).toBeGreaterThanOrEqual(24);
  vi.advanceTimersByTime(2_000);
  expect(looksWithin(1_000)).toBeLessThanOrEqual(4);
});

test('what is drawn at each frame keeps it looking at each, once', () => {
  for (let drawn = 0; drawn < 100; drawn++) {
    frames.wake();
    vi.advanceTimersByTime(frameMs);
  }
  frames.wake();
  expect(looksWithin(10 * frameMs)).toBe(10);
});

test('cancelled it looks no more, in whichever state', () => {
  frames.cancelAnimationFrame();
  expect(looksWithin(1_000)).toBe(0);
  frames.wake();
  loop();
  frames.cancelAnimationFrame();
  expect(looksWithin(1_000)).toBe(0);
});
