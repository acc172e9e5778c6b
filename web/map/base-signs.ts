import { waterShape, type WaterShape, type WaterState } from '../../tiles/icons/water-icon.ts';

/** Layers of the style whose signs need a word, and what each stands for. */
export const signLayers = {
  'water-points': 'water',
  'water-point-flows': 'flow',
  stations: 'station',
  'road-edges-assumed': 'assumed',
  'bridge-edges-assumed': 'assumed',
  paths: 'path',
  'width-measured': 'width-measured',
  'width-tagged': 'width-tagged',
  'width-derived': 'width-derived',
  'width-assumed': 'width-assumed',
  'limit-assumed': 'limit-assumed',
} as const;

/** Which signs of the base map are in view: the legend explains those and no others. */
export type BaseSigns = {
  /** Each kind with its most reliable state in view. */
  shapes: { shape: WaterShape; state: WaterState }[];
  /** Each state with a shape that shows it. */
  states: { state: WaterState; shape: WaterShape }[];
  /** Sizes differ by flow. */
  flows: boolean;
  /** Far out no amounts are written, and none is missing. */
  unknownFlow: boolean;
  station: boolean;
  assumed: boolean;
  path: boolean;
  /** How widths are known, while the planner's layer is on. */
  widths: WidthSign[];
  /** A limit or clearance that was judged by eye; with the same layer. */
  limitAssumed: boolean;
};

export type WidthSign = 'measured' | 'tagged' | 'derived' | 'assumed';

export const widthOrder: readonly WidthSign[] = ['assumed', 'derived', 'tagged', 'measured'];

export type SeenFeature = { layer: { id: string }; properties: Record<string, unknown> };

const shapeOrder: WaterShape[] = ['circle', 'square', 'diamond'];
const stateOrder: WaterState[] = ['usable', 'unverified', 'unknown', 'out-of-order'];

export const noSigns: BaseSigns = baseSigns([]);

/** Features as drawn, in any order; the order of the answer is always the same. */
export function baseSigns(features: SeenFeature[]): BaseSigns {
  const seen = new Set(
    features.map(({ layer }) => signLayers[layer.id as keyof typeof signLayers]),
  );
  const points = features
    .filter(({ layer }) => layer.id === 'water-points')
    .map(({ properties }) => ({
      shape: waterShape(String(properties['kind'])),
      state: properties['state'],
      band: properties['flow_band'],
    }));
  return {
    shapes: shapeOrder.flatMap((shape) => {
      const state = stateOrder.find((candidate) =>
        points.some((point) => point.shape === shape && point.state === candidate),
      );
      return state ? [{ shape, state }] : [];
    }),
    states: stateOrder.flatMap((state) => {
      const shape = shapeOrder.find((candidate) =>
        points.some((point) => point.shape === candidate && point.state === state),
      );
      return shape ? [{ state, shape }] : [];
    }),
    flows: new Set(points.flatMap(({ band }) => (typeof band === 'number' ? [band] : []))).size > 1,
    unknownFlow: features.some(
      ({ layer, properties }) =>
        layer.id === 'water-point-flows' &&
        properties['flow_lps'] === undefined &&
        properties['volume_m3'] === undefined,
    ),
    station: seen.has('station'),
    assumed: seen.has('assumed'),
    path: seen.has('path'),
    limitAssumed: seen.has('limit-assumed'),
    widths: widthOrder.filter((known) => seen.has(`width-${known}`)),
  };
}
