import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import { waterKindsByShape } from '../icons/water-icon.ts';
import type { Theme, ThemeContext } from './theme.ts';

// Shape says what it is, filling says whether to rely on it, size and figure say how much it gives.
const shape: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  waterKindsByShape.circle,
  'circle',
  waterKindsByShape.square,
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

/** To the tenth, as on the panel: 5.5 L/s rounded to 6 would promise too much. */
function amount(field: string, unit: string, { language }: ThemeContext): ExpressionSpecification {
  const format = { locale: language, 'max-fraction-digits': 1 };
  return ['concat', ['number-format', ['get', field], format], ` ${unit}`];
}

function flowText(context: ThemeContext): ExpressionSpecification {
  return [
    'case',
    ['==', ['get', 'state'], 'out-of-order'],
    '',
    ['has', 'flow_lps'],
    amount('flow_lps', 'L/s', context),
    ['has', 'volume_m3'],
    amount('volume_m3', 'm³', context),
    ['==', ['get', 'kind'], 'hydrant'],
    '? L/s',
    '',
  ];
}

export const waterPoints: Theme = () => [
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
        sizeByFlow(0.28),
        14,
        sizeByFlow(0.4),
        16,
        sizeByFlow(0.75),
        18,
        sizeByFlow(1.05),
      ],
      'icon-allow-overlap': true,
      // In the overview a street keeps its name though a hydrant stands on it.
      'icon-ignore-placement': ['step', ['zoom'], true, 15.5, false],
      'icon-padding': 0,
      // What can be used is drawn over what cannot.
      'symbol-sort-key': ['match', ['get', 'state'], 'usable', 3, 'unverified', 2, 'unknown', 1, 0],
    },
  },
];

/** Apart from the icons, because a street's name goes before a flow, and an icon before both. */
export const waterPointFlows: Theme = (context) => [
  {
    id: 'water-point-flows',
    type: 'symbol',
    source: 'water_points',
    'source-layer': 'water_points',
    minzoom: 16,
    layout: {
      'text-field': flowText(context),
      'text-font': fonts.semibold,
      'text-size': ['interpolate', ['linear'], ['zoom'], 16, 10, 19, 13],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      // Beyond the box of the largest icon, or an icon would push its own figure away.
      'text-radial-offset': 1.45,
      'text-padding': 0,
      'text-justify': 'auto',
    },
    paint: {
      'text-color': context.palette.waterPointText,
      'text-halo-color': context.palette.halo,
      'text-halo-width': 1.5,
    },
  },
];
