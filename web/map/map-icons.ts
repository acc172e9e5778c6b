// The overlay's signs, drawn once on a canvas: nothing to download, sharp on any screen.
// What differs in meaning differs in shape as well as in colour.

import { iconSize } from '../../tiles/icons/draw-icon.ts';
import { waterIcon } from '../../tiles/icons/water-icon.ts';
import type { Palette } from '../../tiles/palettes/palette.ts';
import { coloursOf, cssColour } from './colours.ts';
import { styleIcon } from './style-icons.ts';

type IconName =
  | 'candidate'
  | 'candidate-active'
  | 'stop'
  | 'door'
  | 'door-assumed'
  | 'fire'
  | 'pump'
  | 'staging'
  | 'supply'
  | 'wind';

const cell = 96;
const names: IconName[] = [
  'candidate',
  'candidate-active',
  'stop',
  'door',
  'door-assumed',
  'fire',
  'pump',
  'staging',
  'supply',
  'wind',
];
/** Where in its cell a sign stands on its place: the tip of a pin, the tail of an arrow. */
const anchors: Partial<Record<IconName, number>> = {
  candidate: cell - 4,
  'candidate-active': cell - 4,
  wind: cell,
};
/** Water looks as on the base map, only larger: one kind of water has one sign. */
const waterNames = ['hydrant', 'tank', 'lake'].flatMap((kind) =>
  (['usable', 'unverified'] as const).map((state) => waterIcon(kind, state)),
);
const waterPixelRatio = Math.floor(cell / iconSize);

export type IconSheet = {
  image: HTMLCanvasElement;
  mapping: Record<
    string,
    { x: number; y: number; width: number; height: number; anchorX: number; anchorY: number }
  >;
};

export function drawIcons(palette: Palette): IconSheet {
  const colours = coloursOf(palette);
  const inks: Inks = {
    fire: cssColour(colours.fire),
    route: cssColour(colours.route),
    casing: cssColour(colours.casing),
    water: cssColour(colours.water),
  };
  const image = document.createElement('canvas');
  image.width = cell * (names.length + waterNames.length);
  image.height = cell;
  const pen = image.getContext('2d');
  const mapping: IconSheet['mapping'] = {};
  names.forEach((name, index) => {
    mapping[name] = {
      x: index * cell,
      y: 0,
      width: cell,
      height: cell,
      anchorX: cell / 2,
      anchorY: anchors[name] ?? cell / 2,
    };
    if (!pen) return;
    pen.save();
    pen.translate(index * cell + cell / 2, cell / 2);
    signs[name](pen, inks);
    pen.restore();
  });
  waterNames.forEach((name, index) => {
    const { width, height, data } = styleIcon(palette, name, waterPixelRatio);
    const x = (names.length + index) * cell;
    mapping[name] = { x, y: 0, width, height, anchorX: width / 2, anchorY: height / 2 };
    pen?.putImageData(new ImageData(data, width, height), x, 0);
  });
  return { image, mapping };
}

type Inks = Record<'fire' | 'route' | 'casing' | 'water', string>;
type Sign = (pen: CanvasRenderingContext2D, inks: Inks) => void;

const signs: Record<IconName, Sign> = {
  candidate: (pen, { fire, casing }) => drawPin(pen, { fill: casing, edge: fire }),
  'candidate-active': (pen, { fire, casing }) =>
    drawPin(pen, { fill: fire, edge: fire, inner: casing }),
  // The end of a road with the bar of a stop line across it.
  stop: (pen, { route, casing }) => {
    fillRound(pen, 36, casing);
    fillRound(pen, 30, route);
    pen.fillStyle = casing;
    pen.fillRect(-18, -6, 36, 12);
  },
  door: (pen, { fire, casing }) => {
    fillRound(pen, 20, casing);
    strokeRound(pen, 14, fire, []);
  },
  'door-assumed': (pen, { fire, casing }) => {
    fillRound(pen, 20, casing);
    strokeRound(pen, 14, fire, [9, 6]);
  },
  fire: (pen, { fire, casing }) => {
    fillRound(pen, 34, casing);
    fillRound(pen, 28, fire);
  },
  // A pump as in technical drawings: a triangle in a circle.
  pump: (pen, { water, casing }) => {
    fillRound(pen, 38, water);
    fillRound(pen, 31, casing);
    pen.fillStyle = water;
    fillShape(pen, [
      [-14, -22],
      [27, 0],
      [-14, 22],
    ]);
  },
  // A parking bay, empty but for the one that waits.
  staging: (pen, { route, casing }) => {
    drawBay(pen, { edge: route, fill: casing });
    pen.fillStyle = route;
    pen.fillRect(-10, -20, 20, 40);
  },
  // The same, with a drop of water.
  supply: (pen, { water, casing }) => {
    drawBay(pen, { edge: water, fill: casing });
    pen.fillStyle = water;
    pen.beginPath();
    pen.moveTo(0, -22);
    pen.quadraticCurveTo(16, 0, 14, 8);
    pen.arc(0, 8, 14, 0, Math.PI);
    pen.quadraticCurveTo(-16, 0, 0, -22);
    pen.fill();
  },
  // Points north, away from the fire at its tail; the map turns it.
  wind: (pen, { route, casing }) => {
    const arrow: [number, number][] = [
      [-5, 16],
      [-5, -18],
      [-17, -18],
      [0, -45],
      [17, -18],
      [5, -18],
      [5, 16],
    ];
    pen.lineJoin = 'round';
    pen.strokeStyle = casing;
    pen.lineWidth = 7;
    pen.fillStyle = route;
    traceShape(pen, arrow);
    pen.stroke();
    fillShape(pen, arrow);
  },
};

function drawBay(
  pen: CanvasRenderingContext2D,
  { edge, fill }: { edge: string; fill: string },
): void {
  pen.fillStyle = fill;
  pen.fillRect(-38, -38, 76, 76);
  pen.fillStyle = edge;
  pen.fillRect(-34, -34, 68, 68);
  pen.fillStyle = fill;
  pen.fillRect(-27, -27, 54, 54);
}

function traceShape(pen: CanvasRenderingContext2D, corners: [number, number][]): void {
  pen.beginPath();
  for (const [x, y] of corners) pen.lineTo(x, y);
  pen.closePath();
}

function fillShape(pen: CanvasRenderingContext2D, corners: [number, number][]): void {
  traceShape(pen, corners);
  pen.fill();
}

type PinInks = { fill: string; edge: string; inner?: string };

function drawPin(pen: CanvasRenderingContext2D, { fill, edge, inner }: PinInks): void {
  pen.beginPath();
  pen.arc(0, -8, 30, Math.PI * 0.85, Math.PI * 0.15);
  pen.quadraticCurveTo(18, 24, 0, 42);
  pen.quadraticCurveTo(-18, 24, -27, 6);
  pen.closePath();
  pen.fillStyle = fill;
  pen.strokeStyle = edge;
  pen.lineWidth = 6;
  pen.fill();
  pen.stroke();
  if (inner) {
    pen.strokeStyle = inner;
    pen.lineWidth = 2;
    pen.stroke();
  }
}

function fillRound(pen: CanvasRenderingContext2D, radius: number, colour: string): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, Math.PI * 2);
  pen.fillStyle = colour;
  pen.fill();
}

function strokeRound(
  pen: CanvasRenderingContext2D,
  radius: number,
  colour: string,
  dash: number[],
): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, Math.PI * 2);
  pen.setLineDash(dash);
  pen.strokeStyle = colour;
  pen.lineWidth = 7;
  pen.stroke();
}
