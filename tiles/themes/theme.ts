import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '../palettes/palette.ts';

export type Language = 'vi' | 'en';

/** What the layers of a theme depend on. `latitude` sets the scale of widths drawn in metres. */
export type ThemeContext = { palette: Palette; language: Language; latitude: number };

export type Theme = (context: ThemeContext) => LayerSpecification[];
