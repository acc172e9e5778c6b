import { growAlleys } from './alleys.ts';
import type { Block, Ring, Road } from './city-model.ts';
import { frontagesOf } from './frontages.ts';
import { buildHouses } from './houses.ts';
import { placeLandmark, placeStation, placeTowers, type Site } from './landmarks.ts';
import { layMissionAlleys } from './mission-alleys.ts';
import { headingFrom, type Meters, pointAlong, step } from './plane.ts';
import type { Random } from './random.ts';

/** A block with its alleys laid, and the strips between them still to be built on, best land first. */
export interface BuildingGround {
  block: Block;
  random: Random;
  sites: Site[];
}

/** Lays the alleys of a block and whatever is large in it. */
export function openGround(
  block: Block,
  random: Random,
  takenNames: Set<string>,
): BuildingGround | null {
  if (block.use === 'towers') {
    placeTowers({ strip: { ring: block.ring, taken: [] }, block, random, takenNames });
    return null;
  }
  if (block.use !== 'houses') return null;
  const growth = { block, random, mayOpenTwice: block.special === null };
  const rings = block.special ? layMissionAlleys(growth) : [block.ring];
  const strips = rings.flatMap((ring) => growAlleys(growth, ring));
  const sites = strips
    .toSorted((a, b) => desirability(a) - desirability(b))
    .map((ring): Site => ({ strip: { ring, taken: [] }, block, random, takenNames }));
  if (block.wantsStation && !sites.some((site) => placeStation(site))) {
    block.stationGate = roadsideOf(block.ring);
  }
  return { block, random, sites };
}

/** Where no strip has room for a station, it is a gate in the row of houses. */
function roadsideOf(ring: Ring): Meters | null {
  const street = frontagesOf(ring)[0];
  if (!street) return null;
  const at = pointAlong(street.line, street.length / 2);
  const ahead = headingFrom(at, pointAlong(street.line, street.length / 2 + 2));
  return step(at, ahead, 0, street.road.clearance - 0.5);
}

/** What the mission's addresses need comes first, then land on streets, then along the wider alleys. */
function desirability(ring: Ring): number {
  const roads = ring.owners.filter((owner): owner is Road => owner !== null);
  if (roads.some((road) => road.level > 0 && road.anchors.length > 0)) return -1;
  if (roads.some((road) => road.level === 0 && road.streetName === 'Ngọc Hà')) return -1;
  return Math.min(9, ...roads.map((road) => road.level));
}

/** Builds strip by strip until `wanted` more houses stand or the land is used up; returns how many were built. */
export function buildOn(ground: BuildingGround, wanted: number): number {
  const { block, sites, random } = ground;
  let built = 0;
  while (built < wanted && sites.length > 0) {
    const site = sites.shift()!;
    placeLandmark(site);
    const houses = buildHouses(site.strip, block.remoteness, random).slice(0, wanted - built);
    block.houses.push(...houses);
    built += houses.length;
  }
  return built;
}

/** Takes back the alleys that came to serve nobody. */
export function pruneAlleys(block: Block): void {
  const needed = new Set<Road>();
  const need = (road: Road | null) => {
    if (!road || road.kind === 'street' || needed.has(road)) return;
    needed.add(road);
    need(road.parent);
    need(road.farMouth);
  };
  for (const house of block.houses) need(house.road);
  for (const alley of block.alleys) if (alley.anchors.length > 0) need(alley);
  block.alleys = block.alleys.filter((alley) => needed.has(alley));
}
