import { describe, expect, it } from 'vitest';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import type { Position } from '../../geo/position.ts';
import type { PlannedStop } from '../planner/door-plan.ts';
import type { Contraflow } from '../planner/find-contraflow.ts';
import type { VehicleClass } from '../planner/settings.ts';
import { unplannedForOthers } from './ladder-stand.ts';
import { findStand, type OwnStop } from './stand-of-class.ts';

type Sized = Pick<
  VehicleClass,
  'code' | 'widthMeters' | 'widthMarginMeters' | 'lengthMeters' | 'jackWidthMeters'
>;

function sized(code: string, widthMeters: number, lengthMeters: number): VehicleClass {
  const jackWidthMeters = code === 'ladder' ? 6 : null;
  const size: Sized = { code, widthMeters, widthMarginMeters: 0.6, lengthMeters, jackWidthMeters };
  return size as VehicleClass;
}

const [large, rescue, small, motorbike, ladder] = [
  sized('large', 2.5, 8.5),
  sized('rescue', 2.4, 8),
  sized('small', 1.86, 5.8),
  sized('motorbike', 0.87, 2.2),
  sized('ladder', 2.5, 11),
] as const;
const classes = [large, rescue, small, motorbike, ladder];

const planned = {
  hoseMeters: 40,
  room: { blocksRoad: true, neededWidthMeters: 6 },
  roadWidthMeters: 5,
};

function standing(vehicleClass: string, lon: number): OwnStop {
  const point: Position = [lon, 21];
  const at: EdgePoint = { edge: 0, metersAlong: 0, meters: 0, point };
  const { hoseMeters, room } = planned;
  const road = { widthMeters: planned.roadWidthMeters };
  const stop = { point, at, hoseMeters, room, road } as PlannedStop;
  return { unitId: 'unit:1', vehicleClass, point, stop, walkingSeconds: 0 };
}

const door: [number, number] = [105.9, 21];
const standOf = (own: OwnStop[], vehicle = large) => findStand(vehicle, { own, classes, door });

/** A small engine stands on a road of that width. */
function ladderWithin(widthMeters: number) {
  const own = standing('small', 1);
  const stop = { ...own.stop!, road: { widthMeters } } as PlannedStop;
  return standOf([{ ...own, stop }], ladder);
}

it('is that of its own class, the first of the ranking', () => {
  const units = [standing('small', 1), standing('large', 2), standing('large', 3)];
  expect(standOf(units)).toMatchObject({ to: [2, 21], isOwnClass: true });
});

it('is else that of the class nearest in size, and of a larger one rather than of a smaller', () => {
  const units = [standing('motorbike', 1), standing('small', 2), standing('rescue', 3)];
  expect(standOf(units)).toMatchObject({ stopOf: 'rescue', isOwnClass: false });
  expect(standOf([standing('motorbike', 1), standing('large', 2)], small).stopOf).toBe('large');
});

it('is the door where nobody has a stop', () => {
  expect(standOf([])).toMatchObject({ to: door, stopOf: null, ...unplannedForOthers });
});

it('is driven to with the traffic, also where the unit turns in against it', () => {
  const own = standing('large', 2);
  const entry: EdgePoint = { ...own.stop!.at, point: [1, 21] };
  const contraflow = { entry } as Contraflow;
  const stand = standOf([{ ...own, stop: { ...own.stop!, contraflow } }]);
  expect(stand.to).toEqual([2, 21]);
  expect(stand.stop).toEqual(own.stop);
});

describe('what it says of a ladder truck', () => {
  it('is all of the room of a stop on jacks', () => {
    expect(standOf([standing('ladder', 1)], ladder)).toMatchObject({
      ladder: planned,
      isGroundKnown: true,
    });
  });

  it('is at a stop without jacks how far that is, and the breadth that jacks need, whatever it drives as', () => {
    const roomy = standing('large', 1);
    const wide = { ...roomy, stop: { ...roomy.stop!, road: { widthMeters: 6 } } as PlannedStop };
    for (const vehicle of [ladder, large]) {
      expect(standOf([standing('large', 1)], vehicle)).toMatchObject({
        ladder: { hoseMeters: 40, room: { blocksRoad: true, neededWidthMeters: 6 } },
        isGroundKnown: false,
      });
      expect(standOf([wide], vehicle).ladder.room!.blocksRoad).toBe(false);
    }
  });

  it('is nothing of a road that it never enters, where a smaller one stands', () => {
    // How far that is holds: it stops no nearer.
    expect(ladderWithin(2.8)).toMatchObject({
      stopOf: 'small',
      ladder: { hoseMeters: 40, room: null },
      isGroundKnown: false,
    });
    expect(ladderWithin(3.1).ladder.room).toMatchObject({ blocksRoad: true });
  });

  it('is not how far a wider class has to stop: this one may drive on', () => {
    expect(standOf([standing('large', 1)], rescue).ladder.hoseMeters).toBeNull();
    expect(standOf([standing('small', 1)], rescue).ladder.hoseMeters).toBe(40);
  });
});
