import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { createMobilisedDrives } from './mobilised-drives.ts';
import type { MobilisedRow } from './queries.ts';

function tanker(id: number, east: number, callOutMinutes: number): MobilisedRow {
  const [lon, lat] = at(east, 0);
  return {
    vehicle_id: `mobilised:${id}`,
    kind: 'tanker',
    name: `TÉC ${id}`,
    owner: 'Công ty A',
    phone: null,
    call_out_min: callOutMinutes,
    tank_l: 9_000,
    ladder_m: null,
    vehicle_class: null,
    status: 'available',
    lon,
    lat,
  };
}

const near = [1, 2, 3, 4, 5, 6].map((id) => tanker(id, 100 * id, 30));

it('of a kind the six that are likely to be there soonest are timed, with their call-out and whatever they drive as', () => {
  // 2 km at 20 km/h and a detour of 1.4 are eight and a half minutes.
  const ready = tanker(7, 2_000, 1);
  const ofClass = new Map([
    ['large', near],
    ['small', [ready]],
  ]);
  const { nearOf } = createMobilisedDrives(ofClass, { door: at(0, 0), parameters });
  expect(nearOf('small')).toEqual([ready]);
  expect(nearOf('large').map(({ name }) => name)).toEqual([
    'TÉC 1',
    'TÉC 2',
    'TÉC 3',
    'TÉC 4',
    'TÉC 5',
  ]);
});

it('who was sent already is timed beside them', () => {
  const far = tanker(7, 20_000, 60);
  const ofClass = new Map([['large', [...near, far]]]);
  const scene = { door: at(0, 0), parameters, withIds: [far.vehicle_id] };
  expect(createMobilisedDrives(ofClass, scene).nearOf('large')).toHaveLength(7);
});
