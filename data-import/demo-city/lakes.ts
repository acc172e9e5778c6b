import type { Block, Road, WaterBody } from './city-model.ts';
import { nameStreet } from './names.ts';
import { crossSegments, type Meters, step } from './plane.ts';
import { roundCorners } from './polygons.ts';
import type { Random } from './random.ts';
import { endOfEdge } from './rings.ts';

const RAYS = 40;

/** A lake filling a block up to the road around it, its shore rounded and uneven. */
export function digLake(block: Block, random: Random, takenNames: Set<string>): WaterBody {
  const phase = random.between(0, 6);
  const reach = reachWithin(block, random.between(6, 10), 3).map(
    (meters, i) => meters * (0.94 + 0.06 * Math.sin(i * 0.9 + phase)),
  );
  const name = nameStreet(random, takenNames, 'Hồ');
  return { kind: 'lake', name, shore: roundCorners(outlineOf(block, reach), 1) };
}

/** The grass of a block that is a park, inside the pavements around it. */
export function parkOutline(block: Block): Meters[] {
  return outlineOf(block, reachWithin(block, 1, 1));
}

/** Metres from a block's middle to `margin` before its roads, on every ray, evened out `passes` times. */
function reachWithin(block: Block, margin: number, passes: number): number[] {
  const far = Array.from({ length: RAYS }, (_, i) => distanceToRoad(block, headingOf(i)) - margin);
  let reach = far;
  for (let pass = 0; pass < passes; pass++) {
    reach = reach.map((own, i) => {
      const before = reach[(i + RAYS - 1) % RAYS]!;
      const after = reach[(i + 1) % RAYS]!;
      return Math.min(far[i]!, 0.4 * own + 0.3 * before + 0.3 * after);
    });
  }
  return reach;
}

function outlineOf(block: Block, reach: readonly number[]): Meters[] {
  return reach.map((meters, i) => step(block.middle, headingOf(i), Math.max(8, meters)));
}

function headingOf(ray: number): Meters {
  const angle = (2 * Math.PI * ray) / RAYS;
  return [Math.cos(angle), Math.sin(angle)];
}

function distanceToRoad(block: Block, heading: Meters): number {
  const sight = 900;
  const end = step(block.middle, heading, sight);
  let nearest = sight;
  let road: Road | null = null;
  for (let edge = 0; edge < block.ring.points.length; edge++) {
    const a = block.ring.points[edge]!;
    const hit = crossSegments(block.middle, end, a, endOfEdge(block.ring, edge));
    if (!hit || hit.onAb * sight >= nearest) continue;
    nearest = hit.onAb * sight;
    road = block.ring.owners[edge]!;
  }
  return nearest - (road?.clearance ?? 2);
}
