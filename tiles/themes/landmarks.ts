import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import type { Theme, ThemeContext } from './theme.ts';

function landmarkLayer(
  rank: number,
  minzoom: number,
  { palette }: ThemeContext,
): LayerSpecification {
  return {
    id: `landmarks-${rank}`,
    type: 'symbol',
    source: 'base',
    'source-layer': 'landmarks',
    filter: ['==', ['get', 'rank'], rank],
    minzoom,
    layout: {
      'icon-image': 'landmark',
      'icon-size': rank === 1 ? 1 : 0.8,
      'text-field': ['get', 'name'],
      'text-font': rank === 1 ? fonts.medium : fonts.regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10, 18, 12],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.6,
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-optional': rank === 1,
      'text-padding': 4,
    },
    paint: {
      'text-color': palette.landmarkText,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.2,
    },
  };
}

/** The better known, the earlier. */
export const landmarks: Theme = (context) => [
  landmarkLayer(3, 17, context),
  landmarkLayer(2, 15.5, context),
  landmarkLayer(1, 14, context),
];
