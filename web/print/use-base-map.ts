import { useEffect, useState } from 'react';
import type { Language } from '../i18n/language.ts';
import type { LabelBox } from '../map/place-labels.ts';
import { type BaseMap, noBaseMap } from './base-map.ts';
import type { PaperView } from './paper-view.ts';

type Labels = {
  language: Language;
  /** Where the answer has signs and words. */
  taken: LabelBox[];
};

/** The picture of the base map for a view; null until it is drawn. */
export function useBaseMap(view: PaperView | null, labels: Labels): BaseMap | null {
  const [drawn, setDrawn] = useState<{ key: string; map: BaseMap } | null>(null);
  const key = JSON.stringify([view, labels]);
  useEffect(() => {
    if (!view) return;
    const stop = new AbortController();
    const draw = async (): Promise<void> => {
      const map = await drawWhenLoaded(view, labels, stop.signal);
      if (!stop.signal.aborted) setDrawn({ key, map });
    };
    void draw();
    return () => stop.abort();
    // The view is made anew for every drawing of the screen: its key tells when it is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return drawn?.key === key ? drawn.map : null;
}

/** Paper waits for no server: where the code that draws does not come, it has no map below its marks, and says so. */
async function drawWhenLoaded(
  view: PaperView,
  labels: Labels,
  signal: AbortSignal,
): Promise<BaseMap> {
  try {
    const { drawBaseMap } = await import('./draw-base-map.ts');
    return await drawBaseMap(view, labels, signal);
  } catch (error) {
    console.warn('map:', error);
    return noBaseMap;
  }
}
