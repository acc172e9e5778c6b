import type { Ring, Road, Ward } from './city-model.ts';
import { nameWard } from './names.ts';
import type { Meters } from './plane.ts';
import type { Random } from './random.ts';
import { layRoad } from './rings.ts';
import { makeStreet } from './roads.ts';

/** Divides the whole city, river and all, along the river and the greatest roads. */
export function drawWards(
  outline: readonly Meters[],
  dividers: readonly (readonly Meters[])[],
  random: Random,
): Ward[] {
  let rings: Ring[] = [{ points: [...outline], owners: outline.map((): Road | null => null) }];
  for (const divider of dividers) rings = layRoad(rings, makeStreet('', 'primary', [...divider]));
  const taken = new Set<string>();
  return rings.map((ring) => ({ name: nameWard(random, taken), outline: ring.points }));
}
