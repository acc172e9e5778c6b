import { fonts } from '../fonts.ts';
import type { Theme } from './theme.ts';

export const waterBodies: Theme = ({ palette }) => [
  {
    id: 'water',
    type: 'fill',
    source: 'base',
    'source-layer': 'water_bodies',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': palette.water, 'fill-outline-color': palette.waterEdge },
  },
  {
    id: 'water-lines',
    type: 'line',
    source: 'base',
    'source-layer': 'water_bodies',
    filter: ['==', ['geometry-type'], 'LineString'],
    minzoom: 10,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.water,
      'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 10, 0.6, 14, 2, 18, 9],
    },
  },
];

export const waterBodyNames: Theme = ({ palette }) => [
  {
    id: 'water-line-names',
    type: 'symbol',
    source: 'base',
    'source-layer': 'water_bodies',
    filter: ['all', ['==', ['geometry-type'], 'LineString'], ['has', 'name']],
    minzoom: 14,
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'name'],
      'text-font': fonts.regular,
      'text-size': 11,
      'symbol-spacing': 400,
    },
    paint: {
      'text-color': palette.waterText,
      'text-halo-color': palette.halo,
      'text-halo-width': 1,
    },
  },
  {
    id: 'water-names',
    type: 'symbol',
    source: 'base',
    'source-layer': 'water_body_labels',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': fonts.regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 11, 10, 16, 13],
      'text-max-width': 7,
      'symbol-sort-key': ['-', 0, ['get', 'area_m2']],
    },
    paint: {
      'text-color': palette.waterText,
      'text-halo-color': palette.water,
      'text-halo-width': 1,
    },
  },
];
