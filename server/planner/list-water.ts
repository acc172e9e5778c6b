// The water in reach of where hose starts, as the answer lists it.

import { givesAny } from '../hydraulics/supply.ts';
import type { CityGraph } from './city-graph.ts';
import type { WaterList } from './door-plan.ts';
import { drawHose, findWater, type TimedHoseStart, type WaterHit } from './find-water.ts';
import { layingPace } from './paces.ts';
import { reachesAt } from './reached-by.ts';

const maxWaters = 3;
/** More than these never make a supply: each takes a line of hose. */
const maxSources = 12;

/** `found`, nearest first: what gives none that is known of only where there is room beside what feeds. */
function takeSources(found: WaterHit[]): WaterHit[] {
  const feeding = found.filter(({ water }) => water.status === 'usable' && givesAny(water));
  const taken = new Set([...new Set([...feeding, ...found])].slice(0, maxSources));
  return found.filter((hit) => taken.has(hit));
}

/** Up to three usable and three unverified water points by hose path, the soonest laid first. */
export function listWater(
  city: CityGraph,
  from: TimedHoseStart,
  minute = from.minute ?? null,
): WaterList {
  const pace = layingPace(city.settings.parameters);
  const opened = new Set(from.opened);
  const laying = { from, pace, isOpen: (gate: number) => opened.has(gate) };
  const found = findWater(city.graph, city.search, {
    ...laying,
    watersNear: city.watersNear,
    reachMeters: city.settings.parameters.number('water_reach'),
    heldUpMeters: city.settings.parameters.number('water_reach_held_up'),
  });
  const of = (status: 'usable' | 'unverified') =>
    found.filter(({ water }) => water.status === status).slice(0, maxWaters);
  const lists = {
    usable: of('usable'),
    unverified: of('unverified'),
    sources: takeSources(found.filter(({ water }) => water.status !== 'unverified')),
  };
  // One object each, however many lists it is in: it is sent only once then.
  const listed = new Set(Object.values(lists).flat());
  const reachedBy = reachesAt(city, minute);
  const drawn = new Map(
    [...listed].map((hit) => {
      const water = { ...hit.water, reachedBy: reachedBy(hit.water) };
      return [hit, drawHose(city.graph, city.search, laying, { ...hit, water })];
    }),
  );
  const draw = (hits: WaterHit[]) => hits.map((hit) => drawn.get(hit)!);
  return {
    usable: draw(lists.usable),
    unverified: draw(lists.unverified),
    sources: draw(lists.sources),
  };
}
