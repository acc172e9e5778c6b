// The routers as far as they obey the closures: one that does not yet counts as away, and the road
// graph, which always does, gives the routes.

import type { Routers } from '../osrm-client/routers.ts';

/** Asks only classes for which `obeys`; the same `Routers` otherwise. */
export function obeyingRouters(
  routers: Routers,
  obeys: (vehicleClass: string) => boolean,
): Routers {
  const away = { kind: 'unavailable', why: 'behind-closures' } as const;
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
