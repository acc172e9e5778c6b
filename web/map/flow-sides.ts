import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { Scene } from './scene.ts';

const layer = 'water-point-flows';
const property = 'text-variable-anchor-offset';

/** In ems, as the style has it: beyond the largest sign. */
const beyond = 1.45;
const places = {
  right: ['left', [beyond, 0]],
  left: ['right', [-beyond, 0]],
  below: ['top', [0, beyond]],
  above: ['bottom', [0, -beyond]],
} as const;

/** Where the figure beside a sign is, from the sign: its middle, and how far around that a line would cover it. */
const figurePixels = { middle: 38, around: 24 };

/** Keeps the flows that the base map writes beside its signs out from under the way, where another side is free. */
export class FlowSides {
  readonly #map: MapLibreMap;
  #shown: Pick<Scene, 'truck' | 'water'> = { truck: null, water: [] };
  #wanted: ExpressionSpecification | undefined = undefined;

  constructor(map: MapLibreMap) {
    this.#map = map;
    // A new style, of another language or palette, knows of no way.
    map.on('styledata', () => this.#apply());
  }

  show({ truck, water }: Scene): void {
    if (truck === this.#shown.truck && water === this.#shown.water) return;
    this.#shown = { truck, water };
    const named = water.map(({ position }) => position);
    this.#wanted = truck && truck.line.length > 1 ? sidesBeside(truck.line, named) : undefined;
    this.#apply();
  }

  /** Sets only what differs: every set is heard as new style data again. */
  #apply(): void {
    if (!this.#map.getLayer(layer)) return;
    const set: unknown = this.#map.getLayoutProperty(layer, property);
    if (JSON.stringify(set) !== JSON.stringify(this.#wanted))
      this.#map.setLayoutProperty(layer, property, this.#wanted);
  }
}

/** A place in the tiles is not quite the one in an answer. */
const sameWaterMeters = 3;

/**
 * Which sides of a sign are tried first, by where the line is. The flow of water that the answer names itself stays
 * on its right, where those words cover it.
 */
export function sidesBeside(line: Position[], named: Position[]): ExpressionSpecification {
  const sides = (zoom: number) => sidesAt(zoom, line, named);
  return ['step', ['zoom'], sides(16), 17, sides(17), 18, sides(18), 19, sides(19)];
}

function sidesAt(zoom: number, line: Position[], named: Position[]): ExpressionSpecification {
  const pixelMeters = metersPerPixel(zoom, line);
  const isCovered = (side: 1 | -1): ExpressionSpecification => [
    '<',
    ['distance', lineMoved(line, -side * figurePixels.middle * pixelMeters)],
    figurePixels.around * pixelMeters,
  ];
  const isNamed: ExpressionSpecification =
    named.length > 0
      ? ['<', ['distance', { type: 'MultiPoint', coordinates: named }], sameWaterMeters]
      : ['literal', false];
  const { right, left, below, above } = places;
  const asEver: ExpressionSpecification = ['literal', [...right, ...left, ...below, ...above]];
  return [
    'case',
    isNamed,
    asEver,
    ['all', isCovered(1), isCovered(-1)],
    ['literal', [...below, ...above, ...right, ...left]],
    isCovered(1),
    ['literal', [...left, ...below, ...above, ...right]],
    asEver,
  ];
}

/** A sign is as near to the line moved west as what is east of it is to the line itself. */
function lineMoved(line: Position[], eastMeters: number): GeoJSON.LineString {
  const shift = eastMeters / localScale(line[0]![1]).x;
  return { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon + shift, lat]) };
}

/** In the middle of a zoom level. */
function metersPerPixel(zoom: number, line: Position[]): number {
  return (localScale(line[0]![1]).x * 360) / (512 * 2 ** (zoom + 0.5));
}
