import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImportBench, type ImportBench } from './import-for-test.ts';
import type { MiniWorld } from './mini-world.ts';

let bench: ImportBench;

const nodes: MiniWorld['nodes'] = {
  west: [0, 0],
  mouth: [100, 0],
  mouth2: [200, 0],
  east: [300, 0],
  end: [100, 120],
  end2: [200, 120],
};

const world = (other: Record<string, string>, alley: Record<string, string>): MiniWorld => ({
  nodes,
  ways: [
    {
      nodes: ['west', 'mouth', 'mouth2', 'east'],
      tags: { highway: 'tertiary', name: 'Phố Trường Chinh' },
    },
    // An alley that became a street, in two ways that both say so.
    {
      nodes: ['mouth', 'end'],
      tags: { highway: 'residential', name: 'Phố Nguyễn Lân', ...other },
    },
    {
      nodes: ['mouth2', 'end2'],
      tags: { highway: 'service', name: 'Ngõ 60 Trường Chinh', ...alley },
    },
  ],
});

const read = `
  select coalesce(s.name, al.label) as of, a.kind, a.text, a.street_key, a.path_key from way_aliases a
  left join streets s on s.id = a.street_id left join alleys al on al.id = a.alley_id order by a.street_key, a.path_key`;

beforeAll(async () => {
  bench = await openImportBench();
}, 60_000);
afterAll(() => bench.close());

describe('other names of streets and alleys', () => {
  test('are read as what they say: an alley of another street, a street, several at once', async () => {
    await bench.importWorld(
      world(
        { old_name: 'Ngõ 155 Trường Chinh', alt_name: 'Phố Chợ Cũ; Phố Nguyễn  Lân' },
        { 'old_name:vi': 'Ngõ Trại Cá', alt_name: 'Ngõ 250' },
      ),
    );
    expect(await bench.rows(read)).toEqual([
      { of: 'Nguyễn Lân', kind: 'alt', text: 'Phố Chợ Cũ', street_key: 'cho cu', path_key: '' },
      {
        of: expect.stringContaining('60'),
        kind: 'old',
        text: 'Ngõ Trại Cá',
        street_key: 'trai ca',
        path_key: '',
      },
      {
        of: 'Nguyễn Lân',
        kind: 'old',
        text: 'Ngõ 155 Trường Chinh',
        street_key: 'truong chinh',
        path_key: '155',
      },
    ]);
  });

  test('keep their row while the map says them, and go when it does not', async () => {
    const [before] = await bench.rows('select id from way_aliases where path_key = $1', ['155']);
    await bench.importWorld(world({ old_name: 'Ngõ 155 Trường Chinh' }, {}));
    expect(await bench.rows('select id from way_aliases')).toEqual([before]);
    await bench.importWorld(world({}, {}));
    expect(await bench.rows(read)).toEqual([]);
  });
});
