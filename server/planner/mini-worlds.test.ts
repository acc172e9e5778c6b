// The planner on small worlds, each with one difficulty of a real city: a row says what the answer
// must be. A new difficulty is a new row.

import { expect, it } from 'vitest';
import { answerOf, type Asked } from './answer-for-test.ts';
import type { MiniCity } from './city-for-test.ts';
import { alley, street } from './mini-roads-for-test.ts';

type Row = Asked & { world: string; answer: Partial<ReturnType<typeof answerOf>> };

const deepAlley: MiniCity = {
  station: [0, 0],
  roads: [
    street(1, [
      [1, [0, 0]],
      [2, [300, 0]],
      [3, [600, 0]],
    ]),
    alley(29, 1.5, [
      [2, [300, 0]],
      [4, [300, 360]],
    ]),
  ],
};

const rows: Row[] = [
  {
    world: 'a river between the nearest station and the fire: who stands on this bank comes first',
    city: {
      // The second station lies 100 m away, across a river whose bridge is 2 km further east.
      stations: [
        [0, 0],
        [800, 100],
      ],
      roads: [
        street(1, [
          [1, [0, 0]],
          [2, [800, 0]],
          [3, [2_800, 0]],
        ]),
        street(2, [
          [4, [800, 100]],
          [5, [2_800, 100]],
        ]),
        street(3, [
          [3, [2_800, 0]],
          [5, [2_800, 100]],
        ]),
      ],
    },
    door: [800, 5],
    units: ['large 1', 'large 2'],
    answer: {
      order: ['large 1', 'large 2'],
      reason: 'at-door',
      hoseMeters: 0,
      driveMeters: [800, 4_100],
    },
  },
  {
    world:
      'an alley of 350 m: more hose than one engine carries, and the motorbike that gets there',
    city: deepAlley,
    door: [300, 348],
    units: ['large 1', 'motorbike 1'],
    answer: {
      order: ['large 1', 'motorbike 1'],
      reason: 'too-narrow',
      hoseMeters: 348,
      // 1.2 × 348 / 20, one for storeys that nobody recorded, and one spare, of the 20 that it carries
      hoseLengths: 23,
      missingLengths: 3,
      closer: ['motorbike 1'],
    },
  },
  {
    world: 'the same with a pond at its end: a pump carried there is closer than the engine',
    city: { ...deepAlley, waters: [{ id: 'water:1', kind: 'pond', at: [300, 340] }] },
    door: [300, 350],
    units: ['large 1'],
    answer: { closer: ['pump of large 1'] },
  },
  {
    world: 'two hydrants on one main: the larger counts once',
    city: {
      ...deepAlley,
      waters: [
        { id: 'water:1', at: [280, 4], litersPerSecond: 6, main: mainOf('M1') },
        { id: 'water:2', at: [320, 4], litersPerSecond: 8, main: mainOf('M1') },
      ],
    },
    door: [300, 60],
    units: ['large 1'],
    answer: { litersPerSecond: 8 },
  },
  {
    world: 'two hydrants on two mains: both count',
    city: {
      ...deepAlley,
      waters: [
        { id: 'water:1', at: [280, 4], litersPerSecond: 6, main: mainOf('M1') },
        { id: 'water:2', at: [320, 4], litersPerSecond: 8, main: mainOf('M2') },
      ],
    },
    door: [300, 60],
    units: ['large 1'],
    answer: { litersPerSecond: 14 },
  },
  {
    world: 'two hydrants, one on a main that nobody knows: the larger counts once',
    city: {
      ...deepAlley,
      waters: [
        { id: 'water:1', at: [280, 4], litersPerSecond: 6, main: mainOf('M1') },
        { id: 'water:2', at: [320, 4], litersPerSecond: 8 },
      ],
    },
    door: [300, 60],
    units: ['large 1'],
    answer: { litersPerSecond: 8 },
  },
  {
    world: 'a house between two streets: the parallel one is offered, through its passage',
    city: {
      station: [0, 0],
      roads: [
        street(1, [
          [1, [0, 0]],
          [2, [300, 0]],
        ]),
        street(2, [
          [1, [0, 0]],
          [4, [0, 200]],
          [5, [300, 200]],
        ]),
        alley(29, 1.5, [
          [2, [300, 0]],
          [3, [300, 100]],
        ]),
        alley(
          7,
          1,
          [
            [3, [300, 100]],
            [5, [300, 200]],
          ],
          { class: 'footway', motor: false, name: null },
        ),
      ],
    },
    door: [300, 98],
    units: ['large 1'],
    answer: { stopsOn: 'Phố 1', hoseMeters: 98, alternatives: ['passage Phố 2'] },
  },
  {
    world: 'a one-way street entered at its wrong end: the last metres against it',
    city: {
      station: [0, 0],
      roads: [
        street(1, [
          [1, [0, 0]],
          [2, [300, 0]],
          [3, [2_000, 0]],
        ]),
        street(2, [
          [3, [2_000, 0]],
          [4, [2_000, 150]],
          [5, [300, 150]],
        ]),
        {
          ...street(3, [
            [5, [300, 150]],
            [2, [300, 0]],
          ]),
          oneway: 1,
        },
      ],
    },
    door: [304, 80],
    units: ['large 1'],
    answer: { reason: 'at-door', hoseMeters: 0, against: ['Phố 3'] },
  },
  {
    world:
      'a second engine at the mouth of an alley: it waits on its way and leaves the mouth free',
    city: deepAlley,
    door: [300, 60],
    units: ['large 1', 'large 1'],
    answer: { stopsOn: 'Phố 1', waitsOn: 'Phố 1', waitsMeters: 25 },
  },
];

function mainOf(id: string) {
  return { id, name: null, owner: null, dutyPhone: null };
}

it.each(rows)('$world', ({ answer, ...row }) => {
  expect(answerOf(row)).toMatchObject(answer);
});
