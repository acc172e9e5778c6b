import { between, distance, type Meters } from './plane.ts';

/** Square metres; positive when the corners run counter-clockwise. */
export function signedArea(corners: readonly Meters[]): number {
  let twice = 0;
  for (let i = 0; i < corners.length; i++) {
    const a = corners[i]!;
    const b = corners[(i + 1) % corners.length]!;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

export function centroid(corners: readonly Meters[]): Meters {
  const [ox, oy] = corners[0]!;
  let x = 0;
  let y = 0;
  let twice = 0;
  for (let i = 0; i < corners.length; i++) {
    const a = corners[i]!;
    const b = corners[(i + 1) % corners.length]!;
    const cross = (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy);
    x += (a[0] + b[0] - 2 * ox) * cross;
    y += (a[1] + b[1] - 2 * oy) * cross;
    twice += cross;
  }
  return twice === 0 ? [ox, oy] : [ox + x / (3 * twice), oy + y / (3 * twice)];
}

export function contains(corners: readonly Meters[], point: Meters): boolean {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const a = corners[i]!;
    const b = corners[j]!;
    const spans = a[1] > point[1] !== b[1] > point[1];
    if (spans && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) {
      inside = !inside;
    }
  }
  return inside;
}

/** Unit vector along the longer way of a shape, and its extent that way and across. */
export function principalAxis(corners: readonly Meters[]): {
  heading: Meters;
  length: number;
  width: number;
  middle: Meters;
} {
  let best = { heading: [1, 0] as Meters, area: Number.POSITIVE_INFINITY };
  const boxes = 24;
  for (let i = 0; i < boxes; i++) {
    const angle = (Math.PI * i) / boxes;
    const heading: Meters = [Math.cos(angle), Math.sin(angle)];
    const [along, across] = extents(corners, heading);
    const area = (along[1] - along[0]) * (across[1] - across[0]);
    if (area < best.area - 1e-6) best = { heading, area };
  }
  let heading = best.heading;
  let [along, across] = extents(corners, heading);
  if (across[1] - across[0] > along[1] - along[0]) {
    heading = [-heading[1], heading[0]];
    [along, across] = extents(corners, heading);
  }
  const u = (along[0] + along[1]) / 2;
  const v = (across[0] + across[1]) / 2;
  return {
    heading,
    length: along[1] - along[0],
    width: across[1] - across[0],
    middle: [heading[0] * u - heading[1] * v, heading[1] * u + heading[0] * v],
  };
}

function extents(
  corners: readonly Meters[],
  heading: Meters,
): [[number, number], [number, number]] {
  const along: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const across: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of corners) {
    const u = x * heading[0] + y * heading[1];
    const v = y * heading[0] - x * heading[1];
    along[0] = Math.min(along[0], u);
    along[1] = Math.max(along[1], u);
    across[0] = Math.min(across[0], v);
    across[1] = Math.max(across[1], v);
  }
  return [along, across];
}

/** Whether two convex shapes share more than a sliver of `tolerance` metres; negative asks for a gap (separating axes). */
export function convexOverlap(
  a: readonly Meters[],
  b: readonly Meters[],
  tolerance: number,
): boolean {
  return !isSeparatedByEdgeOf(a, b, tolerance) && !isSeparatedByEdgeOf(b, a, tolerance);
}

function isSeparatedByEdgeOf(
  a: readonly Meters[],
  b: readonly Meters[],
  tolerance: number,
): boolean {
  for (let i = 0; i < a.length; i++) {
    const p = a[i]!;
    const q = a[(i + 1) % a.length]!;
    const length = distance(p, q);
    if (length === 0) continue;
    const nx = (q[1] - p[1]) / length;
    const ny = (p[0] - q[0]) / length;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [x, y] of b) nearest = Math.min(nearest, (x - p[0]) * nx + (y - p[1]) * ny);
    if (nearest >= -tolerance) return true;
  }
  return false;
}

/** Rounds corners by cutting them (Chaikin), for shores. */
export function roundCorners(corners: readonly Meters[], times: number): Meters[] {
  let rounded = [...corners];
  for (let n = 0; n < times; n++) {
    rounded = rounded.flatMap((a, i) => {
      const b = rounded[(i + 1) % rounded.length]!;
      return [between(a, b, 0.25), between(a, b, 0.75)];
    });
  }
  return rounded;
}
