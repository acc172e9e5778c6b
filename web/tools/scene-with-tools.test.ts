import { expect, it } from 'vitest';
import { emptyScene, type Scene } from '../map/scene.ts';
import { noMarks } from '../map/tool-marks.ts';
import { sceneWithTools } from './scene-with-tools.ts';

const nothing = { ...noMarks, hidden: new Set<never>(), stop: undefined };
const hydrant: Scene['water'][number] = {
  id: 'water:1',
  position: [105.8, 21],
  usable: true,
  isFetched: false,
  icon: 'hydrant',
  label: '15 L/s',
  path: [],
};

it('the water of the answer goes only when it is switched off, and nothing else with it', () => {
  const answer: Scene = { ...emptyScene, fire: [105.8, 21], water: [hydrant] };
  expect(sceneWithTools(answer, nothing).water).toEqual([hydrant]);
  const hidden = sceneWithTools(answer, { ...nothing, hidden: new Set(['answerWater']) });
  expect(hidden.water).toEqual([]);
  expect(hidden.fire).toEqual([105.8, 21]);
});

it('a chosen stop that no unit reaches stays on the map', () => {
  const stop = { lon: 105.81, lat: 21 };
  expect(sceneWithTools(emptyScene, { ...nothing, stop }).stop?.position).toEqual([105.81, 21]);
  const reached: Scene = { ...emptyScene, stop: { position: [105.8, 21], label: 'Dừng' } };
  expect(sceneWithTools(reached, { ...nothing, stop }).stop?.label).toBe('Dừng');
});
