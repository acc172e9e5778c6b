import type { Block, Ring, Road } from './city-model.ts';
import { proposeCut } from './cuts.ts';
import { lineLength, type Meters } from './plane.ts';
import { centroid, contains, principalAxis, signedArea } from './polygons.ts';
import type { Random } from './random.ts';
import { joinRoads, splitRing } from './rings.ts';
import { sway } from './skeleton.ts';
import { fromCentre, makeStreet, type StreetClass } from './roads.ts';

/** Square metres of blocks: a few large ones hold the deep alley networks. */
const SMALLEST_BLOCK = 7_000;
const LARGEST_BLOCK = 62_000;
/** No street is laid closer than this to the next, in metres. */
const NARROWEST_BLOCK = 75;

/** Points inside cells that stay whole: blocks made by hand, and lakes. */
const KEPT_WHOLE: readonly { at: Meters; as: 'khuong-ha' | 'trung-kinh' }[] = [
  { at: [-380, -180], as: 'khuong-ha' },
  { at: [-60, 150], as: 'trung-kinh' },
];
const LAKES: readonly { at: Meters; largest: number }[] = [
  { at: [-360, 440], largest: 46_000 },
  { at: [120, -180], largest: 22_000 },
  { at: [560, 120], largest: 20_000 },
];

export interface StreetPlan {
  streets: Road[];
  blocks: Block[];
}

interface Plan extends StreetPlan {
  radius: number;
  random: Random;
}

/** Divides the cells between main roads by ever smaller streets until they are blocks. */
export function divideIntoBlocks(
  cells: readonly Ring[],
  radius: number,
  random: Random,
): StreetPlan {
  const plan: Plan = { streets: [], blocks: [], radius, random };
  for (const cell of cells) divide(plan, cell);
  return { streets: plan.streets, blocks: plan.blocks };
}

function divide(plan: Plan, ring: Ring): void {
  const area = Math.abs(signedArea(ring.points));
  const kept = KEPT_WHOLE.find(({ at }) => area < 140_000 && contains(ring.points, sway(at)));
  const lake = LAKES.find(({ at }) => contains(ring.points, sway(at)));
  const isLake = lake !== undefined && area < lake.largest;
  if (kept || isLake) {
    plan.blocks.push(makeBlock(plan, ring, isLake ? 'lake' : 'houses', kept?.as ?? null));
    return;
  }
  const isBlock = !lake && shouldStop(plan, ring, area);
  const halves = isBlock ? null : cutByStreet(plan, ring, area);
  if (!halves) {
    plan.blocks.push(makeBlock(plan, ring, null, null));
    return;
  }
  for (const half of halves) divide(plan, half);
}

function shouldStop(plan: Plan, ring: Ring, area: number): boolean {
  if (area < SMALLEST_BLOCK) return true;
  const { width, length } = principalAxis(ring.points);
  if (length < 2 * NARROWEST_BLOCK || (width < NARROWEST_BLOCK && length < 240)) return true;
  return area < LARGEST_BLOCK && plan.random.chance(0.25 + 0.3 * (1 - area / LARGEST_BLOCK));
}

function cutByStreet(plan: Plan, ring: Ring, area: number): [Ring, Ring] | null {
  const streetClass = classFor(area);
  const bend = streetClass === 'residential' ? 0.05 : 0.06;
  const cut = proposeCut(ring, plan.random, {
    direction: 'across',
    bend,
    pointEvery: 28,
    clearOfCorners: 28,
    clearOfEdges: 20,
  });
  if (!cut) return null;
  const line = fromCentre(cut.line, [0, 0]);
  const road = makeStreet('', streetClass, line);
  const ends = [
    [cut.fromEdge, cut.line[0]!],
    [cut.toEdge, cut.line.at(-1)!],
  ] as const;
  for (const [edge, at] of ends) {
    const owner = ring.owners[edge];
    if (owner) joinRoads(road, owner, at);
  }
  if (lineLength(line) < 40) return null;
  plan.streets.push(road);
  const owners = cut.line.slice(1).map(() => road);
  return splitRing(ring, { ...cut, owners });
}

function classFor(area: number): StreetClass {
  if (area > 1_600_000) return 'primary';
  if (area > 600_000) return 'secondary';
  return area > 190_000 ? 'tertiary' : 'residential';
}

function makeBlock(
  plan: Plan,
  ring: Ring,
  use: Block['use'] | null,
  special: Block['special'],
): Block {
  const middle = centroid(ring.points);
  const area = Math.abs(signedArea(ring.points));
  const facesNgocHa = ring.owners.some((owner) => owner?.streetName === 'Ngọc Hà');
  const remoteness = Math.hypot(middle[0], middle[1]) / plan.radius;
  return {
    ring,
    use: use ?? (facesNgocHa ? 'houses' : chooseUse(plan.random, area, remoteness)),
    middle,
    remoteness: remoteness * plan.random.between(0.85, 1.15),
    special,
    facesNgocHa,
    alleys: [],
    houses: [],
    landmarks: [],
    wantsStation: false,
    stationGate: null,
  };
}

function chooseUse(random: Random, area: number, remoteness: number): Block['use'] {
  const throwDice = random.next();
  if (area > 8_000 && area < 24_000) {
    if (throwDice < 0.05) return 'park';
    if (throwDice < (remoteness > 0.5 ? 0.16 : 0.09)) return 'towers';
  }
  return area > 25_000 && throwDice > 0.985 ? 'lake' : 'houses';
}
