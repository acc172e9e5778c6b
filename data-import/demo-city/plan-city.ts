import type { Block, City, House, Road, WaterBody } from './city-model.ts';
import { digLake } from './lakes.ts';
import { nameStreet } from './names.ts';
import { numberCity } from './numbering.ts';
import { distance, type Meters } from './plane.ts';
import { seedRandom, type Random } from './random.ts';
import { settle } from './settle.ts';
import { divideIntoBlocks } from './streets.ts';
import { drawSkeleton } from './skeleton.ts';
import { drawWards } from './wards.ts';

/** Houses that a city of 750 m radius holds, found by trying; area, and so houses, grow with the square. */
const HOUSES_AT_750_METERS = 6_500;
/** Fewer would not fill the alleys of the mission's addresses. */
const FEWEST_HOUSES = 2_000;
/** Below this the blocks of the mission's addresses would not fit. */
const SMALLEST_RADIUS = 700;
const GOLDEN_ANGLE = 2.399963;
const CITY_NAME = 'Thành phố mẫu Điểm Cháy';

/**
 * Lays out a whole city in metres around its centre: outline and river, main roads, blocks, alleys, houses, numbers.
 * The same houses (at least 2,000) and seed always give the same city.
 */
export function planCity(wanted: number, seed: number): City {
  const houses = Math.max(FEWEST_HOUSES, wanted);
  const ample = 750 * Math.sqrt(houses / HOUSES_AT_750_METERS);
  for (let radius = Math.max(SMALLEST_RADIUS, ample); ; radius *= 1.08) {
    const city = buildCity(radius, houses, seed);
    if (countHouses(city) < houses) continue;
    numberCity(city, seedRandom(seed).fork('numbers'));
    return city;
  }
}

export function countHouses(city: City): number {
  return city.blocks.reduce((sum, block) => sum + block.houses.length, 0);
}

function buildCity(radius: number, houses: number, seed: number): City {
  const random = seedRandom(seed);
  const skeleton = drawSkeleton(radius, random);
  const plan = divideIntoBlocks(skeleton.rings, radius, random.fork('streets'));
  const streets = [...skeleton.streets, ...plan.streets];
  const takenNames = nameStreets(streets, random.fork('names'));
  const blocks = plan.blocks.toSorted((a, b) => rank(a) - rank(b));
  chooseStationBlocks(blocks, radius, houses);
  const waters: WaterBody[] = [{ kind: 'river', name: 'Sông Mẫu', shore: skeleton.river }];
  settle(blocks, houses, random, takenNames);
  for (const [index, block] of blocks.entries()) {
    if (block.use !== 'lake') continue;
    waters.push(digLake(block, random.fork(`lake ${index}`), takenNames));
  }
  anchorNgocHa(blocks);
  return {
    name: CITY_NAME,
    outline: skeleton.outline,
    radius,
    streets,
    blocks,
    wards: drawWards(skeleton.outline, skeleton.dividers, random.fork('wards')),
    waters,
    banks: skeleton.banks,
  };
}

/** The city is built from the centre outward, the promised blocks before all. */
function rank(block: Block): number {
  return block.special ? -2 : block.facesNgocHa ? -1 : block.remoteness;
}

function nameStreets(streets: readonly Road[], random: Random): Set<string> {
  const taken = new Set(streets.map((street) => street.streetName));
  for (const street of streets) {
    if (street.name !== '') continue;
    const type = street.highway === 'residential' ? random.pick(['Phố', 'Phố', '']) : 'Đường';
    street.name = nameStreet(random, taken, type);
    street.streetName = street.name.replace(/^(Phố|Đường) /, '');
  }
  return taken;
}

/** Stations spread evenly over the city on a sunflower's spiral; a bigger city has more: a million houses have about a hundred units. */
function chooseStationBlocks(blocks: readonly Block[], radius: number, houses: number): void {
  const stations = Math.min(80, 6 + Math.floor(houses / 50_000));
  const targets = Array.from({ length: stations }, (_, i): Meters => {
    const reach = 0.85 * radius * Math.sqrt((i + 0.4) / stations);
    const angle = i * GOLDEN_ANGLE + 1;
    return [Math.cos(angle) * reach, Math.sin(angle) * reach];
  });
  const suitable = blocks.filter(
    (block) => block.use === 'houses' && !block.special && block.ring.owners.some((road) => road),
  );
  for (const target of targets) {
    const free = suitable.filter((block) => !block.wantsStation);
    const nearest = free.reduce<Block | null>((best, block) => {
      const isNearer = !best || distance(block.middle, target) < distance(best.middle, target);
      return isNearer ? block : best;
    }, null);
    if (nearest) nearest.wantsStation = true;
  }
}

/** 62 Ngọc Hà must exist: the house that stands about where it should, gets it. */
function anchorNgocHa(blocks: readonly Block[]): void {
  const houses: House[] = blocks
    .flatMap((block) => block.houses)
    .filter((house) => house.road.streetName === 'Ngọc Hà' && house.road.level === 0)
    .filter((house) => house.side === 'right')
    .toSorted((a, b) => a.offset - b.offset);
  const house = houses[Math.min(34, houses.length - 1)];
  if (house) house.road.anchors.push({ side: 'right', offset: house.offset, number: 62 });
}
