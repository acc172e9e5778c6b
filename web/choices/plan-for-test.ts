// A small invented plan of several engines, for tests of what each of them reads.

import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { RelayPlan } from '../../server/response/water-schema.ts';
import { narrowAlley, resultForTest, unitForTest } from '../dispatch/answers-for-test.ts';

type Bringer = RelayPlan['pumpPlaces'][number]['broughtBy'];

export function pumpAt(at: 'water' | 'path', broughtBy: Bringer): RelayPlan['pumpPlaces'][number] {
  return { at, lon: 105.83, lat: 21.01, meters: 80, broughtBy };
}

export function relayOf(...pumpPlaces: RelayPlan['pumpPlaces']): RelayPlan {
  const line = { lines: 1, hoseLengths: 4, lossBar: 1, pumps: pumpPlaces.length };
  return { ...line, litersPerSecond: 15, missingLengths: 0, pumpPlaces, others: [] };
}

export const engine = (n: number): UnitResponse =>
  unitForTest({ unitId: `unit:${n}`, callSign: `XE 0${n}` });

const street = { ...narrowAlley, name: 'Phố Khương Hạ', provenance: 'tagged' as const };

/** XE 01 comes first; XE 02 pumps at its hydrant, XE 03 waits and carries a pump, XE 04 has nothing to do. */
export function planForTest(): ResponseResult {
  const pump = pumpAt('water', { unitId: 'unit:2', callSign: 'XE 02', means: 'engine' });
  const carried = pumpAt('path', { unitId: 'unit:3', callSign: 'XE 03', means: 'portable' });
  const first: UnitResponse = {
    ...engine(1),
    water: {
      status: 'found',
      points: [],
      unverified: [],
      reachMeters: 400,
      supply: {
        litersPerSecond: 15,
        availableLitersPerSecond: 15,
        missingLitersPerSecond: null,
        feeds: [{ waterId: 'water:1', litersPerSecond: 15, relay: relayOf(pump) }],
        unused: [],
        shuttle: null,
        provenance: 'estimated',
      },
    },
    hose: { ...engine(1).hose!, relay: relayOf(carried) },
  };
  return resultForTest({
    units: [first, engine(2), engine(3), engine(4)],
    support: {
      unitId: 'unit:1',
      staging: {
        lon: 105.81,
        lat: 21.02,
        unit: { unitId: 'unit:3', callSign: 'XE 03' },
        road: street,
        metersFromStop: 40,
        isApart: false,
      },
      supply: {
        lon: 105.832,
        lat: 21.012,
        waterId: 'water:1',
        road: street,
        hoseMeters: 60,
        unit: { unitId: 'unit:2', callSign: 'XE 02' },
        isCarried: false,
      },
      notes: [],
    },
  });
}
