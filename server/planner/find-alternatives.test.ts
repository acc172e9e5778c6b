import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import { findAlternatives } from './find-alternatives.ts';
import { shippedParameters } from './settings-for-test.ts';

const alley = { class: 'service', alleyLevel: 1, name: 'Ngõ 29', widthMeters: 1.5 };

/** A station in the west, a street along the south, one along the north 200 m away, and an alley between. */
function twoStreets(extra: MiniCityRoad[] = [], passage: Partial<MiniCityRoad> = {}) {
  return cityForTest({
    station: [0, 0],
    roads: [
      {
        id: 1,
        name: 'Phố Nam',
        through: [
          [1, [0, 0]],
          [2, [300, 0]],
          [3, [600, 0]],
        ],
      },
      {
        id: 2,
        name: 'Phố Tây',
        through: [
          [1, [0, 0]],
          [4, [0, 200]],
        ],
      },
      {
        id: 3,
        name: 'Phố Bắc',
        through: [
          [4, [0, 200]],
          [5, [300, 200]],
          [6, [600, 200]],
        ],
      },
      {
        id: 4,
        ...alley,
        through: [
          [2, [300, 0]],
          [7, [300, 90]],
        ],
      },
      {
        id: 5,
        ...alley,
        ...passage,
        through: [
          [7, [300, 90]],
          [5, [300, 200]],
        ],
      },
      ...extra,
    ],
  });
}

function alternativesOf(city: ReturnType<typeof twoStreets>, door: [number, number]) {
  const [first] = comeTo(city, door, ['large 1']).come;
  return findAlternatives(first!.ranked, first!.vehicle, shippedParameters);
}

describe('stops nearly as good as the best', () => {
  it('are the other mouth of the same alley, with its own times', () => {
    const alternatives = alternativesOf(twoStreets(), [300, 98]);
    expect(alternatives).toHaveLength(1);
    const [{ choice, by }] = alternatives as [(typeof alternatives)[0]];
    expect(by).toBe('mouth');
    expect(choice.stop.point[1]).toBeCloseTo(at(300, 200)[1], 6);
    expect(choice.stop.road.name).toBe('Phố Bắc');
    expect(choice.stop.hoseMeters).toBeCloseTo(102, 0);
    // 500 m at 30 km/h
    expect(choice.driveSeconds).toBeCloseTo(60, 0);
  });

  it('are the parallel street, through a passage of another name', () => {
    const passage = { name: null, class: 'footway', motor: false, alleyLevel: 0 };
    const alternatives = alternativesOf(twoStreets([], passage), [300, 98]);
    expect(alternatives.map(({ by }) => by)).toEqual(['passage']);
  });

  it('are found by the whole time that a unit takes which comes from four minutes away', () => {
    const city = cityForTest({
      station: [-2_000, 140],
      roads: [
        {
          id: 1,
          name: 'Phố Bắc',
          through: [
            [1, [-2_000, 140]],
            [2, [-30, 140]],
            [3, [0, 140]],
          ],
        },
        {
          id: 2,
          through: [
            [2, [-30, 140]],
            [4, [-30, 0]],
          ],
        },
        {
          id: 3,
          through: [
            [4, [-30, 0]],
            [5, [0, 0]],
          ],
        },
        {
          id: 4,
          ...alley,
          through: [
            [5, [0, 0]],
            [3, [0, 140]],
          ],
        },
      ],
    });
    const [first] = comeTo(city, [0, 60], ['large 1']).come;
    expect(first!.choice!.stop.hoseMeters).toBeCloseTo(60, 0);
    const [other] = findAlternatives(first!.ranked, first!.vehicle, shippedParameters);
    expect(other!.choice.stop.hoseMeters).toBeCloseTo(80, 0);
    // More than a tenth of what is left to do at the stop, less than one of all.
    const later = other!.choice.clocks.secondsToWater! - first!.choice!.clocks.secondsToWater!;
    expect(later).toBeCloseTo(45, -1);
  });

  it('are none where the best is better by more than the share that the city set', () => {
    expect(alternativesOf(twoStreets(), [300, 40])).toEqual([]);
  });

  it('are not a second way to stand at the same mouth', () => {
    const beside = { ...alley, id: 6, name: 'Ngõ 31' };
    const city = twoStreets([
      {
        ...beside,
        through: [
          [3, [600, 0]],
          [8, [600, 20]],
        ],
      },
      {
        ...beside,
        id: 7,
        through: [
          [9, [315, 0]],
          [7, [300, 90]],
        ],
      },
      {
        id: 8,
        name: 'Phố Nam',
        through: [
          [2, [300, 0]],
          [9, [315, 0]],
        ],
      },
    ]);
    for (const { choice } of alternativesOf(city, [300, 88]))
      expect(choice.stop.point[1]).toBeCloseTo(at(300, 200)[1], 6);
  });
});
