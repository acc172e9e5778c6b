import { fonts } from '../fonts.ts';
import type { Theme } from './theme.ts';

export const stations: Theme = ({ palette }) => [
  {
    id: 'stations',
    type: 'symbol',
    source: 'stations',
    'source-layer': 'stations',
    layout: {
      'icon-image': 'station',
      'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 0.8, 16, 1],
      'icon-allow-overlap': true,
      'text-field': ['step', ['zoom'], '', 14.5, ['get', 'name']],
      'text-font': fonts.semibold,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 17, 13],
      'text-anchor': 'top',
      'text-offset': [0, 1.1],
      'text-max-width': 9,
      'text-optional': true,
    },
    paint: {
      'text-color': palette.stationText,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.5,
    },
  },
];
