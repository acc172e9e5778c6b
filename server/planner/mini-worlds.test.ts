// The planner on small worlds, each with one difficulty of a real city: a row says what the answer
// must be. A new difficulty is a new row.

import { expect, it } from 'vitest';
import { answerOf, type Asked } from './answer-for-test.ts';
import type { MiniCity, MiniCityRoad } from './city-for-test.ts';

type Row = Asked & { world: string; answer: Partial<ReturnType<typeof answerOf>> };

const street = (id: number, through: MiniCityRoad['through']): MiniCityRoad => ({ id, through });

const alley = (
  id: number,
  widthMeters: number,
  through: MiniCityRoad['through'],
  more: Partial<MiniCityRoad> = {},
): MiniCityRoad => ({
  id,
  class: 'service',
  alleyLevel: 1,
  name: `Ngõ ${id}`,
  widthMeters,
  through,
  ...more,
});

/** Narrow, as is assumed, and perhaps wide enough for a large engine. */
const assumedAlley = (meters: number, more: Partial<MiniCityRoad> = {}): MiniCity => ({
  station: [0, 0],
  roads: [
    street(1, [
      [1, [0, 0]],
      [2, [300, 0]],
    ]),
    alley(
      29,
      2,
      [
        [2, [300, 0]],
        [3, [300, meters]],
      ],
      { widthProvenance: 'assumed', possibleWidthMeters: 3.5, ...more },
    ),
  ],
});

/** At less than walking pace. */
const slowAlley = assumedAlley(700, { speedKmh: 3 });

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
    world: 'an alley assumed wide enough that is not: the stop before it is known beforehand',
    city: {
      station: [0, 0],
      roads: [
        street(1, [
          [1, [0, 0]],
          [2, [300, 0]],
        ]),
        alley(
          29,
          3.2,
          [
            [2, [300, 0]],
            [3, [300, 150]],
          ],
          { widthProvenance: 'assumed' },
        ),
      ],
    },
    door: [300, 120],
    units: ['large 1'],
    answer: { reason: 'at-door', hoseMeters: 0, ifNarrowerHoseMeters: 120 },
  },
  {
    world: 'an alley assumed too narrow that may be wide enough: what asking the caller would save',
    city: assumedAlley(150),
    door: [300, 120],
    units: ['large 1'],
    answer: {
      reason: 'too-narrow',
      hoseMeters: 120,
      ifWiderHoseMeters: 0,
      givesWaterOnlyIfWider: false,
    },
  },
  {
    world: 'the same where driving on takes less than ten minutes',
    city: slowAlley,
    door: [300, 450],
    units: ['large 1'],
    answer: { hoseMeters: 450, ifWiderHoseMeters: 0 },
  },
  {
    world: 'where it takes more, nobody is asked: that is not the alley that the caller sees',
    city: slowAlley,
    door: [300, 600],
    units: ['large 1'],
    answer: { hoseMeters: 600, ifWiderHoseMeters: null },
  },
  {
    world: 'an alley so deep that the tank does not fill the hose: no seconds are saved, water is',
    city: assumedAlley(1_000),
    door: [300, 950],
    units: ['large 1'],
    answer: { hoseMeters: 950, ifWiderHoseMeters: 0, givesWaterOnlyIfWider: true },
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
      // 1.2 × 348 / 20, and one spare, of the 20 that it carries
      hoseLengths: 22,
      missingLengths: 2,
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
