import type { House, Road } from './city-model.ts';
import { cornersOf, fits, type Frontage, frontagesOf, landBehind } from './frontages.ts';
import { roadOffset, type Strip } from './frontages.ts';
import type { Random } from './random.ts';

const SHALLOWEST = 6;
const DEEPEST = 20;

/** Lines a strip of building land with tube houses along each road around it, widest road first. */
export function buildHouses(strip: Strip, remoteness: number, random: Random): House[] {
  const emptiness = Math.min(0.6, 0.075 + 0.5 * Math.max(0, remoteness - 0.55));
  const built: House[] = [];
  for (const frontage of frontagesOf(strip.ring)) {
    let at = random.between(0, 0.8);
    while (at < frontage.length - 2.6) {
      if (random.chance(emptiness)) {
        at += random.between(2, 5) * (1 + 4 * emptiness);
        continue;
      }
      const width = plotWidth(frontage.road, random);
      const house = placeHouse(strip, frontage, { at, width }, random);
      if (house) built.push(house);
      at += house ? width : 0.6;
    }
  }
  return built;
}

/** Tube houses are 3 to 5 m wide; a few stand on two plots. */
function plotWidth(road: Road, random: Random): number {
  if (road.plotWidths) return random.between(...road.plotWidths);
  return random.chance(0.04) ? random.between(5.5, 8) : random.between(3, 5);
}

function placeHouse(
  strip: Strip,
  frontage: Frontage,
  plot: { at: number; width: number },
  random: Random,
): House | null {
  const { at, width } = plot;
  if (at + width > frontage.length) return null;
  const land = landBehind(strip.ring, frontage, at + width / 2);
  const isShared = land.road !== null && land.meters > 2 * SHALLOWEST + 2;
  const room = isShared ? land.meters / 2 - 0.1 : land.meters - 0.2;
  const wanted = Math.min(room, random.between(11, DEEPEST));
  for (const share of [1, 0.8, 0.6]) {
    const depth = wanted * share;
    if (depth < SHALLOWEST) return null;
    const corners = cornersOf(frontage, { at, width, depth, setback: 0 });
    if (!fits(strip, corners)) continue;
    strip.taken.push(corners);
    const { road, side } = frontage;
    const offset = roadOffset(frontage, at + width / 2);
    return { corners, road, side, offset, floors: floorsOf(road, random), number: null };
  }
  return null;
}

/** Null for the houses whose height nobody has noted. */
function floorsOf(road: Road, random: Random): number | null {
  if (random.chance(0.08)) return null;
  const ranges = [[3, 7], [2, 6], [2, 5], [1, 4]] as const; // prettier-ignore
  const [low, high] = ranges[road.level]!;
  return Math.round((random.between(low, high) + random.between(low, high)) / 2);
}
