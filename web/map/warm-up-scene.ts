import type { Position } from '../../geo/position.ts';
import type { Scene } from './scene.ts';

const nowhere: Position = [0, 0];
const line: Position[] = [nowhere, [0.001, 0], [0.001, 0.001]];
const ring = [[...line, nowhere]];

/**
 * One of every sign, in the Gulf of Guinea. Drawing it once while the dispatcher still types lets
 * the graphics card compile what the first answer needs: seconds, where there is no card.
 */
export const warmUpScene: Scene = {
  candidates: [{ id: 'warm-up', position: nowhere, rank: 1, active: true }],
  building: { rings: [ring], number: '0123456789', center: nowhere },
  fire: nowhere,
  door: { position: nowhere, assumed: false },
  otherDoors: [nowhere],
  truck: { line, sure: true },
  leg: { kind: 'hose', line },
  otherStops: [{ position: nowhere, line }],
  stop: { position: nowhere, label: 'Dừng · 2,1 m*' },
  water: [
    {
      id: 'warm-up',
      position: nowhere,
      usable: true,
      isFetched: false,
      icon: 'circle-usable',
      label: '15 L/s',
      path: line,
    },
  ],
  pumps: [{ id: 'warm-up', position: nowhere, isAtWater: false, label: 'XE 01' }],
  staging: { position: nowhere, label: 'XE 02' },
  supply: nowhere,
  wind: { at: nowhere, fromDegrees: 45, label: 'gió từ Đông Bắc' },
  marks: {
    caller: { position: nowhere, accuracyMeters: 30, label: '± 30 m' },
    measure: { points: line, street: [line], labels: ['120 m'] },
    traffic: [{ line, pace: 'jam' }],
    road: null,
    issue: { position: nowhere, label: '?' },
    closures: {
      all: [
        {
          geometry: { type: 'LineString', coordinates: line },
          effect: 'impassable',
          reason: '✕ !',
          stretches: [line],
        },
      ],
      draft: { line, effect: 'avoid', stretches: [line] },
    },
  },
};
