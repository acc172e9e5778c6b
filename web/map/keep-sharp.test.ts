import { afterEach, expect, test, vi } from 'vitest';
import { keepSharp } from './keep-sharp.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser's window, as far as it tells of the dots of its screen. */
function stubScreen(): { moveTo: (ratio: number) => void } {
  const asked = new EventTarget();
  const view = { devicePixelRatio: 1, matchMedia: () => asked };
  vi.stubGlobal('window', view);
  return {
    moveTo: (ratio) => {
      view.devicePixelRatio = ratio;
      asked.dispatchEvent(new Event('change'));
    },
  };
}

test('map and overlay follow the window to a screen with other dots, of the same size, again and again', () => {
  const screen = stubScreen();
  const drawn = { map: 1, overlay: 1 };
  const ends: (() => void)[] = [];
  const map = {
    on: () => undefined,
    once: (_event: 'remove', end: () => void) => ends.push(end),
    getPixelRatio: () => drawn.map,
    setPixelRatio: (ratio: number) => (drawn.map = ratio),
  };
  const overlay = {
    setProps: ({ useDevicePixels }: { useDevicePixels: number }) =>
      (drawn.overlay = useDevicePixels),
  };
  keepSharp(map, overlay, () => window.devicePixelRatio);
  for (const ratio of [2, 1.25, 1]) {
    screen.moveTo(ratio);
    expect(drawn).toEqual({ map: ratio, overlay: ratio });
  }
  for (const end of ends) end();
  screen.moveTo(3);
  expect(drawn).toEqual({ map: 1, overlay: 1 });
});
