import { describe, expect, it } from 'vitest';
import { fillSet, type Offer } from './fill-set.ts';
import { shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { unplannedStand, type LadderStand } from './ladder-stand.ts';
import { offersOfMobilised, type TimedMobilised } from './mobilised-offers.ts';

const roomy: LadderStand = {
  hoseMeters: 5,
  room: { blocksRoad: false, neededWidthMeters: 6 },
  roadWidthMeters: 9,
};

function vehicle(changes: Partial<TimedMobilised['row']>, seconds: number | null): TimedMobilised {
  const row: TimedMobilised['row'] = {
    vehicle_id: 'mobilised:1',
    kind: 'tanker',
    name: '29C-1',
    owner: 'Công ty A',
    phone: null,
    call_out_min: 10,
    tank_l: 9_000,
    ladder_m: null,
    vehicle_class: null,
    status: 'available',
    lon: 105.8,
    lat: 21,
    ...changes,
  };
  return {
    row,
    seconds,
    why: seconds === null ? { code: 'no-drive-time' } : null,
    stand: roomy,
    timedBy: {
      router: 'osrm',
      stopOf: 'large',
      isOwnClass: true,
      isUnchecked: false,
      isGroundUnknown: false,
    },
  };
}

const scene = { eavesMeters: 16.5, parameters };
const water = {
  capability: 'water_l' as const,
  amount: 6_000,
  mark: 'assumed' as const,
  source: '',
};

function own(seconds: number): Offer {
  return { vehicleId: 'unit:1', capability: 'water_l', amount: 3_000, seconds, why: null };
}

describe('a vehicle of others', () => {
  it('fills what the service has too little of', () => {
    const offers = [own(300), ...offersOfMobilised([vehicle({}, 1_200)], scene)];
    const { vehicleIds, filled } = fillSet([water], offers, 0);
    expect(vehicleIds).toEqual(['unit:1', 'mobilised:1']);
    expect(filled[0]).toMatchObject({ have: 6_000, seconds: 1_200 });
  });

  it('stays away where own vehicles are sooner, and comes where they are further', () => {
    const mobilised = offersOfMobilised([vehicle({}, 1_200)], scene);
    const near = { ...own(400), vehicleId: 'unit:2' };
    expect(fillSet([water], [own(300), near, ...mobilised], 0).vehicleIds).toEqual([
      'unit:1',
      'unit:2',
    ]);
    const far = { ...near, seconds: 2_400 };
    expect(fillSet([water], [own(300), far, ...mobilised], 0).vehicleIds).toEqual([
      'unit:1',
      'mobilised:1',
    ]);
  });

  it('counts as missing, with why, while nobody knows when it comes', () => {
    const crane = { capability: 'crane' as const, amount: 1, mark: 'assumed' as const, source: '' };
    const offers = offersOfMobilised([vehicle({ kind: 'crane', tank_l: null }, null)], scene);
    expect(fillSet([crane], offers, 0).filled[0]).toMatchObject({
      have: 0,
      why: { code: 'no-drive-time' },
    });
  });

  it('is no ladder where it does not reach or cannot stand near enough', () => {
    const ladder = vehicle({ kind: 'ladder', tank_l: null, ladder_m: 12 }, 900);
    expect(offersOfMobilised([ladder], scene)[0]).toMatchObject({
      seconds: null,
      why: { code: 'ladder-too-short' },
      secondsAnyway: 900,
    });
    const far = { ...ladder, stand: { ...roomy, hoseMeters: 80 } };
    expect(offersOfMobilised([far], scene)[0]).not.toHaveProperty('secondsAnyway');
    const long = vehicle({ kind: 'ladder', tank_l: null, ladder_m: 30 }, 900);
    expect(
      offersOfMobilised([{ ...long, stand: { ...roomy, hoseMeters: 80 } }], scene)[0],
    ).toMatchObject({
      seconds: null,
      why: { code: 'ladder-too-far', meters: 80 },
    });
    expect(offersOfMobilised([long], scene)[0]).toMatchObject({ seconds: 900, why: null });
  });

  it('is no ladder where its jacks find no ground, which is asked of no other vehicle', () => {
    const room = { blocksRoad: true, neededWidthMeters: 6 };
    const stand = { ...roomy, room, roadWidthMeters: 5 };
    const ladder = vehicle({ kind: 'ladder', tank_l: null, ladder_m: 33 }, 900);
    expect(offersOfMobilised([{ ...ladder, stand }], scene)[0]).toMatchObject({
      seconds: null,
      why: { code: 'no-room-for-jacks', neededWidthMeters: 6, widthMeters: 5 },
    });
    const tanker = { ...vehicle({}, 900), stand: { ...stand, hoseMeters: 80 } };
    expect(offersOfMobilised([tanker], scene)[0]).toMatchObject({ seconds: 900, why: null });
    expect(offersOfMobilised([{ ...ladder, stand: unplannedStand }], scene)[0]!.seconds).toBe(900);
  });
});
