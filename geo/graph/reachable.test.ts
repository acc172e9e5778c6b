import { expect, it } from 'vitest';
import { findMainNetwork } from './reachable.ts';
import { largePumper, miniGraph } from './graph-for-test.ts';
import { accessFor } from './vehicle-access.ts';

it('leaves out a yard that only an alley joins to the streets, and the alley', () => {
  const streets = Array.from({ length: 21 }, (_, index) => `s${index}`);
  const graph = miniGraph(
    {
      ...Object.fromEntries(
        streets.map((name, index) => [name, [50 * index, 0] as [number, number]]),
      ),
      yard: [100, 100],
      corner: [150, 100],
    },
    [
      ...streets.slice(1).map((name, index) => ({ through: [streets[index]!, name] })),
      { through: ['s2', 'yard'], widthMeters: 1.2 },
      { through: ['yard', 'corner'] },
    ],
  );
  const main = findMainNetwork(graph, {
    vehicle: largePumper,
    access: accessFor(graph, largePumper).stated,
  });
  expect([...main]).toEqual([...streets.slice(1).map(() => 1), 0, 0]);
});
