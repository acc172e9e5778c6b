// The planner's layer: every road by how its width is known, and beside it whether a limit or clearance there was
// judged by eye. Off in the style as it comes; what is assumed is dashed and the strongest, so that it is seen at
// once, also without colours.

import type { LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Theme } from './theme.ts';

const sureFirst = ['measured', 'tagged', 'derived', 'assumed'] as const;

type Look = { colour: string; dashes?: number[]; thickness: number };

export const widthProvenance: Theme = ({ palette }) => {
  const looks: Record<(typeof sureFirst)[number], Look> = {
    measured: { colour: palette.widthMeasured, thickness: 1 },
    tagged: { colour: palette.widthTagged, thickness: 0.7 },
    derived: { colour: palette.widthTagged, thickness: 0.7, dashes: [0.6, 1.2] },
    assumed: { colour: palette.widthAssumed, thickness: 1, dashes: [2.5, 1] },
  };
  const widths = sureFirst.map((provenance): LineLayerSpecification => {
    const { colour, dashes, thickness } = looks[provenance];
    return {
      id: `width-${provenance}`,
      type: 'line',
      source: 'base',
      'source-layer': 'roads',
      filter: ['==', ['get', 'width_provenance'], provenance],
      minzoom: 14,
      layout: { visibility: 'none', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          14,
          1.6 * thickness,
          16,
          3 * thickness,
          19,
          5 * thickness,
        ],
        ...(dashes && { 'line-dasharray': dashes }),
      },
    };
  });
  return [...widths, limitAssumed(palette.widthAssumed)];
};

/** Two dotted lines along the road: its width may be known nevertheless. */
function limitAssumed(colour: string): LineLayerSpecification {
  return {
    id: 'limit-assumed',
    type: 'line',
    source: 'base',
    'source-layer': 'roads',
    filter: ['==', ['get', 'limit_assumed'], true],
    minzoom: 14,
    layout: { visibility: 'none', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 14, 1.2, 19, 2.5],
      'line-gap-width': ['interpolate', ['linear'], ['zoom'], 14, 3.5, 16, 6, 19, 10],
      'line-dasharray': [1, 1],
    },
  };
}
