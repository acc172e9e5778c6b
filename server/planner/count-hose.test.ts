import { describe, expect, it } from 'vitest';
import { clockStop } from './choose-stop.ts';
import { countHose, findSpareHose } from './count-hose.ts';
import type { PlannedStop } from './door-plan.ts';
import type { VehicleClass } from './settings.ts';
import { shippedClass, shippedParameters as parameters } from './settings-for-test.ts';

const large = shippedClass('large');
const small = shippedClass('small');
const motorbike = shippedClass('motorbike');
const rescue = shippedClass('rescue');
const ladder = shippedClass('ladder');

type Legs = Pick<PlannedStop, 'hoseMeters' | 'effortMeters' | 'footDelays' | 'supply'>;

/** 160 m in, with a hydrant of unknown pressure 380 m from the stop. */
const legs: Legs = {
  hoseMeters: 160,
  effortMeters: 160,
  footDelays: [],
  supply: { meters: 380, kind: 'hydrant', pressureBar: null, footDelays: [], isFlowKnown: true },
};

function countFor(vehicle: VehicleClass, rest: Partial<Legs> = {}) {
  const stop = { ...legs, ...rest };
  const clocks = clockStop(stop, 0, vehicle, parameters);
  return countHose({ stop, clocks }, vehicle, 3, parameters);
}

describe('the hose that a stop takes', () => {
  it('is that to the door and on to the water where the tank cannot fill it', () => {
    expect(countFor(small)).toEqual({
      lengths: 12,
      supplyLengths: 23,
      carriedLengths: 10,
      missingLengths: 25,
    });
  });

  it('is that to the door alone where the tank fills it, or where no water is in reach', () => {
    expect(countFor(large)).toMatchObject({ supplyLengths: 0, missingLengths: 0 });
    expect(countFor(small, { supply: null })).toMatchObject({
      supplyLengths: 0,
      missingLengths: 2,
    });
  });

  it('is none for who brings no water: a rescue or ladder truck lacks none', () => {
    for (const vehicle of [rescue, ladder])
      expect(countFor(vehicle, { hoseMeters: 45, effortMeters: 45 })).toEqual({
        lengths: 0,
        supplyLengths: 0,
        carriedLengths: 0,
        missingLengths: 0,
      });
  });

  it('is brought by the soonest that together carry all of it, each its part, or by nobody', () => {
    const others = [
      { unitId: 'unit:3', callSign: 'MÔ TÔ 3', vehicle: motorbike },
      { unitId: 'unit:1', callSign: 'XE 01', vehicle: large },
      { unitId: 'unit:2', callSign: 'XE 02', vehicle: small },
    ];
    const first = { unitId: 'unit:1', callSign: 'XE 01' };
    const second = { unitId: 'unit:2', callSign: 'XE 02' };
    expect(findSpareHose(2, others, parameters)).toEqual([{ ...first, lengths: 2 }]);
    expect(findSpareHose(25, others, parameters)).toEqual([
      { ...first, lengths: 20 },
      { ...second, lengths: 5 },
    ]);
    expect(findSpareHose(25, others.slice(0, 2), parameters)).toEqual([]);
    expect(findSpareHose(0, others, parameters)).toEqual([]);
  });
});
