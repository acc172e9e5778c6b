import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { WaterSupply } from '../../server/response/water-schema.ts';
import {
  destinationForTest,
  resultForTest,
  shuttleForTest,
  supplyForTest,
  unitForTest,
  waterForTest,
} from '../dispatch/answers-for-test.ts';
import { dispatchScene, framedPositions, wayPositions } from '../dispatch/dispatch-scene.ts';
import { waterShown } from '../dispatch/water-rows.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { numberWater } from './numbered-water.ts';
import { isOnPaper, viewOf } from './paper-view.ts';
import { SceneOnPaper } from './scene-on-paper.tsx';

const words = wordsOf(createTexts('vi'));
const size = { width: 496, height: 268 };

/** Two hydrants on either side of the stop; of the nearer one the flow is unknown. */
const lineTo = (lon: number) => ({
  type: 'LineString' as const,
  coordinates: [
    [105.82, 21],
    [lon, 21.001],
  ],
});
const points = [
  waterForTest('water:1', { litersPerSecond: null, lon: 105.8201, geometry: lineTo(105.8201) }),
  waterForTest('water:2', { lon: 105.823, lat: 21.001, geometry: lineTo(105.823) }),
  waterForTest('water:3', { lon: 105.817, lat: 21.001, geometry: lineTo(105.817) }),
];

function papersOf(supply: WaterSupply) {
  const destination = destinationForTest();
  const water = { status: 'found' as const, points, unverified: [], reachMeters: 400, supply };
  const geometry = {
    ...lineTo(105.82),
    coordinates: [
      [105.81, 20.99],
      [105.82, 21],
    ],
  };
  const { drive } = unitForTest();
  const unit = unitForTest({ water, drive: { ...drive!, geometry } });
  const response = resultForTest({ destination, units: [unit] });
  const asked = { candidates: [], activeCandidate: 0, card: null, point: null, response, unit };
  const scene = dispatchScene(asked, words);
  const labelsUrl = 'data:labels';
  const numbered = numberWater(waterShown(destination, unit));
  const marks = { scene, water: numbered, closures: [], labelsUrl };
  const near = viewOf(framedPositions(scene), size, 44)!;
  const far = viewOf(wayPositions(scene), size, 24)!;
  const draw = (view: typeof near, isOverview: boolean): string =>
    renderToStaticMarkup(createElement(SceneOnPaper, { ...marks, view, isOverview }));
  return { near, far, nearText: draw(near, false), farText: draw(far, true) };
}

test('paper draws the hose to every water that feeds the fire, and all of them are in its picture', () => {
  const { near, nearText } = papersOf(supplyForTest(['water:2', 'water:3']));
  expect(nearText.match(/class="paper-water-path"/g)).toHaveLength(2);
  for (const { lon, lat } of points.slice(1)) expect(isOnPaper(near, [lon, lat])).toBe(true);
});

test('labels of the base map lie over the way and the hose, and under the signs', () => {
  const { nearText } = papersOf(supplyForTest(['water:2']));
  const order = ['paper-truck', 'paper-hose', '<image href="data:labels"', 'paper-stop'].map(
    (part) => nearText.lastIndexOf(part),
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('the overview has a sign where tankers fetch water, and reaches as far', () => {
  const shuttle = shuttleForTest({ lon: 105.84, lat: 21.01 });
  const { near, far, farText } = papersOf(supplyForTest([], { shuttle }));
  expect(farText.match(/class="paper-fetch"/g)).toHaveLength(1);
  expect(isOnPaper(far, [105.84, 21.01])).toBe(true);
  expect(isOnPaper(near, [105.84, 21.01])).toBe(false);
});
