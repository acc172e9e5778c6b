import { expect, it } from 'vitest';
import { comeTo } from '../planner/come-for-test.ts';
import { cityForTest } from '../planner/city-for-test.ts';
import { noteHeldUp, noteIfNarrower } from './notes.ts';

it('an assumed alley on the way in is named with its own width, not the road where the engine stands', () => {
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
  const choice = come[0]!.choice!;
  expect(choice.stop.road.name).toBe('Ngách 100/5');
  expect(noteIfNarrower(choice, null, () => 0)).toEqual({
    code: 'if-narrower-unreachable',
    params: { name: 'Ngõ 100', widthMeters: 2.5 },
  });
});

/** With gates along it, which take so long on foot. */
function alleyWith(footDelaySeconds: number[]) {
  return cityForTest({
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
        widthMeters: 1.5,
        through: [
          [2, [300, 0]],
          [3, [300, 20]],
          [4, [300, 40]],
          [5, [300, 60]],
          [6, [300, 100]],
        ],
      },
    ],
    barriers: footDelaySeconds.map((seconds, index) => ({
      nodeId: 3 + index,
      kind: seconds === 90 ? 'locked_gate' : 'gate',
      motor: true,
      footways: true,
      foot: true,
      delaySeconds: 0,
      footDelaySeconds: seconds,
    })),
  });
}

function noteOfGates(...seconds: number[]) {
  return noteHeldUp(comeTo(alleyWith(seconds), [300, 90], ['large 1']).come[0]!.choice!);
}

it('what holds up the crew on its way in is named once each, where it is worth a word', () => {
  expect(noteOfGates(10, 90, 10)).toEqual({
    code: 'held-up-on-foot',
    params: { kinds: 'gate, locked_gate', seconds: 110 },
  });
  expect(noteOfGates(10)).toBeNull();
  expect(noteOfGates()).toBeNull();
});
