import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cityForTest, type MiniCityRoad, type MiniWater } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import { findSupport } from './find-support.ts';
import { shippedClass } from './settings-for-test.ts';

type World = {
  street?: Partial<MiniCityRoad>;
  side?: [number, number];
  water?: Partial<MiniWater>;
};

/** A station in the west, another in the east, a street between them, and an alley from its middle. */
function alleyCity({ street = {}, side = [200, 60], water = {} }: World = {}) {
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
  });
}

function supportOf(city: ReturnType<typeof alleyCity>, second: string | null) {
  const [first] = comeTo(city, [300, 120], ['large 1']).come;
  const [vehicleClass, station] = second?.split(' ') ?? [];
  const { stagings, supplies } = findSupport(city, {
    first: { vehicleClass: 'large', stop: first!.choice!.stop.at },
    next: vehicleClass ? [{ vehicleClass, stationId: Number(station) }] : [],
    waterIds: ['water:1'],
    minute: null,
  });
  return { staging: stagings[0] ?? null, supplies };
}

function drawnAtPond(liftMeters: number): string[] {
  const city = alleyCity({ water: { kind: 'pond', liftMeters } });
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

  it('is none where no second engine comes', () => {
    expect(supportOf(alleyCity(), null).staging).toBeNull();
  });
});

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
});
