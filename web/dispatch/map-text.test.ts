import { expect, test } from 'vitest';
import type { ResponseResult } from '../../server/response/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import {
  destinationForTest,
  shuttleForTest,
  supplyForTest,
  unitForTest,
  waterForTest,
} from './answers-for-test.ts';
import type { SceneInput } from './dispatch-scene.ts';
import { mapText } from './map-text.ts';

const words = wordsOf(createTexts('vi'));
const unit = unitForTest();
const hydrant = waterForTest('water:1', { name: '118' });

function answer(points: (typeof hydrant)[]): ResponseResult {
  return {
    destination: destinationForTest({
      water: { status: 'found', points, unverified: [], reachMeters: 400, supply: null },
    }),
    units: [unit],
    support: null,
    notRanked: [],
    notes: [],
    degraded: false,
    set: null,
    synthetic: false,
    dataVersion: '1',
  };
}

const nothing: SceneInput = {
  candidates: [],
  activeCandidate: 0,
  card: null,
  point: null,
  response: null,
  unit: null,
};

test('whoever cannot see the map hears of the fire, the road, the stop, the hose and the water', () => {
  const text = mapText({ ...nothing, response: answer([hydrant]), unit }, words);
  for (const part of [
    'Số 37, Ngách 29/70 Khương Hạ',
    'Đường xe XE 02 từ Đội Thanh Xuân, 900 m',
    'Dừng: đầu ngách 29/70 Khương Hạ (2,1\u00A0m*)',
    '148 m',
    'Trụ 118, 15 L/s, 60 m từ cửa',
  ])
    expect(text).toContain(part);
});

test('an estimated road is not called a road', () => {
  const guessed = unitForTest({
    drive: { router: 'straight-line', seconds: 90, meters: null, geometry: null, steps: [] },
  });
  const text = mapText({ ...nothing, response: answer([]), unit: guessed }, words);
  expect(text).toContain('chỉ là ước lượng');
  expect(text).toContain('không có nguồn nước nào');
});

test.each(['osrm', 'graph'] as const)(
  'a road that is known but not drawn yet (%s) is neither told nor called a guess',
  (router) => {
    const undrawn = unitForTest({
      drive: { router, seconds: 90, meters: null, geometry: null, steps: [] },
    });
    const text = mapText({ ...nothing, response: answer([]), unit: undrawn }, words);
    expect(text).not.toContain('ước lượng');
    expect(text).not.toContain('Đường xe');
    expect(text).toContain('Dừng: ');
  },
);

test('whoever cannot see the map hears where tankers fetch water', () => {
  const supply = supplyForTest([], { shuttle: shuttleForTest({ lon: 105.8, lat: 20.9 }) });
  const water = { status: 'found' as const, points: [], unverified: [], reachMeters: 400, supply };
  const text = mapText({ ...nothing, response: answer([]), unit: unitForTest({ water }) }, words);
  expect(text).toContain('Xe chở nước lấy nước ở Trụ (20.90000, 105.80000).');
});

test('before anything is asked the map marks nothing', () => {
  expect(mapText(nothing, words)).toBe(words.t('mapText.nothing'));
});
