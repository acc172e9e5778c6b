import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { fonts } from '../fonts.ts';
import type { Theme, ThemeContext } from './theme.ts';

/** "2,1 m", and with the sign of an assumption "2,1 m*". */
function widthText({ language }: ThemeContext): ExpressionSpecification {
  return [
    'concat',
    '   ',
    ['number-format', ['get', 'width_m'], { locale: language, 'max-fraction-digits': 1 }],
    ' m',
    ['case', ['==', ['get', 'width_provenance'], 'assumed'], '*', ''],
  ];
}

export const alleyNames: Theme = (context) => [
  {
    id: 'alley-names',
    type: 'symbol',
    source: 'base',
    'source-layer': 'alleys',
    minzoom: 15.5,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 260,
      // The wider alleys lead to the narrower ones: they are named first.
      'symbol-sort-key': ['get', 'level'],
      'text-field': [
        'step',
        ['zoom'],
        ['get', 'name'],
        18,
        [
          'format',
          ['get', 'name'],
          {},
          widthText(context),
          { 'font-scale': 0.88, 'text-font': ['literal', fonts.regular] },
        ],
      ],
      'text-font': fonts.medium,
      'text-size': ['interpolate', ['linear'], ['zoom'], 15.5, 9.5, 17, 11, 19, 14],
      'text-max-angle': 40,
      'text-padding': 3,
    },
    paint: {
      'text-color': context.palette.alleyText,
      'text-halo-color': context.palette.halo,
      'text-halo-width': 1.4,
    },
  },
];
