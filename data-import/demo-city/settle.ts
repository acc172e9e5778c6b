import { buildOn, type BuildingGround, openGround, pruneAlleys } from './blocks.ts';
import type { Block } from './city-model.ts';
import { signedArea } from './polygons.ts';
import type { Random } from './random.ts';

/** Houses per square metre of a block built up to the last courtyard, found by trying. */
const FULL_DENSITY = 0.0095;
/** Blocks kept for the mission's addresses stay this full however small the city. */
const SPECIAL_FULLNESS = 0.85;
/** Enough for houses along Ngọc Hà. */
const PROMISED_FULLNESS = 0.25;
/** Even at the edge some houses line the roads. */
const LEAST_FULLNESS = 0.08;

/**
 * Spreads exactly `houses` houses (fewer where the land gives out) over the blocks: full in the middle,
 * thinning to ribbons along the roads at the edge. Returns how many found a place.
 */
export function settle(
  blocks: readonly Block[],
  houses: number,
  random: Random,
  takenNames: Set<string>,
): number {
  const full = findFullReach(blocks, houses);
  const grounds: BuildingGround[] = [];
  let left = houses;
  let due = 0;
  for (const [index, block] of blocks.entries()) {
    const ground = openGround(block, random.fork(`block ${index}`), takenNames);
    if (!ground) continue;
    due += capacityOf(block) * fullness(block, full);
    const built = buildOn(ground, Math.min(left, Math.round(due)));
    due -= built;
    left -= built;
    grounds.push(ground);
  }
  for (const ground of grounds) left -= buildOn(ground, left);
  for (const { block } of grounds) pruneAlleys(block);
  return houses - left;
}

function capacityOf(block: Block): number {
  return Math.abs(signedArea(block.ring.points)) * FULL_DENSITY;
}

/** How full a block gets when blocks are half full at remoteness `halfAt`. */
function fullness(block: Block, halfAt: number): number {
  const share = 1 / (1 + Math.exp((block.remoteness - halfAt) / 0.09));
  const least = block.special
    ? SPECIAL_FULLNESS
    : block.facesNgocHa
      ? PROMISED_FULLNESS
      : LEAST_FULLNESS;
  return Math.max(least, share);
}

/** The remoteness of half-full blocks at which the city holds as many houses as it should. */
function findFullReach(blocks: readonly Block[], houses: number): number {
  const built = blocks.filter((block) => block.use === 'houses');
  let low = -0.5;
  let high = 1.6;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    const total = built.reduce(
      (sum, block) => sum + capacityOf(block) * fullness(block, middle),
      0,
    );
    if (total > houses) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
