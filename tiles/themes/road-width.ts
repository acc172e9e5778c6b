import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { pixelsPerMeter } from '../map-scale.ts';

export const isAlley: ExpressionSpecification = ['has', 'alley_level'];

export const isPath: ExpressionSpecification = [
  'in',
  ['get', 'class'],
  ['literal', ['footway', 'path', 'cycleway', 'steps', 'bridleway', 'corridor']],
];

export const isMain: ExpressionSpecification = [
  'in',
  ['get', 'class'],
  [
    'literal',
    [
      'motorway',
      'motorway_link',
      'trunk',
      'trunk_link',
      'primary',
      'primary_link',
      'secondary',
      'secondary_link',
    ],
  ],
];

export const isAssumed: ExpressionSpecification = ['==', ['get', 'width_provenance'], 'assumed'];

type PixelsByClass = { main: number; link: number; street: number; small: number; alley: number };

function byClass({ main, link, street, small, alley }: PixelsByClass): ExpressionSpecification {
  return [
    'case',
    isAlley,
    alley,
    [
      'match',
      ['get', 'class'],
      ['motorway', 'trunk', 'primary'],
      main,
      ['secondary', 'motorway_link', 'trunk_link', 'primary_link'],
      (main + link) / 2,
      ['tertiary', 'secondary_link', 'tertiary_link'],
      link,
      ['residential', 'unclassified', 'road', 'pedestrian'],
      street,
      small,
    ],
  ];
}

/** Clear width drawn to scale: exact from z17 on, at any zoom, because both grow by powers of two. */
function trueWidth(zoom: number, latitude: number): ExpressionSpecification {
  return ['*', ['get', 'width_m'], pixelsPerMeter(zoom, latitude)];
}

/** Line width in pixels: by class where the map is an overview, the true clear width from z17. */
export function roadWidth(latitude: number): DataDrivenPropertyValueSpecification<number> {
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    8,
    byClass({ main: 0.8, link: 0.4, street: 0, small: 0, alley: 0 }),
    12,
    byClass({ main: 2.4, link: 1.5, street: 0.6, small: 0.3, alley: 0 }),
    14,
    byClass({ main: 3.8, link: 2.6, street: 1.7, small: 1, alley: 0.7 }),
    16,
    byClass({ main: 9, link: 6, street: 4.4, small: 2.8, alley: 1.6 }),
    17,
    trueWidth(17, latitude),
    22,
    trueWidth(22, latitude),
  ];
}
