import { useMemo, useSyncExternalStore } from 'react';

/** A5 without its margins; a phone has less. */
const mostWidth = 496;
const margins = 32;

function hearResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

function mapWidth(): number {
  return Math.min(mostWidth, window.innerWidth - margins);
}

/** Pixels of the two maps of a crew's sheet; others once the phone is turned. */
export function useSheetSizes() {
  const width = useSyncExternalStore(hearResize, mapWidth);
  return useMemo(
    () => ({
      near: { width, height: Math.round(0.54 * width) },
      nearMargin: 44,
      overview: { width, height: Math.round(0.27 * width) },
      overviewMargin: 24,
    }),
    [width],
  );
}
