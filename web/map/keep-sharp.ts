/** What is asked of the map and of what is drawn over it. */
type SharpMap = {
  on: (event: 'resize', fit: () => void) => unknown;
  once: (event: 'remove', end: () => void) => unknown;
  getPixelRatio: () => number;
  setPixelRatio: (ratio: number) => unknown;
};
type SharpOverlay = { setProps: (props: { useDevicePixels: number }) => unknown };

/** Dots of the screen to a pixel that the map reckons with; more than the screen's own where it is enlarged (theme.css). */
export function dotsPerPixel(container: HTMLElement): number {
  const scale = Number(getComputedStyle(container).getPropertyValue('--map-scale')) || 1;
  return window.devicePixelRatio * scale;
}

/** Draws with as many dots as the screen has, also when the window has moved to another one, of its size or not. */
export function keepSharp(map: SharpMap, overlay: SharpOverlay, readDots: () => number): void {
  const fit = (): void => {
    const ratio = readDots();
    if (map.getPixelRatio() === ratio) return;
    map.setPixelRatio(ratio);
    overlay.setProps({ useDevicePixels: ratio });
  };
  map.on('resize', fit);
  const end = new AbortController();
  whenDotsChange(fit, end.signal);
  map.once('remove', () => end.abort());
}

/** The browser tells of it only as a question about one ratio that is answered otherwise: asked anew for each. */
function whenDotsChange(tell: () => void, signal: AbortSignal): void {
  const asked = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const changed = (): void => {
    whenDotsChange(tell, signal);
    tell();
  };
  asked.addEventListener('change', changed, { once: true, signal });
}
