/** Where somebody is, as they or their telephone said it. */
export type StatedPosition = {
  lon: number;
  lat: number;
  /** Radius within which they probably are; null where nothing was said about it. */
  accuracyMeters: number | null;
};

export type ParsedPosition =
  | ({ kind: 'position' } & StatedPosition)
  /** A shortened link: the position is behind it, and has to be fetched by opening it. */
  | { kind: 'short-link'; host: string }
  /** A link of a map that holds no position, such as the name of a place. */
  | { kind: 'link-without-position'; host: string };

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Beyond this a circle says nothing about a street. */
const mostAccuracyMeters = 50_000;

export function boundAccuracy(meters: number): number | null {
  return Number.isFinite(meters) && meters > 0 && meters <= mostAccuracyMeters
    ? Math.max(1, Math.round(meters))
    : null;
}
