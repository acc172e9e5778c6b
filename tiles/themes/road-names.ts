import type {
  ExpressionSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import { isAlley, isMain } from './road-width.ts';
import type { Theme, ThemeContext } from './theme.ts';

function alongStreet(
  id: string,
  minzoom: number,
  filter: ExpressionSpecification,
  { palette }: ThemeContext,
): SymbolLayerSpecification {
  const isMainLayer = id === 'main-street-names';
  return {
    id,
    type: 'symbol',
    source: 'base',
    'source-layer': 'roads',
    filter: ['all', ['has', 'name'], ['!', isAlley], filter],
    minzoom,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 240,
      'text-field': ['get', 'name'],
      'text-font': isMainLayer ? fonts.semibold : fonts.medium,
      'text-size': isMainLayer
        ? ['interpolate', ['linear'], ['zoom'], 13, 10, 16, 12.5, 19, 16]
        : ['interpolate', ['linear'], ['zoom'], 14.5, 10, 17, 12, 19, 15],
      'text-max-angle': 35,
      'text-padding': 4,
    },
    paint: {
      'text-color': palette.streetText,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.5,
    },
  };
}

export const streetNames: Theme = (context) => [
  alongStreet('street-names', 14.5, ['!', isMain], context),
];

export const mainStreetNames: Theme = (context) => [
  alongStreet('main-street-names', 13, isMain, context),
];
