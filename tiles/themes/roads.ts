// Edges first, then surfaces, so that every mouth stands open. From z17 widths are true, and the
// edge of a road whose width is assumed is dashed, of one that is measured or tagged solid.

import type {
  ExpressionSpecification,
  FilterSpecification,
  LineLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '../palettes/palette.ts';
import { isAlley, isAssumed, isMain, isPath, roadWidth } from './road-width.ts';
import type { Theme, ThemeContext } from './theme.ts';

const isBridge: ExpressionSpecification = ['has', 'bridge'];
const isTunnel: ExpressionSpecification = ['has', 'tunnel'];

type Part = Pick<LineLayerSpecification, 'id' | 'paint'> & {
  filter: FilterSpecification;
  minzoom?: number;
  maxzoom?: number;
  cap?: 'butt' | 'round';
};

function line({
  id,
  filter,
  minzoom,
  maxzoom,
  cap = 'butt',
  paint = {},
}: Part): LineLayerSpecification {
  return {
    id,
    type: 'line',
    source: 'base',
    'source-layer': 'roads',
    filter,
    ...(minzoom !== undefined && { minzoom }),
    ...(maxzoom !== undefined && { maxzoom }),
    layout: { 'line-cap': cap, 'line-join': 'round' },
    paint,
  };
}

/** Alleys stand out only where they are drawn to scale: in the overview they would crowd. */
function edgeColor(palette: Palette, alley: string): ExpressionSpecification {
  return ['case', isAlley, alley, isMain, palette.roadMainEdge, palette.roadEdge];
}

/** The two sides of a road as lines of their own, `line-gap-width` apart. */
function edges(
  name: string,
  onLevel: ExpressionSpecification,
  context: ThemeContext,
): LineLayerSpecification[] {
  const drivable: ExpressionSpecification = ['any', isAlley, ['!', isPath]];
  const paint: LineLayerSpecification['paint'] = {
    'line-color': edgeColor(context.palette, context.palette.alleyEdge),
    'line-gap-width': roadWidth(context.latitude),
    'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 17, 0.9, 20, 1.4],
  };
  return [
    line({
      id: `${name}-edges-far`,
      filter: ['all', onLevel, drivable],
      minzoom: 12,
      maxzoom: 17,
      paint: {
        ...paint,
        'line-color': edgeColor(context.palette, context.palette.roadEdge),
      },
    }),
    line({
      id: `${name}-edges`,
      filter: ['all', onLevel, drivable, ['!', isAssumed]],
      minzoom: 17,
      paint,
    }),
    line({
      id: `${name}-edges-assumed`,
      filter: ['all', onLevel, drivable, isAssumed],
      minzoom: 17,
      paint: { ...paint, 'line-dasharray': [4, 3] },
    }),
  ];
}

function surface(
  name: string,
  onLevel: ExpressionSpecification,
  context: ThemeContext,
): LineLayerSpecification[] {
  const width = roadWidth(context.latitude);
  return [
    line({
      id: `${name}-alleys`,
      filter: ['all', onLevel, isAlley],
      minzoom: 14,
      cap: 'round',
      paint: { 'line-color': context.palette.alley, 'line-width': width },
    }),
    line({
      id: `${name}-streets`,
      filter: ['all', onLevel, ['!', isAlley], ['!', isPath]],
      cap: 'round',
      paint: {
        'line-color': ['case', isMain, context.palette.roadMain, context.palette.road],
        'line-width': width,
        'line-opacity': name === 'tunnel' ? 0.6 : 1,
      },
    }),
  ];
}

function paths({ palette }: ThemeContext): LineLayerSpecification {
  return line({
    id: 'paths',
    filter: ['all', isPath, ['!', isAlley]],
    minzoom: 15,
    paint: {
      'line-color': palette.path,
      'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.7, 18, 1.6],
      'line-dasharray': [1.5, 1.5],
    },
  });
}

export const roads: Theme = (context) => {
  const onGround: ExpressionSpecification = ['!', isBridge];
  return [
    paths(context),
    ...edges('road', onGround, context),
    ...surface('tunnel', isTunnel, context),
    ...surface('road', ['all', onGround, ['!', isTunnel]], context),
    ...edges('bridge', isBridge, context),
    ...surface('bridge', isBridge, context),
  ];
};

/** Quiet arrows along one-way streets. */
export const roadArrows: Theme = () => [
  {
    id: 'road-arrows',
    type: 'symbol',
    source: 'base',
    'source-layer': 'roads',
    filter: ['all', ['has', 'oneway'], ['!', isPath]],
    minzoom: 16,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 160,
      'icon-image': 'oneway',
      'icon-size': ['interpolate', ['linear'], ['zoom'], 16, 0.55, 19, 0.9],
      'icon-rotate': ['case', ['==', ['get', 'oneway'], -1], 180, 0],
      'icon-padding': 8,
    },
  },
];
