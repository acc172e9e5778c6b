import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import type { House, Road } from './city-model.ts';
import { writeDemoCity } from './demo-city.ts';
import { sideOf } from './numbering.ts';
import { planCity } from './plan-city.ts';
import { distance, distanceToSegment, projectOnto } from './plane.ts';
import { convexOverlap } from './polygons.ts';

const HOUSES = 5000;
const TODAY = new Date('2025-11-24T00:00:00Z');
const root = mkdtempSync(join(tmpdir(), 'firepoint-demo-city-'));
const made = writeDemoCity({ folder: join(root, 'first'), houses: HOUSES, seed: 1, today: TODAY });
const city = planCity(HOUSES, 1);
const houses = city.blocks.flatMap((block) => block.houses);
const alleys = city.blocks.flatMap((block) => block.alleys);
const onRoad = Map.groupBy(houses, (house) => house.road);

afterAll(() => rmSync(root, { recursive: true }));

describe('the demo city', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    const again = writeDemoCity({ folder: join(root, 'again'), houses: HOUSES, today: TODAY });
    const other = writeDemoCity({
      folder: join(root, 'other'),
      houses: HOUSES,
      seed: 2,
      today: TODAY,
    });
    for (const file of Object.keys(made.files) as (keyof typeof made.files)[]) {
      expect(hashOf(again.files[file])).toBe(hashOf(made.files[file]));
    }
    expect(hashOf(other.files.osm)).not.toBe(hashOf(made.files.osm));
  });

  it('has exactly as many houses as asked for', () => {
    expect(houses.length).toBe(HOUSES);
    expect(made.counts.houses).toBe(HOUSES);
  });

  it('numbers odd on the left and even on the right', () => {
    const wrong = houses.filter(
      (house) => Number.parseInt(house.number!, 10) % 2 !== (house.side === 'left' ? 1 : 0),
    );
    expect(wrong).toEqual([]);
    for (const house of houses.filter((_, i) => i % 7 === 0)) {
      expect(
        sideOf(
          house.road,
          projectOnto(house.road.line, house.corners[0]!).offset,
          house.corners[2]!,
        ),
      ).toBe(house.side);
    }
  });

  it('names alleys by the house at their mouth: the last before it, seldom the first beyond', () => {
    const numbered = alleys.filter((alley) => alley.path.length > 0);
    expect(numbered.length).toBeGreaterThan(alleys.length * 0.85);
    const byHouseBefore = numbered.filter(
      (alley) => alley.path.at(-1) === housesAtMouth(alley).before?.number,
    );
    expect(byHouseBefore.length).toBeGreaterThan(numbered.length * 0.75);
    for (const alley of numbered) {
      const { before, beyond } = housesAtMouth(alley);
      expect([before?.number, beyond?.number]).toContain(alley.path.at(-1));
    }
  });

  it('makes alleys narrower the deeper they lie, and none longer than 350 m', () => {
    for (const alley of alleys) {
      expect(alley.level).toBe(alley.parent!.level + 1);
      expect(alley.width).toBeLessThanOrEqual([4.5, 3, 1.8][alley.level - 1]!);
      expect(lengthOf(alley)).toBeLessThanOrEqual(350);
    }
    expect(Math.max(...alleys.map((alley) => alley.level))).toBe(3);
  });

  it('lets no two houses overlap', () => {
    const cells = Map.groupBy(houses, (house) => cellOf(house.corners[0]!));
    const pairs = houses.flatMap((house) =>
      neighbours(cells, house).flatMap((other) => (other === house ? [] : [[house, other]])),
    );
    expect(pairs.length).toBeGreaterThan(HOUSES * 5);
    const overlapping = pairs.filter(([a, b]) => convexOverlap(a!.corners, b!.corners, 0));
    expect(overlapping).toEqual([]);
  });

  it('builds no house on a road', () => {
    const onRoads = [...city.streets, ...alleys].filter((road) =>
      road.line.slice(1).some((b, i) => {
        const a = road.line[i]!;
        return houses
          .filter((house) => distance(house.corners[0]!, a) < 70)
          .some((house) =>
            house.corners.some((corner) => distanceToSegment(corner, a, b) < road.width / 2),
          );
      }),
    );
    expect(onRoads.map((road) => road.name)).toEqual([]);
  });

  it('lies on a river with bridges, around lakes, and in several wards', () => {
    expect(city.waters.filter((water) => water.kind === 'lake').length).toBeGreaterThanOrEqual(2);
    expect(made.counts.bridges).toBeGreaterThanOrEqual(2);
    expect(city.wards.length).toBeGreaterThanOrEqual(4);
  });

  it('inserts, skips and repeats some numbers, as grown cities do', () => {
    const numbers = [...onRoad.values()].flatMap((list) => list.map((house) => house.number!));
    expect(numbers.some((number) => /^\d+A$/.test(number))).toBe(true);
    expect(numbers.some((number) => /^\d+B$/.test(number))).toBe(true);
    const repeats = [...onRoad.values()].filter(
      (list) => new Set(list.map((house) => house.number)).size < list.length,
    );
    expect(repeats.length).toBeGreaterThan(0);
  });

  it.each([1, 2, 3, 7])(
    'has the addresses of the fires it is measured by, whatever the seed (%i)',
    (seed) => {
      const town = seed === 1 ? city : planCity(HOUSES, seed);
      const built = town.blocks.flatMap((block) => block.houses);
      const find = (street: string, path: string, number: string) =>
        built.find(
          (house) =>
            house.road.streetName === street &&
            house.road.path.join('/') === path &&
            house.number === number,
        );
      const khuongHa = find('Khương Hạ', '29/70', '37')!;
      expect(khuongHa).toBeDefined();
      const metersToStreet =
        khuongHa.offset + projectOnto(khuongHa.road.parent!.line, khuongHa.road.line[0]!).offset;
      expect(metersToStreet).toBeGreaterThan(300);
      expect(metersToStreet).toBeLessThan(350);
      expect(find('Ngọc Hà', '', '62')).toBeDefined();
      const paths = town.blocks
        .flatMap((block) => block.alleys)
        .filter((alley) => alley.streetName === 'Trung Kính');
      const ngo119 = paths.find((alley) => alley.path.join('/') === '119')!;
      const hem31 = paths.find((alley) => alley.path.join('/') === '43/98/31')!;
      expect(hem31.junctions.some((junction) => ngo119.junctions.includes(junction))).toBe(true);
      expect(hem31.altName).toBe(ngo119.name);
    },
  );

  it('leaves the alleys to 37 ngách 29/70 Khương Hạ without a second way in', () => {
    const ngach = alleys.find(
      (alley) => alley.path.join('/') === '29/70' && alley.streetName === 'Khương Hạ',
    )!;
    const reachable = new Set<Road>([ngach, ngach.parent!]);
    for (const alley of reachable) {
      for (const other of alleys) {
        if (other.junctions.some((junction) => alley.junctions.includes(junction)))
          reachable.add(other);
      }
    }
    const ends = city.streets.filter((street) =>
      [...reachable].some((alley) => alley.junctions.some((one) => street.junctions.includes(one))),
    );
    expect(ends.map((street) => street.streetName)).toEqual(['Khương Hạ']);
    expect(ngach.parent!.width).toBeLessThan(3.1);
  });
});

describe('the files of the demo city', () => {
  it('pass osmium and refer to nothing that is missing', () => {
    execFileSync('osmium', ['check-refs', '-r', made.files.osm], { stdio: 'pipe' });
    const tags = execFileSync(
      'osmium',
      ['tags-count', made.files.osm, 'building', 'highway', 'bridge'],
      { encoding: 'utf8' },
    );
    expect(Number(/^(\d+)\t"building"$/m.exec(tags)?.[1])).toBe(made.counts.buildings);
    expect(Number(/^(\d+)\t"highway"$/m.exec(tags)?.[1])).toBe(made.counts.roadWays);
  });

  it('form one road network, so that every door can be reached', () => {
    expect(unreachedWays(readFileSync(made.files.osm, 'utf8'))).toBe(0);
  });

  it('keep the registers to their columns and to each other', () => {
    const stations = read(made.files.stations);
    const units = read(made.files.units);
    const water = read(made.files.waterPoints);
    expect(stations.length).toBeGreaterThanOrEqual(5);
    expect(stations.length).toBeLessThanOrEqual(8);
    const ids = new Set(stations.map((station) => station['id']));
    for (const unit of units) expect(ids).toContain(unit['station_id']);
    expect(new Set(units.map((unit) => unit['vehicle_class']))).toEqual(
      new Set(['large', 'small', 'motorbike', 'ladder', 'rescue', 'tanker']),
    );
    expect(units.some((unit) => unit['status'] !== 'available')).toBe(true);
    expect(new Set(water.map((point) => point['status']))).toEqual(
      new Set(['working', 'out-of-order', 'unknown']),
    );
    for (const kind of ['hydrant', 'lake', 'river'])
      expect(water.map((point) => point['kind'])).toContain(kind);
    const working = water.filter(
      (point) => point['kind'] === 'hydrant' && point['status'] === 'working',
    );
    expect(working.some((point) => point['flow_lps'] === '')).toBe(true);
    expect(working.some((point) => Number(point['flow_lps']) >= 10)).toBe(true);
    const ages = water
      .filter((point) => point['tested_on'] !== '')
      .map((point) => TODAY.getTime() - Date.parse(point['tested_on']!));
    expect(ages.some((age) => age > 365 * 86_400_000)).toBe(true);
    expect(ages.every((age) => age > 0)).toBe(true);
  });
});

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function read(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true });
}

function housesAtMouth(alley: Road): { before: House | undefined; beyond: House | undefined } {
  const { offset } = projectOnto(alley.parent!.line, alley.line[0]!);
  const side = sideOf(alley.parent!, offset, alley.line[1]!);
  const houses = (onRoad.get(alley.parent!) ?? [])
    .filter((house) => house.side === side)
    .toSorted((a, b) => a.offset - b.offset);
  return {
    before: houses.findLast((house) => house.offset <= offset),
    beyond: houses.find((house) => house.offset > offset),
  };
}

function lengthOf(road: Road): number {
  return projectOnto(road.line, road.line.at(-1)!).offset;
}

function cellOf([x, y]: readonly [number, number]): string {
  return `${Math.floor(x / 30)}/${Math.floor(y / 30)}`;
}

function neighbours(cells: Map<string, House[]>, house: House): House[] {
  const [x, y] = house.corners[0]!;
  const around: House[] = [];
  for (const dx of [-30, 0, 30]) {
    for (const dy of [-30, 0, 30]) around.push(...(cells.get(cellOf([x + dx, y + dy])) ?? []));
  }
  return around;
}

/** Road ways that do not hang together with the first one. */
function unreachedWays(osm: string): number {
  const ways = [...osm.matchAll(/<way [^>]*>\n((?:<nd [^>]*>\n)+)((?:<tag [^>]*>\n)+)/g)]
    .filter((way) => way[2]!.includes('k="highway"'))
    .map((way) => [...way[1]!.matchAll(/ref="(\d+)"/g)].map((nd) => nd[1]!));
  const reached = new Set(ways[0]);
  let waiting = ways;
  for (;;) {
    const joined = waiting.filter((nodes) => nodes.some((node) => reached.has(node)));
    if (joined.length === 0) return waiting.length;
    for (const node of joined.flat()) reached.add(node);
    waiting = waiting.filter((nodes) => !joined.includes(nodes));
  }
}
