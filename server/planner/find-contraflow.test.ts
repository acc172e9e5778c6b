import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';

/**
 * A street from the station in the west to a junction at 300 m. North from there runs a street of
 * 200 m that may only be driven southwards; its northern end is reached by a long way round.
 */
function oneWayCity({
  street = {},
  round = 1_500,
  bollardAt,
}: { street?: Partial<MiniCityRoad>; round?: number; bollardAt?: number } = {}) {
  return cityForTest({
    station: [0, 0],
    barriers:
      bollardAt === undefined
        ? []
        : [
            {
              nodeId: bollardAt,
              kind: 'bollard',
              motor: false,
              footways: false,
              foot: true,
              delaySeconds: 0,
            },
          ],
    roads: [
      {
        id: 1,
        name: 'Phố Ngang',
        through: [
          [1, [0, 0]],
          [2, [300, 0]],
          [3, [round, 0]],
        ],
      },
      {
        id: 2,
        name: 'Phố Vòng',
        through: [
          [3, [round, 0]],
          [4, [round, 200]],
          [5, [300, 200]],
        ],
      },
      {
        id: 3,
        name: 'Phố Xuôi',
        oneway: 1,
        through: [
          [5, [300, 200]],
          [2, [300, 0]],
        ],
        ...street,
      },
    ],
  });
}

function firstTo(city: ReturnType<typeof oneWayCity>, northMeters: number) {
  const [first] = comeTo(city, [304, northMeters], ['large 1']).come;
  return first!;
}

describe('driving against a one-way street', () => {
  it('wins where the way round is long, with its penalty, and names the street', () => {
    const { stop, driveSeconds } = firstTo(oneWayCity(), 90).choice!;
    expect(stop.reason.code).toBe('at-door');
    expect(stop.contraflow!.roads.map(({ name }) => name)).toEqual(['Phố Xuôi']);
    expect(stop.contraflow!.meters).toBeCloseTo(90, 0);
    expect(stop.contraflow!.againstMeters).toBeCloseTo(90, 0);
    // 90 m at half of 30 km/h, and 20 s to turn in
    expect(stop.contraflow!.seconds).toBeCloseTo(90 / (15 / 3.6) + 20, 0);
    expect(driveSeconds).toBeCloseTo(300 / (30 / 3.6) + stop.contraflow!.seconds, -0.5);
    expect(stop.contraflow!.entry.point[0]).toBeCloseTo(at(296, 0)[0], 5);
    expect(stop.contraflow!.line.at(-1)![1]).toBeCloseTo(at(0, 90)[1], 5);
  });

  it('does not lead through a bollard, also where that stands just before the stop', () => {
    const street: Partial<MiniCityRoad> = {
      through: [
        [5, [300, 200]],
        [6, [300, 50]],
        [2, [300, 0]],
      ],
    };
    const open = firstTo(oneWayCity({ street }), 90).ranked;
    const closed = firstTo(oneWayCity({ street, bollardAt: 6 }), 90).ranked;
    expect(open.some(({ stop }) => stop.contraflow)).toBe(true);
    expect(closed.filter(({ stop }) => (stop.contraflow?.meters ?? 0) > 50)).toEqual([]);
  });

  it('is not chosen where the way round costs less', () => {
    expect(firstTo(oneWayCity({ round: 330 }), 180).choice!.stop.contraflow).toBeUndefined();
  });

  it('is never more than the last metres that the city allows', () => {
    expect(firstTo(oneWayCity(), 160).choice!.stop.contraflow).toBeUndefined();
  });

  it.each<Partial<MiniCityRoad>>([
    { class: 'trunk', foot: true },
    { class: 'motorway', foot: true },
    { class: 'trunk_link', foot: true },
    { isRoundabout: true },
  ])('is never on a road of fast traffic or the ring of a roundabout: %o', (street) => {
    const { ranked } = firstTo(oneWayCity({ street }), 90);
    expect(ranked.filter(({ stop }) => stop.contraflow)).toEqual([]);
  });

  it('takes an engine to a door that no legal way leads to', () => {
    const city = cityForTest({
      station: [0, 0],
      roads: [
        {
          id: 1,
          name: 'Phố Ngang',
          through: [
            [1, [0, 0]],
            [2, [300, 0]],
            [3, [600, 0]],
          ],
        },
        {
          id: 2,
          name: 'Phố Cụt',
          oneway: 1,
          through: [
            [5, [300, 120]],
            [2, [300, 0]],
          ],
        },
      ],
    });
    const { stop } = firstTo(city, 100).choice!;
    expect(stop.reason.code).toBe('at-door');
    expect(stop.hoseMeters).toBe(0);
    expect(stop.contraflow!.roads[0]!.name).toBe('Phố Cụt');
  });
});
