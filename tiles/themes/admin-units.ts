import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import type { Theme } from './theme.ts';

const isWard: ExpressionSpecification = [
  'in',
  ['get', 'type'],
  ['literal', ['phuong', 'xa', 'dac-khu', 'thi-tran']],
];

export const adminUnits: Theme = ({ palette }) => [
  {
    id: 'boundaries',
    type: 'line',
    source: 'base',
    'source-layer': 'admin_units',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.boundary,
      'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 14, 1, 18, 1.6],
      'line-dasharray': [5, 2, 1, 2],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 15, 1, 17, 0.5],
    },
  },
];

export const adminUnitNames: Theme = ({ palette }) => [
  {
    id: 'ward-names',
    type: 'symbol',
    source: 'base',
    'source-layer': 'admin_unit_labels',
    // A city's name stands over all its wards, and only where they are too small for theirs.
    filter: ['step', ['zoom'], true, 12, isWard],
    maxzoom: 16,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': fonts.medium,
      'text-size': ['interpolate', ['linear'], ['zoom'], 10, 10, 15, 14],
      'text-letter-spacing': 0.06,
      'text-max-width': 8,
      'text-padding': 8,
    },
    paint: {
      'text-color': palette.boundaryText,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.4,
    },
  },
];
