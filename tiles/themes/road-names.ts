import type {
  ExpressionSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import { isAlley, isMain } from './road-width.ts';
import type { Theme, ThemeContext } from './theme.ts';

type Streets = { id: string; which: ExpressionSpecification; minzoom: number; maxzoom?: number };

function alongStreet(
  { id, which, ...zooms }: Streets,
  { palette }: ThemeContext,
): SymbolLayerSpecification {
  const isMainLayer = which === isMain;
  return {
    id,
    type: 'symbol',
    source: 'base',
    'source-layer': 'roads',
    filter: ['all', ['has', 'name'], ['!', isAlley], which],
    ...zooms,
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
  alongStreet({ id: 'street-names', which: ['!', isMain], minzoom: 14.5 }, context),
  alongStreet({ id: 'main-street-names', which: isMain, minzoom: 17 }, context),
];

/** Far out hydrants line the main streets and would leave no name a place: there it stands over them. */
export const mainStreetNamesFar: Theme = (context) => [
  alongStreet({ id: 'main-street-names-far', which: isMain, minzoom: 13, maxzoom: 17 }, context),
];
