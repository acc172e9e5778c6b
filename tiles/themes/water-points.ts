import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import type { Theme, ThemeContext } from './theme.ts';

// Shape says what it is, filling says whether to rely on it, size and figure say how much it gives.
const shape: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  'hydrant',
  'circle',
  ['tank', 'cistern'],
  'square',
  'diamond',
];

/** Scale of an icon by the lower edge of its flow band (L/s); unknown flow is drawn like the middle. */
function sizeByFlow(scale: number): ExpressionSpecification {
  return [
    '*',
    scale,
    ['step', ['coalesce', ['get', 'flow_band'], 10], 0.78, 5, 0.88, 10, 1, 15, 1.14, 20, 1.3],
  ];
}

function flowText({ language }: ThemeContext): ExpressionSpecification {
  return [
    'case',
    ['==', ['get', 'state'], 'out-of-order'],
    '',
    ['has', 'flow_lps'],
    [
      'concat',
      ['number-format', ['get', 'flow_lps'], { locale: language, 'max-fraction-digits': 0 }],
      ' L/s',
    ],
    ['has', 'volume_m3'],
    [
      'concat',
      ['number-format', ['get', 'volume_m3'], { locale: language, 'max-fraction-digits': 0 }],
      ' m³',
    ],
    ['==', ['get', 'kind'], 'hydrant'],
    '? L/s',
    '',
  ];
}

export const waterPoints: Theme = (context) => [
  {
    id: 'water-points',
    type: 'symbol',
    source: 'water_points',
    'source-layer': 'water_points',
    minzoom: 13,
    layout: {
      'icon-image': ['concat', shape, '-', ['get', 'state']],
      'icon-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        13,
        sizeByFlow(0.32),
        14,
        sizeByFlow(0.46),
        16,
        sizeByFlow(0.8),
        18,
        sizeByFlow(1.05),
      ],
      'icon-allow-overlap': true,
      // In the overview a street keeps its name though a hydrant stands on it.
      'icon-ignore-placement': ['step', ['zoom'], true, 16, false],
      // What can be used is drawn over what cannot.
      'symbol-sort-key': ['match', ['get', 'state'], 'usable', 3, 'unverified', 2, 'unknown', 1, 0],
      'text-field': ['step', ['zoom'], '', 16, flowText(context)],
      'text-font': fonts.semibold,
      'text-size': ['interpolate', ['linear'], ['zoom'], 16, 10, 19, 13],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1,
      'text-justify': 'auto',
      'text-optional': true,
    },
    paint: {
      'text-color': context.palette.waterPointText,
      'text-halo-color': context.palette.halo,
      'text-halo-width': 1.5,
    },
  },
];
