import { expect, it } from 'vitest';
import { comeTo } from '../planner/come-for-test.ts';
import { cityForTest } from '../planner/city-for-test.ts';
import { shippedParameters } from '../planner/settings-for-test.ts';
import type { Choice } from '../planner/choose-stop.ts';
import { noteContraflow, noteHeldUp, noteIfNarrower } from './notes.ts';

/** Of a unit that stops in an alley, on a way in whose width is assumed. */
function chooseInAlley(): Choice {
  const city = cityForTest({
    roads: [
      {
        id: 1,
        through: [
          [1, [0, 0]],
          [2, [300, 0]],
        ],
      },
      {
        id: 2,
        name: 'Ngõ 100',
        alleyLevel: 1,
        widthMeters: 2.5,
        widthProvenance: 'assumed',
        through: [
          [2, [300, 0]],
          [3, [300, 100]],
        ],
      },
      {
        id: 3,
        name: 'Ngách 100/5',
        alleyLevel: 2,
        widthMeters: 2.6,
        through: [
          [3, [300, 100]],
          [4, [300, 160]],
        ],
      },
    ],
  });
  const { come } = comeTo(city, [300, 158], ['small 1']);
  return come[0]!.choice!;
}

it('an assumed alley on the way in is named with its own width, not the road where the engine stands', () => {
  const choice = chooseInAlley();
  expect(choice.stop.road.name).toBe('Ngách 100/5');
  expect(noteIfNarrower(choice, null, () => 0)).toEqual({
    code: 'if-narrower-unreachable',
    params: { name: 'Ngõ 100', widthMeters: 2.5 },
  });
});

function stand(name: string, secondsToWater: number | null, secondsToCrew: number): Choice {
  const { stop, clocks, ...choice } = chooseInAlley();
  return {
    ...choice,
    clocks: { ...clocks, secondsToWater, secondsToCrew },
    stop: { ...stop, hoseMeters: 200, road: { ...stop.road, name } },
  };
}

const told = (choice: Choice, otherwise: Choice) =>
  noteIfNarrower(choice, otherwise, ({ clocks }) => clocks.secondsToWater ?? Infinity);

it('of who stops further out if an assumed width is wrong says how much later it is there, or that it has no water then', () => {
  const wet = stand('A', 300, 200);
  expect(told(wet, stand('B', 360, 220))).toMatchObject({
    code: 'if-narrower',
    params: { extraSeconds: 60, stopName: 'B' },
  });
  const dry = told(wet, stand('B', null, 220))!;
  expect(dry).toMatchObject({ code: 'if-narrower-dry', params: { hoseMeters: 200 } });
  expect(dry.params).not.toHaveProperty('extraSeconds');
  expect(told(stand('A', null, 200), stand('B', null, 260))).toMatchObject({
    code: 'if-narrower',
    params: { extraSeconds: 60 },
  });
});

type Held = [kind: string, walking: number, laying: number];
const gate: Held = ['gate', 10, 10];
const locked: Held = ['locked_gate', 90, 90];
const stairs: Held = ['stairs', 4, 15];

/** An alley of `meters` with those at every 20 m of it, and one back to a hydrant that as many others stand before. */
function alleyWith(meters: number, held: Held[], toWater: Held[] = []) {
  const through = (direction: number, firstNode: number) =>
    Array.from({ length: 5 }, (_, index): [number, [number, number]] => [
      index === 0 ? 2 : firstNode + index,
      [300, direction * (index < 4 ? 20 * index : meters)],
    ]);
  const stand = (firstNode: number, of: Held[]) =>
    of.map(([kind, walking, laying], index) => ({
      nodeId: firstNode + 1 + index,
      kind,
      motor: true,
      footways: true,
      foot: true,
      delaySeconds: 0,
      footDelaySeconds: walking,
      hoseDelaySeconds: laying,
    }));
  return cityForTest({
    roads: [
      {
        id: 1,
        through: [
          [1, [0, 0]],
          [2, [300, 0]],
        ],
      },
      { id: 2, widthMeters: 0.5, through: through(1, 10) },
      { id: 3, widthMeters: 0.5, through: through(-1, 20) },
    ],
    waters: [{ id: 'water:1', at: [303, -90] }],
    barriers: [...stand(10, held), ...stand(20, toWater)],
  });
}

function noteOf(unit: string, ...world: Parameters<typeof alleyWith>) {
  const { come } = comeTo(alleyWith(...world), [300, world[0] - 10], [unit]);
  return noteHeldUp(come[0]!.choice!, shippedParameters);
}

const held = (kinds: string, crewSeconds: number, waterSeconds: number | null) => ({
  code: 'held-up-on-foot',
  params: { kinds, crewSeconds, waterSeconds },
});

const large = (...gates: Held[]) => noteOf('large 1', 100, gates);

it('what holds up the crew on its way in is named once each, where it is worth a word', () => {
  expect(large(gate, locked, gate)).toEqual(held('gate, locked_gate', 110, 110));
  expect(large(gate)).toBeNull();
  expect(large()).toBeNull();
});

it('what holds people up is said with the seconds of each clock, and of no clock that there is not', () => {
  expect(noteOf('large 1', 100, [stairs])).toEqual(held('stairs', 4, 15));
  // Nobody knows when a motorbike brings water that lasts.
  expect(noteOf('motorbike 1', 100, [stairs])).toBeNull();
  expect(noteOf('motorbike 1', 100, [locked])).toEqual(held('locked_gate', 90, null));
  // A small engine's tank does not fill so much hose: its line to the water loses seconds of its own.
  expect(noteOf('small 1', 190, [], [locked])).toEqual(held('locked_gate', 0, 90));
  expect(noteOf('small 1', 190, [stairs], [locked])).toEqual(held('stairs, locked_gate', 4, 105));
  expect(noteOf('small 1', 90, [], [locked])).toBeNull();
});

it('metres against the traffic are those of the one-way streets alone, all of which are named', () => {
  const city = cityForTest({
    roads: [
      {
        id: 1,
        through: [
          [1, [0, 0]],
          [2, [300, 0]],
          [6, [1_800, 0]],
        ],
      },
      {
        id: 2,
        name: 'Phố Xuôi',
        oneway: 1,
        through: [
          [3, [300, 20]],
          [2, [300, 0]],
        ],
      },
      {
        id: 3,
        name: 'Phố Hai',
        oneway: 1,
        through: [
          [4, [300, 40]],
          [3, [300, 20]],
        ],
      },
      {
        id: 4,
        through: [
          [4, [300, 40]],
          [5, [1_800, 40]],
          [6, [1_800, 0]],
        ],
      },
    ],
  });
  const { choice } = comeTo(city, [340, 44], ['large 1']).come[0]!;
  const { code, params } = noteContraflow(choice!)!;
  expect(code).toBe('contraflow');
  expect(params).toMatchObject({ name: 'Phố Xuôi, Phố Hai', meters: 40, allMeters: 80 });
});
