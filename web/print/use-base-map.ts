import { useEffect, useState } from 'react';
import type { Language } from '../i18n/language.ts';
import type { LabelBox } from '../map/place-labels.ts';
import { type BaseMap, type DrawnMap, keepBetter, noBaseMap } from './base-map.ts';
import { loadDrawing } from './load-drawing.ts';
import type { PaperView } from './paper-view.ts';

type Labels = {
  language: Language;
  /** Where the answer has signs and words. */
  taken: LabelBox[];
};

export type BaseMapSoFar = {
  /** The last picture of that view in that language: kept while another one is drawn for other words of the answer. */
  shown: BaseMap | null;
  /** The same once it is the one for the words of now; null until then. */
  settled: BaseMap | null;
};

/** The picture of the base map for a view. */
export function useBaseMap(view: PaperView | null, labels: Labels): BaseMapSoFar {
  const [drawn, setDrawn] = useState<DrawnMap | null>(null);
  const sight = JSON.stringify([view, labels.language]);
  const taken = JSON.stringify(labels.taken);
  useEffect(() => {
    if (!view) return;
    const stop = new AbortController();
    const draw = async (): Promise<void> => {
      const map = await drawWhenLoaded(view, labels, stop.signal);
      if (!stop.signal.aborted) setDrawn((before) => keepBetter(before, { sight, taken, map }));
    };
    void draw();
    return () => stop.abort();
    // View and boxes are made anew for every drawing of the screen: these tell when they are others.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sight, taken]);
  const shown = drawn?.sight === sight ? drawn.map : null;
  return { shown, settled: drawn?.taken === taken ? shown : null };
}

/** Paper waits for no server: where the code that draws does not come, it has no map below its marks, and says so. */
async function drawWhenLoaded(
  view: PaperView,
  labels: Labels,
  signal: AbortSignal,
): Promise<BaseMap> {
  try {
    const drawBaseMap = await loadDrawing();
    return await drawBaseMap(view, labels, signal);
  } catch (error) {
    console.warn('map:', error);
    return noBaseMap;
  }
}
