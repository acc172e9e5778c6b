import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { Scene } from './scene.ts';

const layer = 'water-point-flows';
const sidesProperty = 'text-variable-anchor-offset';

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

/** Keeps the flows that the base map writes beside its signs out from under the way, and does not write again what the answer does. */
export class FlowSides {
  readonly #map: MapLibreMap;
  #shown: Pick<Scene, 'truck' | 'water'> = { truck: null, water: [] };
  #sides: ExpressionSpecification | undefined = undefined;
  #opacity: ExpressionSpecification | undefined = undefined;

  constructor(map: MapLibreMap) {
    this.#map = map;
    // A new style, of another language or palette, knows of no way.
    map.on('styledata', () => this.#apply());
  }

  show({ truck, water }: Scene): void {
    if (truck === this.#shown.truck && water === this.#shown.water) return;
    this.#shown = { truck, water };
    this.#sides = truck && truck.line.length > 1 ? sidesBeside(truck.line) : undefined;
    const named = water.filter(({ label }) => label !== '').map(({ position }) => position);
    this.#opacity = named.length > 0 ? hiddenAt(named) : undefined;
    this.#apply();
  }

  /** Sets only what differs: every set is heard as new style data again. */
  #apply(): void {
    if (!this.#map.getLayer(layer)) return;
    const sides: unknown = this.#map.getLayoutProperty(layer, sidesProperty);
    if (JSON.stringify(sides) !== JSON.stringify(this.#sides))
      this.#map.setLayoutProperty(layer, sidesProperty, this.#sides);
    const opacity: unknown = this.#map.getPaintProperty(layer, 'text-opacity');
    if (JSON.stringify(opacity) !== JSON.stringify(this.#opacity))
      this.#map.setPaintProperty(layer, 'text-opacity', this.#opacity);
  }
}

/** A place in the tiles is not quite the one in an answer. */
const sameWaterMeters = 3;

/** Beside water that the answer writes its own words about stand none of the base map. */
export function hiddenAt(named: Position[]): ExpressionSpecification {
  const places: GeoJSON.MultiPoint = { type: 'MultiPoint', coordinates: named };
  return ['case', ['<', ['distance', places], sameWaterMeters], 0, 1];
}

/**
 * The sides of a sign that the line leaves free, in the order in which they are tried. A side that it covers is none of
 * them: a label that stood there before would stay.
 */
export function sidesBeside(line: Position[]): ExpressionSpecification {
  const sides = (zoom: number) => sidesAt(zoom, line);
  return ['step', ['zoom'], sides(16), 17, sides(17), 18, sides(18), 19, sides(19)];
}

function sidesAt(zoom: number, line: Position[]): ExpressionSpecification {
  const pixelMeters = metersPerPixel(zoom, line);
  const isCovered = (side: 1 | -1): ExpressionSpecification => [
    '<',
    ['distance', lineMoved(line, -side * figurePixels.middle * pixelMeters)],
    figurePixels.around * pixelMeters,
  ];
  const { right, left, below, above } = places;
  return [
    'case',
    ['all', isCovered(1), isCovered(-1)],
    ['literal', [...below, ...above]],
    isCovered(1),
    ['literal', [...left, ...below, ...above]],
    isCovered(-1),
    ['literal', [...right, ...below, ...above]],
    ['literal', [...right, ...left, ...below, ...above]],
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
