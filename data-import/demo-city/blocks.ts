import { growAlleys } from './alleys.ts';
import type { Block, Road, WaterBody } from './city-model.ts';
import { buildHouses } from './houses.ts';
import { placeLandmark, placeStation, placeTowers, type Site } from './landmarks.ts';
import { layMissionAlleys } from './mission-alleys.ts';
import { nameStreet } from './names.ts';
import { crossSegments, type Meters, step } from './plane.ts';
import { roundCorners } from './polygons.ts';
import type { Random } from './random.ts';
import { endOfEdge } from './rings.ts';

/** Fills one block: alleys first, then what is large, then houses up to `housesLeft`. */
export function fillBlock(
  block: Block,
  housesLeft: number,
  random: Random,
  takenNames: Set<string>,
): void {
  if (block.use === 'towers') {
    placeTowers({ strip: { ring: block.ring, taken: [] }, block, random, takenNames });
    return;
  }
  if (block.use !== 'houses') return;
  const growth = { block, random, mayOpenTwice: block.special === null };
  const rings = block.special ? layMissionAlleys(growth) : [block.ring];
  const strips = rings
    .flatMap((ring) => growAlleys(growth, ring))
    .map((ring) => ({ ring, taken: [] }));
  const sites = strips.map((strip): Site => ({ strip, block, random, takenNames }));
  if (block.wantsStation) sites.some((site) => placeStation(site));
  for (const site of sites) {
    placeLandmark(site);
    block.houses.push(...buildHouses(site.strip, block.remoteness, random));
  }
  if (block.houses.length > housesLeft) block.houses.length = Math.max(0, housesLeft);
}

/** A lake filling a block up to the road around it, its shore rounded. */
export function digLake(block: Block, random: Random, takenNames: Set<string>): WaterBody {
  const rays = 40;
  const margin = random.between(7, 12);
  const reach = Array.from({ length: rays }, (_, i) => {
    const angle = (2 * Math.PI * i) / rays;
    return distanceToShore(block, [Math.cos(angle), Math.sin(angle)]) - margin;
  });
  const shore = reach.map((far, i) => {
    const angle = (2 * Math.PI * i) / rays;
    const beside = (reach[(i + 1) % rays]! + reach[(i + rays - 1) % rays]!) / 2;
    const radius = Math.max(8, Math.min(far, (far + beside) / 2 + 3));
    return step(block.middle, [Math.cos(angle), Math.sin(angle)], radius);
  });
  const name = nameStreet(random, takenNames, 'Hồ');
  return { kind: 'lake', name, shore: roundCorners(shore, 1) };
}

function distanceToShore(block: Block, heading: Meters): number {
  const far = 900;
  const end = step(block.middle, heading, far);
  let nearest = far;
  let road: Road | null = null;
  for (let edge = 0; edge < block.ring.points.length; edge++) {
    const a = block.ring.points[edge]!;
    const hit = crossSegments(block.middle, end, a, endOfEdge(block.ring, edge));
    if (!hit || hit.onAb * far >= nearest) continue;
    nearest = hit.onAb * far;
    road = block.ring.owners[edge]!;
  }
  return nearest - (road?.clearance ?? 2);
}
