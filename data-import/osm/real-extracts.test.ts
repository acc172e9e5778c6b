// The two real extracts lie outside the project; without them these tests are skipped and say so.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImportBench, type ImportBench } from './import-for-test.ts';

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const hanoi = `${shared}hanoi-core/hanoi-core.osm.pbf`;
const sanFrancisco = `${shared}sf-downtown/sf-downtown-clipped.osm.pbf`;
const isThere = existsSync(hanoi) && existsSync(sanFrancisco);
if (!isThere) console.warn('skipped: the real extracts are not in ../shared/data');

/** `osmium tags-count`, for ways only where the tag is `highway`. */
function countByOsmium(file: string, tag: string): number {
  const args = ['tags-count', file, tag, ...(tag === 'highway' ? ['-t', 'way'] : [])];
  const lines = execFileSync('osmium', args, { encoding: 'utf8' }).split('\n');
  const [key, value] = tag.split('=');
  const wanted = value === undefined ? `"${key}"` : `"${key}"\t"${value}"`;
  const line = lines.find((text) => text.split('\t').slice(1).join('\t') === wanted);
  return Number(line?.split('\t')[0] ?? 0);
}

let bench: ImportBench;
beforeAll(async () => {
  if (isThere) bench = await openImportBench();
}, 60_000);
afterAll(() => bench?.close());

type Counted = Record<string, { tagged: number; stored: number; explained: number }>;

let loaded: { file: string; counted: Counted } | undefined;

/** Once for the tests of one city that follow each other. */
async function importAndCount(file: string): Promise<Counted> {
  if (loaded?.file === file) return loaded.counted;
  const { report } = await bench.importFile(file, { allowReplace: true });
  const counted = Object.fromEntries(
    report.tags.map(({ tag, tagged, stored, reasons }) => [
      tag,
      { tagged, stored, explained: Object.values(reasons).reduce((sum, count) => sum + count, 0) },
    ]),
  );
  loaded = { file, counted };
  return counted;
}

const cities = [
  {
    city: 'San Francisco',
    file: sanFrancisco,
    known: {
      'emergency=fire_hydrant': { tagged: 404, stored: 404 },
      'amenity=fire_station': { tagged: 9, stored: 9 },
      'emergency=water_tank': { tagged: 44, stored: 44 },
      building: { tagged: 7062 },
      'addr:housenumber': { tagged: 7752 },
    },
    lacks: [],
  },
  {
    city: 'Hanoi',
    file: hanoi,
    known: {
      highway: { tagged: 11_770 },
      building: { tagged: 497, stored: 497 },
      'addr:housenumber': { tagged: 601, stored: 601 },
      'emergency=fire_hydrant': { tagged: 0 },
    },
    lacks: ['No water point is known', 'No fire station is known'],
  },
];

describe.runIf(isThere)(
  'counts agree with osmium, and every object not stored has a reason',
  () => {
    test.each(cities)('$city', { timeout: 120_000 }, async ({ file, known, lacks }) => {
      const byTag = await importAndCount(file);
      const counted = Object.entries(byTag);
      for (const [tag, { tagged, stored, explained }] of counted)
        expect({ tag, stored }).toEqual({ tag, stored: tagged - explained });
      // Admin units need a name and a level as well, which osmium does not ask for.
      const comparable = counted.filter(([tag]) => tag !== 'boundary=administrative');
      for (const [tag, { tagged }] of comparable)
        expect({ tag, tagged }).toEqual({ tag, tagged: countByOsmium(file, tag) });
      expect(byTag).toMatchObject(known);
      for (const words of lacks) expect(bench.said.join('\n')).toContain(words);
    });

    test(
      'Hanoi has its named alleys as a tree, each road a node id per point',
      { timeout: 120_000 },
      async () => {
        await importAndCount(hanoi);
        const [alley] = await bench.rows(
          `select a.label, p.label as parent, s.name as street from alleys a
       join alleys p on p.id = a.parent_id join streets s on s.id = a.street_id
       where a.retired_at is null and a.label = 'Ngách 158/2 phố Ngọc Hà'`,
        );
        expect(alley).toEqual({
          label: 'Ngách 158/2 phố Ngọc Hà',
          parent: 'Ngõ 158 phố Ngọc Hà',
          street: 'Ngọc Hà',
        });
        const [uneven] = await bench.rows<{ count: number }>(
          'select count(*)::integer as count from roads where cardinality(node_ids) <> st_npoints(geom)',
        );
        expect(uneven?.count).toBe(0);
        const again = await bench.importFile(hanoi);
        expect(again.status).toBe('unchanged');
      },
    );
  },
);
