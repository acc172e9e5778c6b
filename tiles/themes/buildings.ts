import type { Theme } from './theme.ts';

/** Quiet footprints. Feature state `chosen` marks the building in question. */
export const buildings: Theme = ({ palette }) => [
  {
    id: 'buildings',
    type: 'fill',
    source: 'base',
    'source-layer': 'buildings',
    minzoom: 13,
    paint: {
      'fill-color': [
        'case',
        ['boolean', ['feature-state', 'chosen'], false],
        palette.buildingChosen,
        palette.building,
      ],
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.6, 15, 1],
    },
  },
  {
    id: 'building-edges',
    type: 'line',
    source: 'base',
    'source-layer': 'buildings',
    minzoom: 15.5,
    paint: {
      'line-color': palette.buildingEdge,
      'line-width': ['interpolate', ['linear'], ['zoom'], 15.5, 0.3, 18, 0.8, 20, 1.2],
    },
  },
];
