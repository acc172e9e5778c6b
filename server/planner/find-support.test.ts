import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { market } from './block-for-test.ts';
import { cityForTest, type MiniCity, type MiniCityRoad, type MiniWater } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import { findSupport } from './find-support.ts';
import { describeDoor } from './plan-door.ts';
import { shippedClass } from './settings-for-test.ts';
import type { WaterKind } from './find-water.ts';

type World = {
  alley?: Partial<MiniCityRoad>;
  street?: Partial<MiniCityRoad>;
  side?: [number, number];
  water?: Partial<MiniWater>;
  obstacles?: MiniCity['obstacles'];
};

/** A station in the west, another in the east, a street between them, and an alley from its middle. */
function alleyCity({
  street = {},
  alley = {},
  side = [200, 60],
  water = {},
  obstacles = [],
}: World = {}) {
  return cityForTest({
    stations: [
      [0, 0],
      [600, 0],
    ],
    roads: [
      {
        id: 1,
        name: 'Phố Khương Hạ',
        through: [
          [1, [0, 0]],
          [2, [side[0], 0]],
          [3, [300, 0]],
          [4, [600, 0]],
        ],
        ...street,
      },
      {
        id: 2,
        name: 'Ngõ 29',
        alleyLevel: 1,
        widthMeters: 1.5,
        through: [
          [3, [300, 0]],
          [5, [300, 150]],
        ],
        ...alley,
      },
      {
        id: 3,
        name: 'Ngõ 31',
        alleyLevel: 1,
        widthMeters: 2,
        through: [
          [2, [side[0], 0]],
          [6, side],
        ],
      },
    ],
    waters: [{ id: 'water:1', at: [420, 6], ...water }],
    obstacles,
  });
}

function supportOf(
  city: ReturnType<typeof alleyCity>,
  second: string | null,
  { engine = null, minute = null }: { engine?: string | null; minute?: number | null } = {},
) {
  const [first] = comeTo(city, [300, 120], ['large 1']).come;
  const [vehicleClass, station] = second?.split(' ') ?? [];
  const { stagings, supplies } = findSupport(city, {
    first: { vehicleClass: 'large', stop: first!.choice!.stop.at },
    next: vehicleClass ? [{ vehicleClass, stationId: Number(station), stop: null }] : [],
    waters: [{ id: 'water:1', engine }],
    minute,
  });
  const [staging] = stagings;
  return { staging: typeof staging === 'object' ? staging : null, supplies };
}

/** A small engine at a door in an alley of 2.8 m, and where a large one waits. */
function waitBehindSmall({ street = {}, knowsStop = true }: World & { knowsStop?: boolean } = {}) {
  const city = alleyCity({ street: { widthMeters: 10, ...street }, alley: { widthMeters: 2.8 } });
  const { come } = comeTo(city, [300, 120], ['small 1', 'large 1']);
  const [small, large] = ['small', 'large'].map(
    (code) => come.find(({ vehicle }) => vehicle.code === code)!.choice?.stop,
  );
  const { stagings } = findSupport(city, {
    first: { vehicleClass: 'small', stop: small!.at },
    next: [{ vehicleClass: 'large', stationId: 1, stop: knowsStop ? large!.at : null }],
    waters: [],
    minute: null,
  });
  return stagings[0];
}

function drawnAtPond(liftMeters: number): string[] {
  const city = alleyCity({ water: { kind: 'pond', liftMeters } });
  return supportOf(city, null).supplies[0]!.reachedBy;
}

function reachedAt(north: number, kind: WaterKind, widthMeters = 9): string[] {
  const city = alleyCity({ street: { widthMeters }, water: { at: [420, north], kind } });
  return supportOf(city, null).supplies[0]!.reachedBy;
}

/** East of the origin, in metres. */
function east([lon]: [number, number]): number {
  return (600 * (lon - at(0, 0)[0])) / (at(600, 0)[0] - at(0, 0)[0]);
}

describe('the staging point of the second engine', () => {
  it('lies on its way, before the mouth, and leaves the mouth free', () => {
    const { staging } = supportOf(alleyCity(), 'large 1');
    expect(staging!.road.name).toBe('Phố Khương Hạ');
    // 20 m clear, and half of 8.5 + 2 m
    expect(staging!.metersFromStop).toBeCloseTo(25, 0);
    expect(east(staging!.point)).toBeCloseTo(300 - 25.25, 0);
  });

  it('lies on the other side for one that comes from there', () => {
    const { staging } = supportOf(alleyCity(), 'large 2');
    expect(east(staging!.point)).toBeCloseTo(300 + 25.25, 0);
  });

  it('leaves another mouth on the way free as well', () => {
    // The mouth of ngõ 31 lies 24 m before the stop: the engine waits behind it.
    const { staging } = supportOf(alleyCity({ side: [276, 60] }), 'large 1');
    expect(east(staging!.point)).toBeCloseTo(276 - 5 - 5.25, 0);
  });

  it('is none on a road where nobody would get past it', () => {
    expect(supportOf(alleyCity({ street: { widthMeters: 5 } }), 'large 1').staging).toBeNull();
    expect(
      supportOf(alleyCity({ street: { widthMeters: 5.6 } }), 'large 1').staging,
    ).not.toBeNull();
  });

  it('is before the mouth for one that does not fit the alley of the first', () => {
    const staging = waitBehindSmall();
    expect(staging).toMatchObject({ road: { name: 'Phố Khương Hạ' }, isApart: true });
    const { point, metersFromStop } = staging as Exclude<typeof staging, string | undefined>;
    // 20 m clear of the mouth, and half of 8.5 + 2 m; straight to the small one at the door.
    expect(east(point)).toBeCloseTo(300 - 25.25, 0);
    expect(metersFromStop).toBeCloseTo(Math.hypot(25.25, 120), -0.5);
  });

  it('is the same where nobody planned for its class', () => {
    expect(waitBehindSmall({ knowsStop: false })).toEqual(waitBehindSmall());
  });

  it('tells a way without room from no way at all', () => {
    expect(waitBehindSmall({ street: { widthMeters: 4.5 } })).toBe('no-room');
    expect(waitBehindSmall({ street: { widthMeters: 3 }, knowsStop: false })).toBe('no-way');
  });

  it('is none where no second engine comes', () => {
    expect(supportOf(alleyCity(), null).staging).toBeNull();
  });
});

/** Both, east of the origin; a small engine pumps from a hydrant so far east on the street. */
function whereSupplied(eastMeters: number, second: string | null = null) {
  const city = alleyCity({ water: { at: [eastMeters, 1] } });
  const { supplies, staging } = supportOf(city, second, { engine: 'small' });
  return { supply: east(supplies[0]!.point), staging: staging && east(staging.point) };
}

describe('the supply position', () => {
  it('is where the water meets its road, for the classes that can drive up to it', () => {
    const [supply] = supportOf(alleyCity(), null).supplies;
    expect(supply).toMatchObject({ waterId: 'water:1', road: { name: 'Phố Khương Hạ' } });
    expect(east(supply!.point)).toBeCloseTo(420, 0);
    expect(supply!.reachedBy).toContain('large');
  });

  it('is not for a class whose pump draws less high than the water is deep', () => {
    const { draftLiftMeters } = shippedClass('large');
    expect(drawnAtPond(draftLiftMeters!)).toContain('large');
    expect(drawnAtPond(draftLiftMeters! + 0.1)).not.toContain('large');
    // It names no lift of its own: as high as any pump draws.
    expect(drawnAtPond(draftLiftMeters! + 0.1)).toContain('motorbike');
  });

  it('is not for an engine whose suction hose does not get to the water, but for a hydrant it is', () => {
    expect(reachedAt(9, 'lake')).toContain('large');
    expect(reachedAt(50, 'lake')).toEqual([]);
    expect(reachedAt(50, 'tank')).toEqual([]);
    expect(reachedAt(50, 'hydrant')).toContain('large');
  });

  it('is by the way of the suction hose from the edge of the road, where the engine stands', () => {
    expect(reachedAt(11, 'lake', 15)).toContain('large');
    expect(reachedAt(13, 'lake', 9)).toContain('large');
    expect(reachedAt(15, 'lake', 9)).toEqual([]);
    // On the road itself, as a tank below it.
    expect(reachedAt(2, 'tank', 15)).toContain('large');
  });

  const half = (shippedClass('small').lengthMeters + 2) / 2;

  it('is off the first engine where the water is at the mouth', () => {
    const { supply } = whereSupplied(303);
    // 20 m clear; looked for metre by metre.
    expect(supply).toBeGreaterThanOrEqual(300 + 20 + half - 0.1);
    expect(supply).toBeLessThan(300 + 20 + half + 1.1);
  });

  it('is off the mouth of another alley, and at the water where that is free', () => {
    const { supply } = whereSupplied(202);
    expect(supply).toBeGreaterThanOrEqual(200 + 5 + half - 0.1);
    expect(supply).toBeLessThan(200 + 5 + half + 1.1);
    expect(whereSupplied(420).supply).toBeCloseTo(420, 0);
  });

  it('is not where the next engine waits', () => {
    const { supply, staging } = whereSupplied(298, 'large 1');
    expect(supply).toBeLessThan(300);
    const large = (shippedClass('large').lengthMeters + 2) / 2;
    expect(supply - staging!).toBeGreaterThanOrEqual(half + large - 0.1);
  });

  it('is at the water where a portable pump is set down', () => {
    const city = alleyCity({ water: { at: [303, 1] } });
    expect(east(supportOf(city, null).supplies[0]!.point)).toBeCloseTo(303, 0);
  });
});

describe('the engines that come up to the water', () => {
  const closure: CityClosure = {
    id: 1,
    shape: { type: 'LineString', coordinates: [at(350, 0), at(450, 0)] },
    effect: 'impassable',
    vehicleClasses: ['large'],
    onFoot: false,
    reason: 'ngập',
    by: 'Lan',
  };

  it('are not those for whom the road is closed now', () => {
    const { city } = closeCity(alleyCity(), [closure]);
    const { reachedBy } = supportOf(city, null).supplies[0]!;
    expect(reachedBy).not.toContain('large');
    expect(reachedBy).toContain('small');
    const { water } = describeDoor(city, { door: at(300, 120), roadId: null });
    expect(water.sources[0]!.water.reachedBy).toEqual(reachedBy);
  });

  it('are none while a market is held there', () => {
    const city = alleyCity({ obstacles: [{ ...market, roadIds: [1] }] });
    const reachedAt = (minute: number | null) => {
      const door = { door: at(300, 120), roadId: null, minute };
      return describeDoor(city, door).water.sources[0]!.water.reachedBy;
    };
    expect(reachedAt(360)).not.toContain('large');
    expect(reachedAt(600)).toContain('large');
    expect(supportOf(city, null, { minute: 360 }).supplies[0]!.reachedBy).toEqual(reachedAt(360));
  });
});
