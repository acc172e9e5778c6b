// A small invented answer of the server, for tests of what the screen makes of it.

import type { RoadRef } from '../../server/response/road-schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { ShuttlePlan, WaterSupply } from '../../server/response/water-schema.ts';
import type { ApiError } from '../api.ts';

/** As a failed question throws it: its class needs a page around it. */
export function errorForTest(code: string, status: number | null = null): ApiError {
  return { code, status, requestId: null, faults: [], name: 'ApiError', message: '' };
}

export const narrowAlley: RoadRef = {
  name: 'Ngách 29/70 Khương Hạ',
  class: 'service',
  alleyLevel: 2,
  widthMeters: 2.1,
  provenance: 'assumed',
};

export function unitForTest(changes: Partial<UnitResponse> = {}): UnitResponse {
  return {
    unitId: 'unit:2',
    callSign: 'XE 02',
    station: { id: 'station:1', name: 'Đội Thanh Xuân', lon: 105.81, lat: 20.99 },
    position: null,
    vehicleClass: 'small',
    role: 'water',
    rankedBy: 'water',
    status: 'reachable',
    drive: { router: 'osrm', seconds: 120, meters: 900, geometry: null, steps: [] },
    stop: {
      lon: 105.82,
      lat: 21,
      reason: { code: 'too-narrow', params: { neededMeters: 2.5 } },
      road: null,
      room: {
        blocksRoad: false,
        neededWidthMeters: 2.86,
        neededLengthMeters: 7.8,
        lengthMeters: 120,
        reverseMeters: null,
      },
      blockedBy: narrowAlley,
    },
    hose: {
      meters: 148,
      lengths: 10,
      supplyLengths: 0,
      carriedLengths: 10,
      missingLengths: 0,
      broughtBy: [],
      geometry: {
        type: 'LineString',
        coordinates: [
          [105.82, 21],
          [105.821, 21],
        ],
      },
      provenance: 'derived',
      relay: null,
    },
    water: null,
    ownTank: null,
    parts: { turnout: 60, drive: 120, setUp: 45, laying: 140, filling: 35, walking: 40 },
    secondsToCrew: 220,
    secondsToWater: 400,
    secondsOfAgent: 60,
    alternatives: [],
    closer: [],
    notes: [],
    ...changes,
  };
}

type WaterPoint = ResponseResult['destination']['water']['points'][number];

export function waterForTest(id: string, changes: Partial<WaterPoint> = {}): WaterPoint {
  return {
    id,
    kind: 'hydrant',
    name: null,
    status: 'usable',
    litersPerSecond: 15,
    pressureBar: null,
    volumeM3: null,
    liftMeters: null,
    main: null,
    testedOn: null,
    lon: 105.82,
    lat: 21,
    hoseMeters: 60,
    hoseLengths: 4,
    geometry: {
      type: 'LineString',
      coordinates: [
        [105.82, 21],
        [105.8205, 21],
      ],
    },
    ...changes,
  };
}

/** From an unnamed hydrant. */
export function shuttleForTest(changes: Partial<ShuttlePlan> = {}): ShuttlePlan {
  return {
    waterId: 'water:9',
    kind: 'hydrant',
    name: null,
    lon: 105.84,
    lat: 21.01,
    meters: 1_400,
    stopsOn: null,
    vehicleClass: 'large',
    tankLiters: 3_000,
    roundTripSeconds: 600,
    fillSeconds: 100,
    emptySeconds: 100,
    tankers: [{ unitId: 'unit:2', callSign: 'XE 02' }],
    spareTankers: 0,
    litersPerSecond: 5,
    tankersForNeed: 3,
    holds: null,
    ...changes,
  };
}

/** What each of those waters feeds by one line, without a pump on the way. */
export function supplyForTest(waterIds: string[], changes: Partial<WaterSupply> = {}): WaterSupply {
  const line = { lines: 1, hoseLengths: 4, lossBar: 1, pumps: 0 };
  const relay = { ...line, litersPerSecond: 15, missingLengths: 0, pumpPlaces: [], others: [] };
  return {
    litersPerSecond: 15 * waterIds.length,
    availableLitersPerSecond: 15 * waterIds.length,
    missingLitersPerSecond: null,
    feeds: waterIds.map((waterId) => ({ waterId, litersPerSecond: 15, relay })),
    unused: [],
    shuttle: null,
    provenance: 'estimated',
    ...changes,
  };
}

export function destinationForTest(
  changes: Partial<ResponseResult['destination']> = {},
): ResponseResult['destination'] {
  return {
    place: { id: 'address:1', kind: 'address', label: 'Số 37, Ngách 29/70 Khương Hạ' },
    building: null,
    door: { lon: 105.821, lat: 21, provenance: 'named-way', road: null, alternatives: [] },
    readBack: {
      label: 'Số 37, Ngách 29/70 Khương Hạ',
      ward: 'Phường Khương Đình',
      mouth: null,
      near: null,
    },
    need: null,
    water: {
      status: 'none-in-reach',
      points: [],
      unverified: [],
      reachMeters: 400,
      supply: null,
    },
    ladder: null,
    notes: [],
    ...changes,
  };
}

export function resultForTest(changes: Partial<ResponseResult> = {}): ResponseResult {
  return {
    destination: destinationForTest(),
    units: [unitForTest()],
    support: null,
    notRanked: [],
    notes: [],
    set: null,
    degraded: false,
    synthetic: false,
    dataVersion: '1',
    ...changes,
  };
}

/** A set of those units, whatever it was asked for. */
export function setForTest(vehicleIds: string[]): NonNullable<ResponseResult['set']> {
  return {
    incidentType: 'fire',
    alarmLevel: 1,
    alarmLevels: [1],
    fireGroup: 'F1.3',
    floors: 3,
    estimated: [],
    requirements: [],
    vehicles: vehicleIds.map((vehicleId) => ({
      vehicleId,
      callSign: vehicleId,
      vehicleClass: 'small',
      seconds: 300,
      fills: [],
      mobilised: null,
    })),
    chosen: null,
    total: {
      vehicles: vehicleIds.length,
      mobilised: 0,
      crew: 0,
      liters: 0,
      seconds: 300,
      isComplete: true,
    },
  };
}
