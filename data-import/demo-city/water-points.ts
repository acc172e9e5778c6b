import type { City, Road } from './city-model.ts';
import { centroid } from './polygons.ts';
import {
  distance,
  headingFrom,
  lineLength,
  type Meters,
  pointAlong,
  projectOnto,
  step,
} from './plane.ts';
import type { Random } from './random.ts';

/** One row of the water-points register; null is an empty field. */
export interface WaterPointRow {
  id: string;
  kind: 'hydrant' | 'tank' | 'cistern' | 'pond' | 'lake' | 'river';
  at: Meters;
  status: 'working' | 'out-of-order' | 'unknown';
  flow_lps: number | null;
  pressure_bar: number | null;
  volume_m3: number | null;
  main_id: string | null;
  lift_m: number | null;
  tested_on: string | null;
  owner: string | null;
}

const DAY_MS = 86_400_000;
const MAIN_CLASSES = new Set(['primary', 'secondary', 'tertiary']);

interface Register {
  rows: WaterPointRow[];
  random: Random;
  today: Date;
  counts: Map<string, number>;
}

/** Hydrants on the mains, tanks and cisterns, and draft points on open water. */
export function placeWaterPoints(city: City, today: Date, random: Random): WaterPointRow[] {
  const register: Register = { rows: [], random, today, counts: new Map() };
  const built = city.blocks.filter((block) => block.houses.length > 0 || block.use !== 'houses');
  const edge = Math.max(...built.map((block) => Math.hypot(...block.middle))) + 80;
  placeHydrants(register, city, edge);
  placeTanks(register, city);
  placeDraftPoints(register, city);
  return register.rows;
}

/** Every 100 to 180 m along the main roads; one residential street in eight has a main too. */
function placeHydrants(register: Register, city: City, edge: number): void {
  const { random } = register;
  for (const [index, street] of city.streets.entries()) {
    const hasMain = MAIN_CLASSES.has(street.highway) || random.chance(0.12);
    if (!hasMain) continue;
    const main = mainOf(index);
    const length = lineLength(street.line);
    let onLeft = random.chance(0.5);
    for (let at = random.between(30, 90); at < length; at += random.between(100, 180)) {
      const place = beside(street, at, onLeft ? 1 : -1);
      onLeft = !onLeft;
      if (Math.hypot(...place) > edge || isOverRiver(city, place)) continue;
      addHydrant(register, place, main);
    }
  }
}

/** The main under the street of this index. */
export function mainOf(index: number): string {
  return `OC-${String(index + 1).padStart(4, '0')}`;
}

function addHydrant(register: Register, at: Meters, main: string): void {
  const { random } = register;
  const condition = random.next();
  const status = condition < 0.84 ? 'working' : condition < 0.93 ? 'out-of-order' : 'unknown';
  const isMeasured = status === 'working' && random.chance(0.75);
  addRow(register, 'H', {
    kind: 'hydrant',
    at,
    status,
    flow_lps: isMeasured ? Math.round(random.between(5, 20) * 2) / 2 : null,
    pressure_bar: isMeasured && random.chance(0.5) ? Math.round(random.between(8, 26)) / 10 : null,
    main_id: random.chance(0.9) ? main : null,
    tested_on: testedOn(register),
    owner: 'Công ty nước sạch mẫu',
  });
}

function placeTanks(register: Register, city: City): void {
  const { random } = register;
  for (const block of city.blocks) {
    for (const landmark of block.landmarks) {
      const isLarge = (landmark.floors ?? 0) >= 7 || landmark.tags['amenity'] === 'marketplace';
      if (!landmark.name || !isLarge || !random.chance(0.45)) continue;
      const [a, b] = [landmark.corners[0]!, landmark.corners[1]!];
      addRow(register, 'B', {
        kind: random.chance(0.5) ? 'tank' : 'cistern',
        at: step(a, headingFrom(a, b), distance(a, b) / 2, -1.5),
        status: random.chance(0.9) ? 'working' : 'unknown',
        volume_m3: 10 * random.integer(3, 30),
        tested_on: testedOn(register),
        owner: landmark.name,
      });
    }
  }
}

/** Where an engine can stand beside open water and draft. */
function placeDraftPoints(register: Register, city: City): void {
  const ponds = city.blocks
    .flatMap((block) => block.landmarks)
    .filter((landmark) => landmark.tags['water'] === 'pond');
  for (const pond of ponds) addDraftPoint(register, 'pond', pond.corners[0]!);
  for (const water of city.waters) {
    if (water.kind !== 'lake') continue;
    const middle = centroid(water.shore);
    for (const share of [0.1, 0.6]) {
      const shore = water.shore[Math.floor(water.shore.length * share)]!;
      addDraftPoint(register, 'lake', step(shore, headingFrom(middle, shore), 1));
    }
  }
  for (const [index, bank] of city.banks.entries()) {
    const towardsRiver = index === 0 ? 1 : -1;
    const length = lineLength(bank.line);
    for (let at = length * 0.2; at < length; at += Math.max(420, length * 0.3)) {
      addDraftPoint(register, 'river', beside(bank, at, towardsRiver));
    }
  }
}

function addDraftPoint(register: Register, kind: 'pond' | 'lake' | 'river', at: Meters): void {
  const tested_on = testedOn(register);
  const lift_m = liftOf(kind, register.counts.get('N') ?? 0);
  addRow(register, 'N', { kind, at, status: 'working', lift_m, tested_on, owner: null });
}

/** Metres from the water to the pump at low water: one bank of the river in three is too high for any. */
function liftOf(kind: 'pond' | 'lake' | 'river', index: number): number {
  if (kind === 'pond') return 1.2;
  return kind === 'lake' ? 1.8 : 4.5 + 2 * (index % 3);
}

type Given = Pick<WaterPointRow, 'kind' | 'at' | 'status'> & Partial<WaterPointRow>;

function addRow(register: Register, prefix: string, given: Given): void {
  const count = (register.counts.get(prefix) ?? 0) + 1;
  register.counts.set(prefix, count);
  register.rows.push({
    id: `${prefix}${String(count).padStart(4, '0')}`,
    kind: given.kind,
    at: given.at,
    status: given.status,
    flow_lps: given.flow_lps ?? null,
    pressure_bar: given.pressure_bar ?? null,
    volume_m3: given.volume_m3 ?? null,
    main_id: given.main_id ?? null,
    lift_m: given.lift_m ?? null,
    tested_on: given.tested_on ?? null,
    owner: given.owner ?? null,
  });
}

/** Two in three within the year, some long ago, some never. */
function testedOn(register: Register): string | null {
  const { random, today } = register;
  const dice = random.next();
  if (dice > 0.92) return null;
  const daysAgo = dice < 0.66 ? random.integer(5, 350) : random.integer(366, 1400);
  return new Date(today.getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10);
}

/** A place on the pavement; 1 is the left side, -1 the right. */
function beside(street: Road, at: number, side: 1 | -1): Meters {
  const here = pointAlong(street.line, at);
  const heading = headingFrom(pointAlong(street.line, at - 2), pointAlong(street.line, at + 2));
  return step(here, heading, 0, side * (street.clearance - 0.8));
}

function isOverRiver(city: City, place: Meters): boolean {
  const [west, east] = city.banks.map((bank) => projectOnto(bank.line, place).away);
  return west! + east! < 100 && west! > 8 && east! > 8;
}
