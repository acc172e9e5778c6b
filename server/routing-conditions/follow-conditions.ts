// All that holds of the roads for a while: closures and traffic, each followed by itself, and OSRM told
// of both. And whether OSRM's roads are those of the city.

import type pg from 'pg';
import type { Logger } from 'pino';
import { followClosures, type ClosuresInForce } from '../closures/closures-in-force.ts';
import { obeyingRouters } from '../closures/obeying-routers.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { watchClock } from '../database-clock/watch-clock.ts';
import { followTraffic, type TrafficInForce } from '../traffic/traffic-in-force.ts';
import { followRoutedCity, type RoutedCity } from './routed-city.ts';
import { createRouterOrders, type RouterGeneration } from './router-orders.ts';

export type RoadConditionsNow = {
  closures: ClosuresInForce;
  traffic: TrafficInForce;
  /** Another map is in force. */
  followCity: RoutedCity['follow'];
  /** The same routers as far as they can be believed now. */
  obeying: (routers: Routers) => Routers;
  /** What OSRM's supervisor says of the routers in use. */
  setGeneration: (generation: RouterGeneration & { cityVersion: string }) => void;
  close: () => void;
};

export function followConditions(services: {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  /** FIREPOINT_DATA: where OSRM's supervisor looks; undefined when there is none. */
  dataFolder: string | undefined;
  log: Logger;
}): RoadConditionsNow {
  const orders = createRouterOrders(services);
  const routedCity = followRoutedCity(services);
  const closures = followClosures({ ...services, orders });
  const traffic = followTraffic({ ...services, orders });
  const clock = watchClock({
    ...services,
    onSet: () => Promise.all([closures.follow(), traffic.follow()]),
  });
  return {
    closures,
    traffic,
    followCity: routedCity.follow,
    obeying: (routers) =>
      obeyingRouters(routers, [routedCity.isInForce, closures.obeys, traffic.isToldTo]),
    setGeneration: (generation) => {
      routedCity.setRouters(generation);
      orders.setGeneration(generation);
      closures.setGeneration(generation);
    },
    close: () => {
      for (const part of [clock, closures, traffic, orders]) part.close();
    },
  };
}
