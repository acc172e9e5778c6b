// Kilometres of road to be avoided, and a shorter way that is closed, or should be avoided too.

import { expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { large, passes, useTown } from './closed-town-for-test.ts';
import { riverTownRegisters } from './river-town-for-test.ts';

/** A quarter beyond the dyke, of one street of 180 km that winds through it. */
const quarter = Object.fromEntries(
  Array.from({ length: 60 }, (_, row) => {
    const ends = [
      [`${row}a`, [0, 3_000 + 50 * row]],
      [`${row}b`, [3_000, 3_000 + 50 * row]],
    ] as [string, [number, number]][];
    return row % 2 === 0 ? ends : ends.toReversed();
  }).flat(),
);

/** From the station to the house lead a street of 600 m and a dyke of four kilometres. */
const world: MiniWorld = {
  nodes: {
    yard: [0, 0],
    crossing: [100, 0],
    before: [300, 0],
    behind: [350, 0],
    fork: [600, 0],
    end: [800, 0],
    dykeWest: [100, 1_750],
    dykeEast: [600, 1_750],
    ...quarter,
  },
  ways: [
    {
      nodes: ['yard', 'crossing', 'before', 'behind', 'fork', 'end'],
      tags: { highway: 'secondary', name: 'Phố Nam', width: '9' },
    },
    {
      nodes: ['crossing', 'dykeWest', 'dykeEast', 'fork'],
      tags: { highway: 'secondary', name: 'Đường Đê', width: '9' },
    },
    {
      nodes: ['dykeEast', ...Object.keys(quarter)],
      tags: { highway: 'residential', name: 'Phố Vòng', width: '6' },
    },
  ],
  areas: [
    {
      corners: [
        [700, 10],
        [708, 10],
        [708, 18],
        [700, 18],
      ],
      tags: { building: 'house', 'addr:housenumber': '20', 'addr:street': 'Phố Nam' },
    },
  ],
};

const { city, close, untilOsrm } = useTown(world, riverTownRegisters);

it('OSRM drives four kilometres that are to be avoided rather than say that there is no way', async () => {
  await close({ geometry: { type: 'Point', coordinates: at(325, 0) } });
  const dyke = [at(100, 10), at(100, 1_750), at(600, 1_750), at(600, 10)];
  await close({ geometry: { type: 'LineString', coordinates: dyke }, effect: 'avoid' });
  await untilOsrm();
  const result = await city().respondTo('20 Phố Nam');
  const unit = large(result);
  expect(unit.drive!.router).toBe('osrm');
  expect(passes(unit, [600, 1_750])).toBe(true);
  expect(unit.notes.map(({ code }) => code)).toContain('crosses-closure');
  expect(result.degraded).toBe(false);
});

it('OSRM drives four kilometres round 50 m that are to be avoided, also while a whole quarter elsewhere is', async () => {
  await close({ geometry: { type: 'Point', coordinates: at(325, 0) }, effect: 'avoid' });
  const ring = [at(-10, 2_990), at(3_010, 2_990), at(3_010, 6_000), at(-10, 6_000)];
  const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  await close({ geometry, effect: 'avoid' });
  await untilOsrm();
  const unit = large(await city().respondTo('20 Phố Nam'));
  expect(unit.drive!.router).toBe('osrm');
  expect(passes(unit, [600, 1_750])).toBe(true);
  expect(unit.notes.map(({ code }) => code)).not.toContain('crosses-closure');
});
