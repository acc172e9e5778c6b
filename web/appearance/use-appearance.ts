import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Health } from '../../server/health/schema.ts';
import { day } from '../../tiles/palettes/day.ts';
import { night } from '../../tiles/palettes/night.ts';
import type { Palette } from '../../tiles/palettes/palette.ts';
import { currentAppearance, rememberPlace, watchAppearance } from './appearance.ts';
import type { Appearance, PaletteName } from './choice.ts';

const palettes: Record<PaletteName, Palette> = { day, night };

/** Day or night, and whether the clock or a hand chose it. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(watchAppearance, currentAppearance);
}

/** What is drawn within goes by this palette and not by the screen's: paper is always day. */
export const PaletteOfPaper = createContext<Palette | null>(null);

/** The colours of signs that are drawn and not styled. */
export function usePalette(): Palette {
  const { palette } = useAppearance();
  return useContext(PaletteOfPaper) ?? palettes[palette];
}

/** The clock goes by the sun over the middle of the city. */
export function useSunOfCity(city: Health['city'] | undefined): void {
  const bounds = city?.bounds.join(',');
  useEffect(() => {
    if (bounds === undefined) return;
    const [west = 0, south = 0, east = 0, north = 0] = bounds.split(',').map(Number);
    rememberPlace({ lon: (west + east) / 2, lat: (south + north) / 2 });
  }, [bounds]);
}
