// The routers as far as they drive on the map in force, obey the closures and hear of traffic: one that
// does not counts as away, and the road graph, which always does, gives the routes.

import type { Routers } from '../osrm-client/routers.ts';

/** Asks only classes for which all of `rules` hold; the same `Routers` otherwise. */
export function obeyingRouters(
  routers: Routers,
  rules: ((vehicleClass: string) => boolean)[],
): Routers {
  const away = { kind: 'unavailable', why: 'behind-conditions' } as const;
  const obeys = (vehicleClass: string) => rules.every((holds) => holds(vehicleClass));
  return {
    ...routers,
    table: async (vehicleClass, ...rest) =>
      obeys(vehicleClass) ? routers.table(vehicleClass, ...rest) : away,
    route: async (vehicleClass, ...rest) =>
      obeys(vehicleClass) ? routers.route(vehicleClass, ...rest) : away,
    status: () =>
      Object.fromEntries(
        Object.entries(routers.status()).map(([vehicleClass, router]) => [
          vehicleClass,
          obeys(vehicleClass) ? router : 'graph',
        ]),
      ),
  };
}
