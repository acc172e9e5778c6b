import type { MapView } from './map-view.ts';

const pauseMs = 2_000;

/** Some browsers keep that a part of the page did not come: after so many failures only a new page may help. */
const mostFailures = 5;

export type LoadTrouble = 'not-loaded' | 'not-coming';

/**
 * The code that draws maps, which is most of the page's: what is typed and read does not wait for it. Tries again, and
 * says so, until it comes; null where nobody needs it any more.
 */
export async function loadMapView(
  signal: AbortSignal,
  onTrouble: (trouble: LoadTrouble) => void,
): Promise<typeof MapView | null> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      const { MapView } = await import('./map-view.ts');
      return signal.aborted ? null : MapView;
    } catch (error) {
      console.warn('map:', error);
      if (!signal.aborted) onTrouble(failures < mostFailures ? 'not-loaded' : 'not-coming');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return null;
}
