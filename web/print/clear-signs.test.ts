import { expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { emptyScene, type Scene } from '../map/scene.ts';
import { clearSigns } from './clear-signs.ts';
import { onPaper, viewOf } from './paper-view.ts';

const hydrant: Position = [105.82, 21];
const view = viewOf([hydrant, [105.822, 21.001]], { width: 500, height: 340 }, 50)!;

it('an engine at the hydrant is drawn beside it, and one that waits there beside both', () => {
  const scene: Scene = {
    ...emptyScene,
    supply: hydrant,
    staging: { position: hydrant, label: 'XE 03 chờ' },
  };
  const { supply, staging } = clearSigns(scene, [hydrant], view);
  const points = [hydrant, supply!, staging!.position].map((at) => onPaper(view, at));
  for (const [index, [x, y]] of points.entries())
    for (const [otherX, otherY] of points.slice(index + 1))
      expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(15);
});

it('what stands clear stays where it is', () => {
  const scene: Scene = { ...emptyScene, supply: [105.822, 21.001] };
  const { supply, staging } = clearSigns(scene, [hydrant], view);
  expect(onPaper(view, supply!)[0]).toBeCloseTo(onPaper(view, [105.822, 21.001])[0], 3);
  expect(staging).toBeNull();
});
