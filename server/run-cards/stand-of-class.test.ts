import { expect, it } from 'vitest';
import type { VehicleClass } from '../planner/settings.ts';
import { findStand, type OwnStop } from './stand-of-class.ts';

type Sized = Pick<VehicleClass, 'code' | 'widthMeters' | 'lengthMeters'>;

function sized(code: string, widthMeters: number, lengthMeters: number): VehicleClass {
  const size: Sized = { code, widthMeters, lengthMeters };
  return size as VehicleClass;
}

const [large, rescue, small, motorbike] = [
  sized('large', 2.5, 8.5),
  sized('rescue', 2.4, 8),
  sized('small', 1.86, 5.8),
  sized('motorbike', 0.87, 2.2),
] as const;
const classes = [large, rescue, small, motorbike];

function standing(vehicleClass: string, lon: number): OwnStop {
  return { unitId: 'unit:1', vehicleClass, point: [lon, 21], hoseMeters: 40, walkingSeconds: 0 };
}

const door: [number, number] = [105.9, 21];
const standOf = (own: OwnStop[], vehicle = large) => findStand(vehicle, { own, classes, door });

it('is that of its own class, the first of the ranking', () => {
  const units = [standing('small', 1), standing('large', 2), standing('large', 3)];
  expect(standOf(units)).toMatchObject({ point: [2, 21], isOwnClass: true, standMeters: 40 });
});

it('is else that of the class nearest in size, and of a larger one rather than of a smaller', () => {
  const units = [standing('motorbike', 1), standing('small', 2), standing('rescue', 3)];
  expect(standOf(units)).toMatchObject({ stopOf: 'rescue', isOwnClass: false, standMeters: null });
  expect(standOf([standing('motorbike', 1), standing('large', 2)], small).stopOf).toBe('large');
});

it('is the door where nobody has a stop', () => {
  expect(standOf([])).toMatchObject({ point: door, stopOf: null, standMeters: null });
});
