import { describe, expect, it } from 'vitest';
import type { UnitResponse } from '../../server/response/schema.ts';
import { resultForTest, shuttleForTest, unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import { figureMeaning } from '../dispatch/unit-answer.tsx';
import { secondsShown } from '../dispatch/time-bar-parts.ts';
import { paperLines } from './paper-lines.ts';
import { engine, planForTest, pumpAt, relayOf } from './plan-for-test.ts';
import { supportTexts } from './support-words.ts';
import { taskTexts } from './task-words.ts';
import {
  isPinned,
  pinsOf,
  pinsOfSheet,
  supportBehind,
  taskIn,
  taskOf,
  unitAtTask,
  unknownTask,
} from './unit-task.ts';

const words = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));

const plan = planForTest();
const [first, second, third, fourth] = plan.units as [
  UnitResponse,
  UnitResponse,
  UnitResponse,
  UnitResponse,
];
const textOf = (unit: UnitResponse, language = words): string =>
  taskTexts(taskOf(plan, unit)!, language).join(' ');

describe('what a unit does in the plan of all', () => {
  it('is nothing else than its stop for the one that comes first, and for who brings no water', () => {
    expect(taskOf(plan, first)).toBeNull();
    expect(taskOf(plan, { ...second, role: 'first-attack' })).toBeNull();
  });

  it('is to pump for the first, from beside the water', () => {
    const text = textOf(second);
    expect(text).toContain('XE 01 đi đầu, dừng tại đầu ngách 29/70 Khương Hạ');
    expect(text).toContain('đứng ở phố Khương Hạ, rải 60\u00A0m vòi tới XE 01.');
    expect(textOf(second, english)).toContain('This engine pumps water to XE 01');
    expect(taskOf(plan, second)!.stand).toMatchObject({ lon: 105.832, lat: 21.012 });
  });

  it('is to take orders from the first where the plan has no place for it, but not where it cannot get there', () => {
    const spare = { ...second, unitId: 'unit:spare' };
    expect(textOf(spare)).toContain('tới nơi thì nhận lệnh ở XE 01');
    expect(textOf({ ...spare, status: 'unreachable', stop: null })).not.toContain('nhận lệnh');
  });

  it('is to pump at the water itself where nobody looked for a place beside it', () => {
    const late = { ...plan, support: null };
    const task = taskOf(late, second)!;
    expect(task.stand).toMatchObject({ kind: 'pump', lon: 105.83, lat: 21.01, road: null });
    expect(taskTexts(task, words)[1]).toContain('đứng ngay tại nguồn nước');
  });

  it('is to wait behind the first, and to carry a pump where the plan says so', () => {
    const text = textOf(third);
    expect(text).toContain(
      'Xe này chờ ở phố Khương Hạ, phía sau XE 01, cách 40\u00A0m, chừa lối vào.',
    );
    expect(text).toContain('khiêng bơm tới 21.01000, 105.83000, trên đường vòi');
  });

  it('is to wait where its own class gets to, so far off as the crow flies, where it cannot drive to the first', () => {
    const support = { ...plan.support!, staging: { ...plan.support!.staging!, isApart: true } };
    const apart = taskOf({ ...plan, support }, third)!;
    expect(taskTexts(apart, words)).toContain(
      'Xe này chờ ở phố Khương Hạ, cách XE 01 40\u00A0m đường chim bay, chừa lối vào: không vào được tới chỗ XE 01 dừng.',
    );
    expect(supportTexts(support, words)[0]).toBe(
      'XE 03 chờ ở phố Khương Hạ, cách xe đầu 40\u00A0m đường chim bay, chừa lối vào: không vào được tới chỗ xe đầu dừng',
    );
  });

  it('is to carry a pump so far from where that line begins: the engine on the way to the door, else the water', () => {
    expect(textOf(third)).toContain('trên đường vòi, cách chỗ XE 01 dừng 80\u00A0m.');
    expect(textOf(third, english)).toContain('on the hose line, 80\u00A0m from XE 01.');
    const carried = pumpAt('path', { unitId: 'unit:3', callSign: 'XE 03', means: 'portable' });
    const feeds = [{ waterId: 'water:1', litersPerSecond: 15, relay: relayOf(carried) }];
    const supply = { ...first.water!.supply!, feeds };
    const fed = { ...first, water: { ...first.water!, supply }, hose: engine(1).hose };
    const onFeed = (language = words) =>
      taskTexts(taskOf({ ...plan, units: [fed, third] }, third)!, language).join(' ');
    expect(onFeed()).toContain('trên đường vòi, cách nguồn nước 80\u00A0m.');
    expect(onFeed(english)).toContain('on the hose line, 80\u00A0m from the water.');
  });

  it('is to fetch water in its tank, where no hose reaches any: the place is said even where it has no name', () => {
    const shuttle = shuttleForTest({
      tankers: [{ unitId: 'unit:4', callSign: 'XE 04' }],
      lon: 105.8,
      lat: 20.9,
      meters: 1_400,
    });
    const supply = { ...first.water!.supply!, feeds: [], shuttle };
    const dry = { ...first, water: { ...first.water!, supply } };
    const task = taskOf({ ...plan, units: [dry, fourth] }, fourth)!;
    expect(taskTexts(task, words)[1]).toBe(
      'Xe này chở nước cho XE 01: lấy nước ở Trụ (20.90000, 105.80000), cách chỗ XE 01 dừng 1,4 km đường xe chạy.',
    );
    expect(taskTexts(task, english)[1]).toBe(
      'This engine fetches water for XE 01 from Hydrant (20.90000, 105.80000), 1.4 km by road from XE 01.',
    );
  });

  it('is to bring so many lengths of the hose that the first lacks', () => {
    const lengths = { unitId: 'unit:4', callSign: 'XE 04', lengths: 13 };
    const hose = { ...first.hose!, missingLengths: 13, broughtBy: [lengths] };
    const lacking = { ...plan, units: [{ ...first, hose }, second, third, fourth] };
    const texts = (n: UnitResponse, language = words) =>
      taskTexts(taskOf(lacking, n)!, language).join(' ');
    expect(texts(fourth)).toContain('Xe này mang thêm 13 cuộn vòi cho XE 01.');
    expect(texts(fourth)).not.toContain('nhận lệnh');
    expect(texts(fourth, english)).toContain('This engine brings 13 lengths of hose to XE 01.');
    expect(texts(third)).not.toContain('cuộn vòi cho');
    // Its plan holds once it drives.
    expect(pinsOf(lacking, 'unit:1')!.with).toContain('unit:4');
  });

  it('is not known where who goes first gets to no stop any more, or is no unit any more', () => {
    const retired = resultForTest({ units: [], support: null });
    const lost = { ...retired, units: [{ ...first, status: 'unreachable' as const }] };
    for (const answer of [retired, lost, null])
      expect(taskIn({ answer, firstId: 'unit:1' }, third, false)).toBe(unknownTask);
    expect(taskIn({ answer: plan, firstId: 'unit:1' }, third, false)).toEqual(taskOf(plan, third));
    expect(taskIn({ answer: lost, firstId: 'unit:3' }, third, false)).toBeNull();
    expect(taskIn({ answer: null, firstId: null }, third, false)).toBeNull();
    expect(taskIn({ answer: null, firstId: null }, third, true)).toBe(unknownTask);
  });

  it('is to take orders where the plan gives it nothing to do', () => {
    expect(textOf(fourth)).toContain('tới nơi thì nhận lệnh ở XE 01');
  });
});

describe('the sheet of a unit that does not come first', () => {
  const task = taskOf(plan, third)!;
  const led = unitForTest({ ...third, drive: { ...third.drive!, seconds: 100, meters: 800 } });
  const shown = unitAtTask(third, task, led);

  it('leads to its place, with the time to there and the water of the plan', () => {
    expect(shown.stop).toMatchObject({ lon: 105.81, lat: 21.02 });
    expect(stopPlace(shown.stop!, words)).toContain('Phố Khương Hạ');
    expect(shown.drive).toEqual(led.drive);
    expect(shown.hose).toBeNull();
    expect(secondsShown(shown)).toBe(160);
    expect(figureMeaning(shown, 160, words.t)).toBe('tới chỗ đứng');
    expect(shown.water).toBe(first.water);
  });

  it('says nothing of hose to the door and what fills it, for it lays none', () => {
    const codes = ['tank-cannot-fill-hose', 'hose-short', 'from-position'];
    const notes = codes.map((code) => ({ code, params: {} }));
    expect(unitAtTask(third, task, { ...led, notes }).notes).toEqual([
      { code: 'from-position', params: {} },
    ]);
  });

  it('says nothing of that at its own stop either, only of the stop', () => {
    const codes = ['tank-cannot-fill-hose', 'hose-short', 'stop-snapped', 'stand-behind'];
    const lacking = {
      ...fourth,
      hose: { ...fourth.hose!, missingLengths: 5, broughtBy: [] },
      notes: codes.map((code) => ({ code, params: {} })),
    };
    const own = unitAtTask(lacking, taskOf(plan, fourth)!, null);
    expect(own.notes.map(({ code }) => code)).toEqual(['stop-snapped', 'stand-behind']);
    expect(own.hose).toMatchObject({ meters: fourth.hose!.meters, missingLengths: 0 });
    expect(unitAtTask(lacking, unknownTask, null)).toBe(lacking);
  });

  it('does not say on which side of its place the house lies, which is not there', () => {
    const arrive = {
      code: 'arrive', modifier: null, exit: null, roadName: null, near: null, tight: null,
      goal: { kind: 'place', side: 'left', road: null }, meters: 0, seconds: 0, lon: 0, lat: 0,
    } as const; // prettier-ignore
    const told = { ...led, drive: { ...led.drive!, steps: [arrive] } };
    const { goal: _goal, ...bare } = arrive;
    expect(unitAtTask(third, task, told).drive!.steps).toEqual([bare]);
  });

  it('has no turns while nobody has reckoned the way to its place', () => {
    expect(unitAtTask(third, task, null)).toMatchObject({
      drive: null,
      secondsToCrew: null,
      stop: { lon: 105.81 },
    });
    const lost = { ...led, status: 'unreachable' as const };
    expect(unitAtTask(third, task, lost).drive).toBeNull();
  });

  it('says its task and nothing of others behind it', () => {
    const moved = { unit: led, answer: null, isAsking: false, error: null };
    const lines = paperLines({ byHand: null, moved, support: null, task }, words);
    expect(lines.join(' ')).toContain('XE 01 đi đầu');
    expect(lines.join(' ')).not.toContain('Xe sau');
    const ofFirst = { byHand: null, moved, support: plan.support, task: null };
    expect(paperLines(ofFirst, words).join(' ')).toContain('Xe sau: XE 03 chờ ở');
  });
});

it('shows the engines behind under the unit that they come behind, and under no other', () => {
  expect(supportBehind(first, plan)).toBe(plan.support);
  expect(supportBehind(second, plan)).toBeNull();
  expect(supportBehind(null, null)).toBeNull();
});

describe('the link of a sheet', () => {
  it('names who comes first and who has something to do for it, with the unit looked at', () => {
    expect(pinsOf(plan, 'unit:1')).toEqual({ lead: 'unit:1', with: ['unit:2', 'unit:3'] });
    expect(pinsOf(plan, 'unit:4')!.with).toEqual(['unit:2', 'unit:3', 'unit:4']);
  });

  it('is of the plan of the unit that the dispatcher sends first', () => {
    const ofFourth = resultForTest({
      units: [fourth],
      support: { ...plan.support!, unitId: 'unit:4' },
    });
    const onScreen = { plan: ofFourth, response: plan, shownId: 'unit:4', ranking: [] };
    expect(pinsOfSheet('unit:4', onScreen)).toEqual({ lead: 'unit:4', with: ['unit:3'] });
    expect(pinsOfSheet(undefined, { ...onScreen, plan })!.lead).toBe('unit:1');
    const unknown = { ...onScreen, plan: null };
    expect(pinsOfSheet('unit:9', unknown)).toEqual({ lead: 'unit:9', with: ['unit:4'] });
  });

  it('names all of the ranking up to the last of them, so that it is reckoned in the same order', () => {
    const ofFourth = resultForTest({
      units: [fourth],
      support: { ...plan.support!, unitId: 'unit:4' },
    });
    const onScreen = { plan: ofFourth, response: plan, shownId: 'unit:4' };
    const pinsOfAsked = (ranking: string[]) =>
      pinsOfSheet('unit:4', { ...onScreen, ranking })!.with;
    expect(pinsOfAsked(['unit:2', 'unit:4', 'unit:5', 'unit:3', 'unit:6'])).toEqual([
      'unit:2',
      'unit:5',
      'unit:3',
    ]);
    const many = Array.from({ length: 50 }, (_, n) => `unit:${n + 100}`);
    const pinned = pinsOfAsked([...many, 'unit:3']);
    expect(pinned).toEqual([...many.slice(0, 39), 'unit:3']);
  });

  it('names those too who drive water to the first', () => {
    const shuttle = shuttleForTest({ tankers: [{ unitId: 'unit:4', callSign: 'XE 04' }] });
    const { water } = first;
    const dry = { ...water!, supply: { ...water!.supply!, feeds: [], shuttle } };
    const driven = { ...plan, units: [{ ...first, water: dry }, second, third, fourth] };
    expect(pinsOf(plan, 'unit:1')!.with).toEqual(['unit:2', 'unit:3']);
    expect(pinsOf(driven, 'unit:1')!.with).toEqual(['unit:2', 'unit:3', 'unit:4']);
  });

  it('takes nobody before those who come sooner while the plan is not there', () => {
    const onScreen = { plan: null, response: plan, shownId: 'unit:4' };
    const ranking = ['unit:1', 'unit:2', 'unit:4', 'unit:3'];
    const pinsOfAsked = (ids: string[] | null) =>
      pinsOfSheet('unit:1', { ...onScreen, ranking: ids });
    expect(pinsOfAsked(ranking)!.with).toEqual(['unit:2', 'unit:4']);
    expect(pinsOfAsked(['unit:2', 'unit:3'])!.with).toEqual(['unit:2', 'unit:3', 'unit:4']);
    expect(pinsOfAsked(null)!.with).toEqual(['unit:4']);
    const ofFirst = { ...onScreen, shownId: 'unit:1', ranking };
    expect(pinsOfSheet('unit:1', ofFirst)!.with).toEqual([]);
  });

  it('names them in the order that the plan was asked with, whatever the ranking is by now', () => {
    const ofFourth = resultForTest({ units: [{ ...first, unitId: 'unit:4' }], support: null });
    const onScreen = { plan: ofFourth, response: plan, shownId: 'unit:4' };
    const pinsOfAsked = (ranking: string[]) => pinsOfSheet('unit:4', { ...onScreen, ranking });
    expect(pinsOfAsked(['unit:2', 'unit:3'])!.with).toEqual(['unit:2', 'unit:3']);
    expect(pinsOfAsked(['unit:3', 'unit:2'])!.with).toEqual(['unit:3', 'unit:2']);
  });

  it('is still that of an answer about all units until one of them is sent', () => {
    const pins = pinsOf(plan, 'unit:1')!;
    expect(isPinned(plan, pins)).toBe(true);
    expect(isPinned({ ...plan, units: [first, third, fourth] }, pins)).toBe(false);
    expect(isPinned({ ...plan, units: [second, third], support: null }, pins)).toBe(false);
  });
});
