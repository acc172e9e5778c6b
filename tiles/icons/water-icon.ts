/** What a water point looks like: its shape says what it is. Anything else is open water, a diamond. */
export const waterKindsByShape = { circle: ['hydrant'], square: ['tank', 'cistern'] };

export type WaterShape = 'circle' | 'square' | 'diamond';
export type WaterState = 'usable' | 'unverified' | 'unknown' | 'out-of-order';

export function waterShape(kind: string): WaterShape {
  if (waterKindsByShape.circle.includes(kind)) return 'circle';
  return waterKindsByShape.square.includes(kind) ? 'square' : 'diamond';
}

/** The name of its icon in the sprite. */
export function waterIcon(kind: string, state: WaterState): string {
  return `${waterShape(kind)}-${state}`;
}
