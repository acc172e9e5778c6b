import type { Palette } from '../palettes/palette.ts';
import {
  box,
  circle,
  grow,
  intersect,
  move,
  ring,
  rotate,
  square,
  union,
  wedge,
} from './shapes.ts';
import type { Shape } from './shapes.ts';

/** One layer of paint; an icon is a stack of them, the last on top. */
export type Paint = { shape: Shape; color: string };

const waterShapes: Record<string, Shape> = {
  circle: circle(8),
  square: square(7.4, 1.6),
  diamond: rotate(square(6.8, 1), 45),
};

const cross = union(rotate(box(1.1, 6.2, 0.8), 45), rotate(box(1.1, 6.2, 0.8), -45));

/** Filled: usable. Ring with a core: works, its test is out of date. Ring: unknown. Crossed, grey: dead. */
function paintWaterPoint(shape: Shape, state: string, palette: Palette): Paint[] {
  const blue = palette.waterPoint;
  const rim = { shape: grow(shape, 1.6), color: palette.waterPointGround };
  if (state === 'usable') return [rim, { shape, color: blue }];
  if (state === 'out-of-order')
    return [
      rim,
      { shape: ring(shape, 1.4), color: palette.waterPointDead },
      { shape: cross, color: palette.waterPointDead },
    ];
  const hollow = [rim, { shape: ring(shape, 2.2), color: blue }];
  return state === 'unverified' ? [...hollow, { shape: grow(shape, -4.6), color: blue }] : hollow;
}

function paintStation(palette: Palette): Paint[] {
  const house = intersect(wedge(-6.4), box(5, 6.4));
  const door = move(box(1.9, 2.4), 0, 4.2);
  return [
    { shape: square(12.2, 4), color: palette.waterPointGround },
    { shape: square(10.8, 3), color: palette.station },
    { shape: house, color: palette.stationMark },
    { shape: door, color: palette.station },
  ];
}

function paintArrow(palette: Palette): Paint[] {
  const head = intersect(rotate(wedge(-6), 90), move(box(3, 6), 3, 0));
  return [{ shape: union(head, move(box(5, 0.9), -2, 0)), color: palette.roadArrow }];
}

/** Every icon of the style, by the name that layers use. */
export function paintIcons(palette: Palette): ReadonlyMap<string, Paint[]> {
  const icons = new Map<string, Paint[]>();
  for (const [name, shape] of Object.entries(waterShapes))
    for (const state of ['usable', 'unverified', 'unknown', 'out-of-order'])
      icons.set(`${name}-${state}`, paintWaterPoint(shape, state, palette));
  icons.set('station', paintStation(palette));
  icons.set('oneway', paintArrow(palette));
  icons.set('landmark', [
    { shape: circle(4.4), color: palette.halo },
    { shape: circle(3), color: palette.landmark },
  ]);
  return icons;
}
