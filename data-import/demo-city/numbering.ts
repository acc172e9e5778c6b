import type { City, House, NumberAnchor, Road, Side } from './city-model.ts';
import { nameAlley } from './names.ts';
import { projectOnto } from './plane.ts';
import type { Random } from './random.ts';

const SUFFIXES = 'ABCDEG';
/** One number stands for about this much street, so that both sides keep in step across gaps. */
const METERS_PER_NUMBER = 4.4;
const TYPES = ['', 'Ngõ', 'Ngách', 'Hẻm'];

interface Numberer {
  random: Random;
  /** Numbered houses of each side of each road, nearest its start first. */
  sides: Map<Road, Record<Side, House[]>>;
  /** Alley numbers already given below a parent, and names already given in the city. */
  takenNumbers: Map<Road, Set<string>>;
  takenNames: Set<string>;
}

/**
 * Gives every house its number and every alley its name: odd on the left, even on the right, an alley named by the
 * house at or just before its mouth. Wider roads come first, because an alley's name needs its parent's numbers.
 */
export function numberCity(city: City, random: Random): void {
  const numberer: Numberer = {
    random,
    sides: new Map(),
    takenNumbers: new Map(),
    takenNames: new Set(),
  };
  const roads: Road[] = [...city.streets];
  for (const block of city.blocks) {
    roads.push(...block.alleys);
    for (const house of block.houses) sidesOf(numberer, house.road)[house.side].push(house);
  }
  for (const level of [0, 1, 2, 3]) {
    const ofLevel = roads.filter((road) => road.level === level);
    if (level > 0) for (const alley of ofLevel) nameAlleyByMouth(numberer, alley);
    for (const road of ofLevel) numberRoad(numberer, road);
  }
  for (const road of roads) if (road.farMouth) road.altName = nameByFarMouth(numberer, road);
}

function sidesOf(numberer: Numberer, road: Road): Record<Side, House[]> {
  let sides = numberer.sides.get(road);
  if (!sides) {
    sides = { left: [], right: [] };
    numberer.sides.set(road, sides);
  }
  return sides;
}

function numberRoad(numberer: Numberer, road: Road): void {
  const sides = sidesOf(numberer, road);
  for (const side of ['left', 'right'] as const) {
    sides[side].sort((a, b) => a.offset - b.offset);
    const anchors = road.anchors
      .filter((anchor) => anchor.side === side)
      .toSorted((a, b) => a.offset - b.offset);
    numberSide(sides[side], side, anchors, numberer.random);
  }
}

/** Numbers one side, houses sorted by offset; anchored stretches end exactly on their anchor's number. */
export function numberSide(
  houses: readonly House[],
  side: Side,
  anchors: readonly NumberAnchor[],
  random: Random,
): void {
  let last = side === 'left' ? -1 : 0;
  let rest = houses;
  for (const anchor of anchors) {
    const before = rest.filter((house) => house.offset <= anchor.offset);
    if (before.length > 0) numberTowards(before, last, anchor.number);
    rest = rest.slice(before.length);
    last = anchor.number;
  }
  numberOnwards(rest, last, random);
}

/** Spreads the numbers after `last` over the houses so that the final house gets `final`; extra houses take A, B, C. */
function numberTowards(houses: readonly House[], last: number, final: number): void {
  const numbers = (final - last) / 2;
  const others = houses.length - 1;
  let suffix = 0;
  let previous = 0;
  for (const [i, house] of houses.slice(0, -1).entries()) {
    const index = Math.max(1, Math.ceil(((i + 1) * (numbers - 1)) / others));
    suffix = index === previous ? suffix + 1 : 0;
    previous = index;
    house.number = `${last + 2 * index}${suffix === 0 ? '' : SUFFIXES[(suffix - 1) % SUFFIXES.length]}`;
  }
  houses.at(-1)!.number = String(final);
}

/** Twos upwards, with the irregularities of a grown city: left-out, inserted and repeated numbers. */
function numberOnwards(houses: readonly House[], from: number, random: Random): void {
  let last = from;
  let suffix = 0;
  let lastOffset = 0;
  for (const house of houses) {
    const chance = random.next();
    const isFirst = last <= 0;
    if (!isFirst && chance < 0.05 && suffix < SUFFIXES.length) {
      house.number = `${last}${SUFFIXES[suffix]}`;
      suffix += 1;
    } else if (!isFirst && chance < 0.062) {
      house.number = String(last);
    } else {
      const skipped = chance > 0.965 ? 2 * random.integer(1, 3) : 0;
      last = Math.max(last + 2 + skipped, caughtUp(last, lastOffset, house.offset));
      suffix = 0;
      house.number = String(last);
    }
    lastOffset = house.offset;
  }
}

/** After a long gap (a park, a crossing) numbers have moved on, as if houses had been there. */
function caughtUp(last: number, lastOffset: number, offset: number): number {
  if (offset - lastOffset < 22) return 0;
  const expected = (2 * offset) / METERS_PER_NUMBER - 6;
  return last + 2 * Math.floor(Math.max(0, expected - last) / 2);
}

function nameAlleyByMouth(numberer: Numberer, alley: Road): void {
  const parent = alley.parent!;
  const taken = takenNumbersOf(numberer, parent);
  const number = numbersAtMouth(numberer, parent, alley).find((one) => !taken.has(one));
  if (number === undefined) {
    alley.name = `${TYPES[alley.level]} ${nameAlley(numberer.random, numberer.takenNames)}`;
    alley.streetName = alley.name;
    return;
  }
  taken.add(number);
  alley.streetName = parent.streetName;
  alley.path = [...parent.path, number];
  alley.name = writeAlleyName(alley, numberer.random);
}

function takenNumbersOf(numberer: Numberer, parent: Road): Set<string> {
  const taken = numberer.takenNumbers.get(parent) ?? new Set();
  numberer.takenNumbers.set(parent, taken);
  return taken;
}

/** Numbers at a mouth, on the side where the alley leaves: of the last house before it, else of the first beyond. */
function numbersAtMouth(numberer: Numberer, onto: Road, alley: Road): string[] {
  const isFirstMouth = alley.parent === onto;
  const mouth = isFirstMouth ? alley.line[0]! : alley.line.at(-1)!;
  const inside = isFirstMouth ? alley.line[1]! : alley.line.at(-2)!;
  const { offset } = projectOnto(onto.line, mouth);
  const houses = sidesOf(numberer, onto)[sideOf(onto, offset, inside)];
  const before = houses.findLast((house) => house.offset <= offset);
  const beyond = houses.find((house) => house.offset > offset && house.offset < offset + 12);
  return [before, beyond].flatMap((house) => (house ? [house.number!] : []));
}

/** Which side of a road a point lies on, near a given offset. */
export function sideOf(road: Road, offset: number, point: readonly [number, number]): Side {
  let start = 0;
  for (let i = 1; i < road.line.length; i++) {
    const [ax, ay] = road.line[i - 1]!;
    const [bx, by] = road.line[i]!;
    start += Math.hypot(bx - ax, by - ay);
    if (start < offset - 0.01 && i < road.line.length - 1) continue;
    return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax) > 0 ? 'left' : 'right';
  }
  return 'left';
}

/** Mappers write the same alley in several ways; the commonest come most often. A named alley acts as a street. */
function writeAlleyName(alley: Road, random: Random): string {
  const type = TYPES[alley.level]!;
  const parent = alley.parent!;
  const isUnderStreet = alley.path.length === alley.level;
  const street = isUnderStreet && random.chance(0.35) ? rootOf(alley).name : alley.streetName;
  if (alley.level === 2 && isUnderStreet && random.chance(0.2)) {
    return `${type} ${alley.path.at(-1)} Ngõ ${parent.path.at(-1)} ${street}`;
  }
  return `${type} ${alley.path.join('/')} ${street}`;
}

function rootOf(road: Road): Road {
  return road.parent ? rootOf(road.parent) : road;
}

/** What people at its other end call a two-mouthed alley. */
function nameByFarMouth(numberer: Numberer, alley: Road): string | null {
  const onto = alley.farMouth!;
  if (onto.farMouth === alley) return onto.name;
  const [number] = numbersAtMouth(numberer, onto, alley);
  if (number === undefined || onto.level > 2) return null;
  return `${TYPES[onto.level + 1]} ${[...onto.path, number].join('/')} ${onto.streetName}`;
}
