import type { Block } from './city-model.ts';
import {
  cornersOf,
  fits,
  type Frontage,
  frontagesOf,
  landBehind,
  type Strip,
} from './frontages.ts';
import { nameStreet } from './names.ts';
import { headingFrom, type Meters, step } from './plane.ts';
import { roundCorners } from './polygons.ts';
import type { Random } from './random.ts';

interface LandmarkKind {
  prefix: string;
  tags: Readonly<Record<string, string>>;
  width: number;
  depth: number;
  floors: number;
  /** How often, against the others. */
  weight: number;
}

const KINDS: readonly LandmarkKind[] = [
  { prefix: 'Trường Tiểu học', tags: { building: 'school', amenity: 'school' }, width: 34, depth: 14, floors: 4, weight: 2 }, // prettier-ignore
  { prefix: 'Trường Mầm non', tags: { building: 'kindergarten', amenity: 'kindergarten' }, width: 18, depth: 14, floors: 3, weight: 2 }, // prettier-ignore
  { prefix: 'Chợ', tags: { building: 'retail', amenity: 'marketplace' }, width: 30, depth: 17, floors: 1, weight: 1.5 }, // prettier-ignore
  { prefix: 'Chùa', tags: { building: 'temple', amenity: 'place_of_worship', religion: 'buddhist' }, width: 16, depth: 13, floors: 1, weight: 1.5 }, // prettier-ignore
  { prefix: 'Đình', tags: { building: 'temple', amenity: 'place_of_worship', religion: 'vietnamese_folk' }, width: 13, depth: 12, floors: 1, weight: 1 }, // prettier-ignore
  { prefix: 'Trạm y tế', tags: { building: 'clinic', amenity: 'clinic' }, width: 13, depth: 11, floors: 3, weight: 1 }, // prettier-ignore
  { prefix: 'Bệnh viện', tags: { building: 'hospital', amenity: 'hospital' }, width: 42, depth: 17, floors: 7, weight: 0.6 }, // prettier-ignore
  { prefix: 'Khách sạn', tags: { building: 'hotel', tourism: 'hotel' }, width: 11, depth: 18, floors: 9, weight: 1.2 }, // prettier-ignore
  { prefix: 'Nhà văn hóa', tags: { building: 'civic', amenity: 'community_centre' }, width: 11, depth: 10, floors: 2, weight: 2 }, // prettier-ignore
];

export interface Site {
  strip: Strip;
  block: Block;
  random: Random;
  takenNames: Set<string>;
}

/** Sometimes gives a strip a school, a market, a pagoda or a pond before the houses close in. */
export function placeLandmark(site: Site): void {
  const { random, block } = site;
  if (block.special || !random.chance(0.22)) return;
  if (random.chance(0.12)) return placePond(site);
  const kind = pickKind(random);
  const corners = placeRectangle(site, kind, { setback: random.between(2, 5) });
  if (!corners) return;
  const name = nameStreet(random, site.takenNames, kind.prefix);
  block.landmarks.push({ tags: kind.tags, name, corners, floors: kind.floors });
}

function placePond(site: Site): void {
  const size = { width: site.random.between(20, 34), depth: site.random.between(14, 20) };
  const corners = placeRectangle(site, size, { setback: 3 });
  if (!corners) return;
  const tags = { natural: 'water', water: 'pond' };
  const shore = roundCorners(corners, 3);
  site.block.landmarks.push({ tags, name: null, corners: shore, floors: null });
}

/** A fire station on the widest street around a strip; true when there was room. */
export function placeStation(site: Site): boolean {
  const size = { width: 22, depth: 13 };
  const corners = placeRectangle(site, size, { setback: 7, streetsOnly: true });
  if (!corners) return false;
  site.block.landmarks.push({ tags: { building: 'public' }, name: null, corners, floors: 3 });
  site.block.stationGate = step(corners[0]!, headingFrom(corners[0]!, corners[1]!), 11, -5);
  return true;
}

/** Slabs and towers standing free in their block. */
export function placeTowers(site: Site): void {
  const { random, block } = site;
  const compound = nameStreet(random, site.takenNames, 'Chung cư');
  let count = 0;
  for (let attempt = 0; attempt < 60 && count < 9; attempt++) {
    const size = { width: random.between(24, 46), depth: random.between(16, 22) };
    const corners = placeRectangle(site, size, { setback: random.between(7, 60), apart: 12 });
    if (!corners) continue;
    count += 1;
    const floors = random.integer(9, 34);
    const tags = { building: 'apartments' };
    block.landmarks.push({ tags, name: `${compound} CT${count}`, corners, floors });
  }
}

interface Placing {
  setback: number;
  streetsOnly?: boolean;
  /** Metres to keep from whatever else stands there. */
  apart?: number;
}

function placeRectangle(
  site: Site,
  size: { width: number; depth: number },
  placing: Placing,
): Meters[] | null {
  const { strip, random } = site;
  const apart = placing.apart ?? 0;
  const frontages = frontagesOf(strip.ring).filter((frontage) => suits(frontage, size, placing));
  for (const frontage of frontages) {
    const at = random.between(apart, frontage.length - size.width - apart);
    const land = landBehind(strip.ring, frontage, at + size.width / 2);
    if (land.meters < placing.setback + size.depth + 0.5) continue;
    const yard = {
      at: at - apart,
      width: size.width + 2 * apart,
      depth: size.depth + 2 * apart,
      setback: Math.max(0, placing.setback - apart),
    };
    if (!fits(strip, cornersOf(frontage, yard))) continue;
    const corners = cornersOf(frontage, { at, ...size, setback: placing.setback });
    strip.taken.push(
      cornersOf(frontage, { at, ...size, setback: 0, depth: placing.setback + size.depth }),
    );
    return corners;
  }
  return null;
}

function suits(frontage: Frontage, size: { width: number }, placing: Placing): boolean {
  if (placing.streetsOnly && frontage.road.level > 0) return false;
  return frontage.length > size.width + 2 * (placing.apart ?? 0) + 1;
}

function pickKind(random: Random): LandmarkKind {
  let dice = random.next() * KINDS.reduce((sum, kind) => sum + kind.weight, 0);
  for (const kind of KINDS) {
    dice -= kind.weight;
    if (dice <= 0) return kind;
  }
  return KINDS[0]!;
}
