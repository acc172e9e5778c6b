// How fast traffic moves, over the base map and under all else: told apart by width, not by colour alone.

import type { Layer } from '@deck.gl/core';
import { PathLayer } from '@deck.gl/layers';
import { besideLine } from './beside-line.ts';
import type { Colours, Rgb } from './colours.ts';
import type { Pace, ToolMarks } from './tool-marks.ts';

/** Traffic keeps to the right, so that each direction is seen by itself. */
const besideMeters = -2.5;

const pixels: Record<Pace, number> = { jam: 7, slow: 4, free: 2 };

/** The same layers always, so that each has one place among the others. */
export function trafficLayers({ traffic }: ToolMarks, colours: Colours): Layer[] {
  const colourOf: Record<Pace, Rgb> = {
    jam: colours.trafficJam,
    slow: colours.trafficSlow,
    free: colours.trafficFree,
  };
  const drawn = traffic.map(({ line, pace }) => ({ pace, line: besideLine(line, besideMeters) }));
  const layer = (id: string, colour: (pace: Pace) => Rgb, wider: number): Layer =>
    new PathLayer({
      id,
      data: drawn,
      getPath: ({ line }: (typeof drawn)[number]) => line,
      getColor: ({ pace }: (typeof drawn)[number]) => colour(pace),
      getWidth: ({ pace }: (typeof drawn)[number]) => pixels[pace] + wider,
      widthUnits: 'pixels',
      capRounded: true,
    });
  return [
    layer('traffic-casing', () => colours.casing, 2),
    layer('traffic', (pace) => colourOf[pace], 0),
  ];
}
