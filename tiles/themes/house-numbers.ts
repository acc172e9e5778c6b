import { fonts } from '../fonts.ts';
import type { Theme } from './theme.ts';

/** One number per address; where there is no room the lower zoom shows fewer. */
export const houseNumbers: Theme = ({ palette }) => [
  {
    id: 'house-numbers',
    type: 'symbol',
    source: 'base',
    'source-layer': 'house_numbers',
    minzoom: 16.5,
    layout: {
      'text-field': ['get', 'house_number'],
      'text-font': fonts.medium,
      'text-size': ['interpolate', ['linear'], ['zoom'], 16.5, 9, 17, 10, 18, 11, 20, 16],
      // Tube houses stand 14 pixels apart at z18: the boxes must be no taller than the figures.
      'text-padding': 0,
      'text-line-height': 1,
      'text-max-width': 20,
    },
    paint: {
      'text-color': palette.houseNumber,
      'text-halo-color': palette.building,
      'text-halo-width': 1.1,
    },
  },
];
