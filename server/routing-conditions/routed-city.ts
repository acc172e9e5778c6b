// Whether the routers drive on the map in force. An import puts its map in force before its routing data
// are built, and they may never be; until then every way of a router may lead over a road that is gone.

import type pg from 'pg';
import type { Logger } from 'pino';
import { readCityVersion } from '../../sql/city-version.ts';

export type RoutedCity = {
  /** Reads which map is in force; to be called when one was imported. */
  follow: () => Promise<void>;
  /** `cityVersion`: of which map the data of the routers in use were made. */
  setRouters: (routers: { cityVersion: string }) => void;
  /** True also where nobody says what the routers were made of. */
  isInForce: () => boolean;
};

export function followRoutedCity(services: { database: pg.Pool; log: Logger }): RoutedCity {
  const { database, log } = services;
  let inForce: string | undefined;
  let routed: string | undefined;

  const isInForce = (): boolean =>
    inForce === undefined || routed === undefined || inForce === routed;

  function note(change: () => void): void {
    const was = isInForce();
    change();
    if (was && !isInForce()) log.warn({ inForce, routed }, 'the routers drive on an older map');
  }

  return {
    follow: async () => {
      const version = await readCityVersion(database);
      note(() => {
        inForce = version;
      });
    },
    setRouters: ({ cityVersion }) =>
      note(() => {
        routed = cityVersion;
      }),
    isInForce,
  };
}
