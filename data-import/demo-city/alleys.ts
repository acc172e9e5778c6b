import type { Block, Ring, Road } from './city-model.ts';
import { type CutManner, proposeCut, type Proposal } from './cuts.ts';
import { lineLength, sliceLine } from './plane.ts';
import { principalAxis } from './polygons.ts';
import type { Random } from './random.ts';
import { joinRoads, splitRing } from './rings.ts';
import { makeAlley } from './roads.ts';

/** Two rows of tube houses back to back fit in a strip of this width; wider ones get an alley between. */
const STRIP_METERS = 50;
/** Up to here one alley along the middle is enough; wider shapes are first cut across. */
const PAIR_OF_STRIPS_METERS = 96;
const SHORTEST_ALLEY = 22;
const LONGEST_ALLEY = 350;
const DEEPEST_LEVEL = 3;

const ALONG: CutManner = {
  direction: 'along',
  bend: 0.045,
  pointEvery: 20,
  clearOfCorners: 11,
  clearOfEdges: 9,
};
const ACROSS: CutManner = { ...ALONG, direction: 'across' };

export interface Growth {
  block: Block;
  random: Random;
  /** Whether alleys may open at both ends; not where a distance is promised. */
  mayOpenTwice: boolean;
}

/** Fills a block with a tree of ever narrower alleys; returns the strips of building land between them. */
export function growAlleys(growth: Growth, ring: Ring): Ring[] {
  const { length, width } = principalAxis(ring.points);
  if (width <= STRIP_METERS && (width <= STRIP_METERS * 0.8 || length < 90)) return [ring];
  const manners = width <= PAIR_OF_STRIPS_METERS ? [ALONG, ACROSS] : [ACROSS, ALONG];
  for (const manner of manners) {
    for (let attempt = 0; attempt < 3; attempt++) {
      const halves = cutByAlley(growth, ring, manner);
      if (halves) return halves.flatMap((half) => growAlleys(growth, half));
    }
  }
  return [ring];
}

function cutByAlley(growth: Growth, ring: Ring, manner: CutManner): [Ring, Ring] | null {
  const proposal = proposeCut(ring, growth.random, manner);
  if (!proposal) return null;
  const length = lineLength(proposal.line);
  const from = ring.owners[proposal.fromEdge]!;
  const to = ring.owners[proposal.toEdge]!;
  const isFromStart = chooseMouth(from, to, growth.random);
  if (isFromStart === null) return null;
  const inward = isFromStart ? proposal : reverse(proposal);
  const far = isFromStart ? to : from;
  const opensTwice =
    far !== null && canCarryAlley(far) && growth.mayOpenTwice && growth.random.chance(0.07);
  if (opensTwice && length < LONGEST_ALLEY) return openTwice(growth, ring, inward);
  const gap =
    far === null ? growth.random.between(2, 5) : growth.random.between(11, 16) + far.clearance;
  const reach = Math.min(length - gap, LONGEST_ALLEY - 10);
  return reach < SHORTEST_ALLEY ? null : layAlley(growth, ring, inward, reach);
}

/** Whether the alley begins where the proposal begins; null when neither end can have a mouth. */
function chooseMouth(from: Road | null, to: Road | null, random: Random): boolean | null {
  const total = weighMouth(from) + weighMouth(to);
  return total === 0 ? null : random.next() * total < weighMouth(from);
}

/** Alleys branch off alleys more than off streets, which makes the trees deep. */
function weighMouth(road: Road | null): number {
  return road && canCarryAlley(road) ? [1.2, 2, 1.6][road.level]! : 0;
}

function canCarryAlley(road: Road): boolean {
  return road.level < DEEPEST_LEVEL && road.highway !== 'primary';
}

function reverse(proposal: Proposal): Proposal {
  return {
    line: proposal.line.toReversed(),
    fromEdge: proposal.toEdge,
    toEdge: proposal.fromEdge,
  };
}

/** Lays an alley along the first `reach` metres of a cut; beyond its end the cut is a fence. */
export function layAlley(growth: Growth, ring: Ring, cut: Proposal, reach: number): [Ring, Ring] {
  const parent = ring.owners[cut.fromEdge]!;
  const paved = sliceLine(cut.line, 0, reach);
  const alley = makeAlley(parent, paved, growth.random);
  joinRoads(alley, parent, paved[0]!);
  growth.block.alleys.push(alley);
  const fence = sliceLine(cut.line, reach, Number.POSITIVE_INFINITY).slice(1);
  const owners = [...paved.slice(1).map(() => alley), ...fence.map(() => null)];
  return splitRing(ring, { ...cut, line: [...paved, ...fence], owners });
}

/** An alley with two mouths: under one name throughout, or met halfway by the one from the other side. */
function openTwice(growth: Growth, ring: Ring, cut: Proposal): [Ring, Ring] {
  if (growth.random.chance(0.5)) return layThroughAlley(growth, ring, cut).halves;
  const meeting = lineLength(cut.line) * growth.random.between(0.4, 0.65);
  return layMeetingAlleys(growth, ring, cut, meeting);
}

/** One alley from edge to edge, numbered from its first mouth. */
export function layThroughAlley(
  growth: Growth,
  ring: Ring,
  cut: Proposal,
): { alley: Road; halves: [Ring, Ring] } {
  const near = ring.owners[cut.fromEdge]!;
  const far = ring.owners[cut.toEdge]!;
  const alley = makeAlley(near, cut.line, growth.random);
  joinRoads(alley, near, cut.line[0]!);
  joinRoads(alley, far, cut.line.at(-1)!);
  alley.farMouth = far;
  growth.block.alleys.push(alley);
  const owners = cut.line.slice(1).map(() => alley);
  return { alley, halves: splitRing(ring, { ...cut, owners }) };
}

/** Two alleys from opposite sides that meet `meeting` metres along the cut: one way through, two names. */
function layMeetingAlleys(
  growth: Growth,
  ring: Ring,
  cut: Proposal,
  meeting: number,
): [Ring, Ring] {
  const first = sliceLine(cut.line, 0, meeting);
  const second = sliceLine(cut.line, meeting, Number.POSITIVE_INFINITY);
  const near = makeAlley(ring.owners[cut.fromEdge]!, first, growth.random);
  const far = makeAlley(ring.owners[cut.toEdge]!, second.toReversed(), growth.random);
  joinRoads(near, near.parent!, first[0]!);
  joinRoads(far, far.parent!, second.at(-1)!);
  joinRoads(near, far, second[0]!);
  near.farMouth = far;
  far.farMouth = near;
  growth.block.alleys.push(near, far);
  const owners = [...first.slice(1).map(() => near), ...second.slice(1).map(() => far)];
  return splitRing(ring, { ...cut, line: [...first, ...second.slice(1)], owners });
}
