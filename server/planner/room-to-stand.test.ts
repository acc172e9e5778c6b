import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadBarrier } from '../../geo/graph/road.ts';
import { street } from './block-for-test.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import { closeCity } from './close-city.ts';
import { planDoor } from './plan-door.ts';

// Goes north from the middle of the street, which is 9 m wide, and ends.
const side = (length: number, widthMeters: number): MiniCityRoad => ({
  id: 2,
  widthMeters,
  through: [
    [2, [200, 0]],
    [4, [200, length]],
  ],
});

const piece = (id: number, nodes: [number, number], from: number, to: number): MiniCityRoad => ({
  id,
  widthMeters: 12,
  through: [
    [nodes[0], [200, from]],
    [nodes[1], [200, to]],
  ],
});

function stopAt(
  roads: MiniCityRoad[],
  door: [number, number],
  vehicleClass = 'large',
  barriers: RoadBarrier[] = [],
) {
  const city = cityForTest({ station: [10, 0], roads, barriers });
  const { byClass } = planDoor(city, { door: at(...door), roadId: null, classes: [vehicleClass] });
  return byClass[0]!.stops[0]!;
}

describe('room to stand', () => {
  it('is there where the road is wider than the body by what crew and hose need', () => {
    const { reason, room } = stopAt([street], [100, 5]);
    expect(reason.code).toBe('at-door');
    expect(room).toMatchObject({
      blocksRoad: false,
      neededWidthMeters: 3.5,
      neededLengthMeters: 10.5,
      reverseMeters: null,
    });
  });

  it('is not there in a street that the engine just fits into', () => {
    expect(stopAt([street, side(40, 3.2)], [200, 30]).room.blocksRoad).toBe(true);
    expect(stopAt([street, side(40, 3.6)], [200, 30]).room.blocksRoad).toBe(false);
  });

  it('is not there on a stub shorter than the engine', () => {
    expect(stopAt([street, side(9, 5)], [205, 8]).room).toMatchObject({
      blocksRoad: true,
      lengthMeters: expect.closeTo(9, 0),
    });
  });

  it('is there where only the map cuts a street in pieces, but nobody stands across a junction', () => {
    const cut = [
      street,
      piece(2, [2, 4], 0, 60),
      piece(3, [4, 5], 60, 69),
      piece(4, [5, 6], 69, 200),
    ];
    const crossing: MiniCityRoad = {
      id: 5,
      through: [
        [4, [200, 60]],
        [7, [260, 60]],
      ],
    };
    const other: MiniCityRoad = {
      id: 6,
      through: [
        [5, [200, 69]],
        [8, [260, 69]],
      ],
    };
    expect(stopAt(cut, [201, 64]).room).toMatchObject({ blocksRoad: false });
    expect(stopAt(cut, [201, 64], 'ladder').lacksGround).toBe(false);
    expect(stopAt([...cut, crossing], [201, 64]).room.blocksRoad).toBe(false);
    expect(stopAt([...cut, crossing, other], [201, 64]).room.blocksRoad).toBe(true);
  });

  it('is that of the lane before a bollard, not of the court behind it', () => {
    const court: MiniCityRoad = {
      id: 3,
      widthMeters: 10,
      through: [
        [4, [200, 40]],
        [5, [200, 80]],
      ],
    };
    const bollard = {
      nodeId: 4,
      kind: 'bollard',
      motor: false,
      footways: true,
      foot: true,
      delaySeconds: 0,
      footDelaySeconds: 0,
      hoseDelaySeconds: 0,
    };
    const roads = [street, side(40, 3.2), court];
    const { reason, road, room } = stopAt(roads, [200, 70], 'large', [bollard]);
    expect([reason.code, road.widthMeters, room.blocksRoad]).toEqual(['barrier', 3.2, true]);
  });

  it('for a ladder truck is the ground that its jacks need', () => {
    expect(stopAt([street, side(40, 5)], [200, 30], 'ladder').room).toMatchObject({
      blocksRoad: true,
      neededWidthMeters: 6,
      neededLengthMeters: 15,
    });
    expect(stopAt([street, side(40, 6.5)], [200, 30], 'ladder').room.blocksRoad).toBe(false);
  });
});

function ladderAt(door: [number, number], width: number) {
  return stopAt([street, side(60, width)], door, 'ladder');
}

describe('a ladder truck', () => {
  it('stops where its jacks find ground, as far from the door as it may work from', () => {
    const { point, reason, blockedBy, hoseMeters, room } = ladderAt([200, 15], 5);
    expect([point[0], point[1]]).toEqual(at(200, 0).map((degrees) => expect.closeTo(degrees, 6)));
    expect(reason).toEqual({ code: 'room-for-jacks', neededMeters: 6 });
    expect(blockedBy?.name).toBe('Phố 2');
    expect(hoseMeters).toBeCloseTo(15, 0);
    expect(room.blocksRoad).toBe(false);
  });

  it('goes on to the door where no place near enough has any, and where the door has', () => {
    expect(ladderAt([200, 40], 5)).toMatchObject({
      reason: { code: 'at-door' },
      lacksGround: true,
    });
    const wide = ladderAt([200, 15], 6.5);
    expect(wide.reason.code).toBe('at-door');
    expect(wide.lacksGround).toBe(false);
  });

  it('does not go far from the door for ground that is of no use there', () => {
    const alley: MiniCityRoad = {
      id: 3,
      widthMeters: 1.5,
      through: [
        [4, [200, 60]],
        [5, [200, 200]],
      ],
    };
    const back: MiniCityRoad = {
      id: 4,
      through: [
        [5, [200, 200]],
        [6, [400, 200]],
        [3, [400, 0]],
      ],
    };
    const { reason } = stopAt([street, side(60, 5), alley, back], [200, 55], 'ladder');
    expect(reason.code).toBe('at-door');
  });

  it('is the only one that does', () => {
    expect(stopAt([street, side(60, 5)], [200, 15]).reason.code).toBe('at-door');
  });
});

describe('a dead end', () => {
  it('longer than 46 m must be reversed out of, as far as the last junction', () => {
    expect(stopAt([street, side(90, 5)], [200, 70]).room.reverseMeters).toBeCloseTo(70, 0);
  });

  it('that is shorter, or goes on to a street, need not', () => {
    expect(stopAt([street, side(90, 5)], [200, 40]).room.reverseMeters).toBeNull();
    const back: MiniCityRoad = {
      id: 3,
      through: [
        [4, [200, 90]],
        [5, [400, 90]],
        [3, [400, 0]],
      ],
    };
    const on: MiniCityRoad = { id: 4, through: [[3, [400, 0]], [6, [600, 0]]] }; // prettier-ignore
    expect(stopAt([street, side(90, 5), back, on], [200, 70]).room.reverseMeters).toBeNull();
  });

  it('is what is closed ahead makes of a through street', () => {
    const through: MiniCityRoad = {
      id: 2,
      widthMeters: 5,
      through: [
        [2, [200, 0]],
        [4, [200, 400]],
        [5, [400, 400]],
        [3, [400, 0]],
      ],
    };
    const closure = {
      id: 1,
      shape: { type: 'LineString' as const, coordinates: [at(200, 250), at(200, 260)] },
      effect: 'impassable' as const,
      vehicleClasses: null,
      onFoot: false,
      reason: 'cây đổ',
      by: 'Lan',
    };
    const city = cityForTest({ station: [10, 0], roads: [street, through] });
    const reverseIn = (town: typeof city) =>
      planDoor(town, { door: at(205, 245), roadId: 2, classes: ['large'] }).byClass[0]!.stops.map(
        ({ room }) => room.reverseMeters,
      );
    expect(reverseIn(city)).toEqual([null]);
    expect(reverseIn(closeCity(city, [closure]).city)[0]).toBeCloseTo(244, -1);
  });

  it('does not trouble a motorbike', () => {
    expect(stopAt([street, side(90, 5)], [200, 70], 'motorbike').room.reverseMeters).toBeNull();
  });
});
