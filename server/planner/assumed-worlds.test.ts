// As mini-worlds.test.ts, with alleys whose width nobody measured: what the answer rests on.

import { expect, it } from 'vitest';
import { answerOf, type Asked } from './answer-for-test.ts';
import type { MiniCity, MiniCityRoad } from './city-for-test.ts';
import { alley, street } from './mini-roads-for-test.ts';

type Row = Asked & { world: string; answer: Partial<ReturnType<typeof answerOf>> };

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

/** An alley that was measured, 100 m into one that nobody measured; a branch of it leads nowhere. */
const behindAssumed = (...more: MiniCityRoad[]): MiniCity => {
  const unmeasured = { widthProvenance: 'assumed' } as const;
  return {
    station: [0, 0],
    roads: [
      street(1, [
        [1, [0, 0]],
        [2, [300, 0]],
      ]),
      alley(
        100,
        2.5,
        [
          [2, [300, 0]],
          [4, [300, 100]],
        ],
        unmeasured,
      ),
      alley(105, 2.6, [
        [4, [300, 100]],
        [5, [300, 160]],
      ]),
      alley(
        106,
        2.5,
        [
          [5, [300, 160]],
          [6, [330, 160]],
        ],
        unmeasured,
      ),
      ...more,
    ],
  };
};

/** At less than walking pace. */
const slowAlley = assumedAlley(700, { speedKmh: 3 });

/** Wide enough as is assumed, with bollards at its mouth; another one leads round to it, and may be wide enough. */
const behindBollards: MiniCity = {
  station: [0, 0],
  roads: [
    street(1, [
      [1, [0, 0]],
      [2, [300, 0]],
      [4, [400, 0]],
    ]),
    alley(
      29,
      3.2,
      [
        [2, [300, 0]],
        [7, [300, 5]],
        [3, [300, 350]],
      ],
      { widthProvenance: 'assumed' },
    ),
    alley(
      31,
      2,
      [
        [4, [400, 0]],
        [5, [400, 350]],
        [3, [300, 350]],
      ],
      { widthProvenance: 'assumed', possibleWidthMeters: 3.5 },
    ),
  ],
  barriers: [
    {
      nodeId: 7,
      kind: 'bollard',
      family: 'passage',
      motor: false,
      footways: true,
      foot: true,
      delaySeconds: 0,
    },
  ],
};

const rows: Row[] = [
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
    answer: {
      reason: 'at-door',
      hoseMeters: 0,
      assumedRoad: 'Ngõ 29',
      ifNarrowerHoseMeters: 120,
    },
  },
  {
    world: 'a measured alley behind one that is only assumed wide enough: the way in is doubtful',
    city: behindAssumed(),
    door: [300, 158],
    units: ['small 1'],
    answer: {
      reason: 'at-door',
      stopsOn: 'Ngõ 105',
      assumedRoad: 'Ngõ 100',
      ifNarrowerHoseMeters: 158,
    },
  },
  {
    world: 'the same with another way in that is known: nothing rests on the assumed one',
    city: behindAssumed(
      street(7, [
        [1, [0, 0]],
        [8, [0, 160]],
        [5, [300, 160]],
      ]),
    ),
    door: [300, 158],
    units: ['small 1'],
    answer: { reason: 'at-door', assumedRoad: null, ifNarrowerHoseMeters: null },
  },
  {
    world:
      'a one-way street entered at its wrong end from an alley of assumed width rests on it as well',
    city: {
      ...assumedAlley(100, { widthMeters: 3.2 }),
      roads: [
        ...assumedAlley(100, { widthMeters: 3.2 }).roads,
        {
          ...street(3, [
            [4, [300, 200]],
            [3, [300, 100]],
          ]),
          oneway: 1,
        },
      ],
    },
    door: [304, 150],
    units: ['large 1'],
    answer: { against: ['Phố 3'], assumedRoad: 'Ngõ 29', ifNarrowerHoseMeters: 150 },
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
    world: 'bollards stop it at any width: nobody is asked how wide their alley is',
    city: behindBollards,
    door: [300, 345],
    units: ['large 1'],
    answer: { reason: 'barrier', hoseMeters: 340, ifWiderHoseMeters: null },
  },
];

it.each(rows)('$world', ({ answer, ...row }) => {
  expect(answerOf(row)).toMatchObject(answer);
});
