import type { MapView } from './map-view.ts';

const pauseMs = 2_000;

/**
 * The code that draws maps, which is most of the page's: what is typed and read does not wait for it. Tries again, and
 * says so, until it comes; null where nobody needs it any more.
 */
export async function loadMapView(
  signal: AbortSignal,
  onTrouble: () => void,
): Promise<typeof MapView | null> {
  while (!signal.aborted) {
    try {
      const { MapView } = await import('./map-view.ts');
      return signal.aborted ? null : MapView;
    } catch (error) {
      console.warn('map:', error);
      if (!signal.aborted) onTrouble();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return null;
}
