import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { tileLayers, tileMaxzoom, tileSources } from '../../tiles/contract.ts';
import { insertInventedCity } from './invented-city.ts';
import { listTilesets, readTile } from './queries.ts';
import { readMvt, tileAt, type MvtFeature } from './read-mvt-for-test.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertInventedCity(db.pool);
}, 60_000);
afterAll(() => db.drop());

/** All features of one layer over the tiles around the centre, each id once. */
async function features(theme: string, layer: string, z: number): Promise<MvtFeature[]> {
  const middle = tileAt(z);
  const found = new Map<string, MvtFeature>();
  for (const dx of [-1, 0, 1])
    for (const dy of [-1, 0, 1]) {
      const at = { z, x: middle.x + dx, y: middle.y + dy };
      const tile = readMvt(await readTile(db.pool, { name: theme, comment: '' }, at), at);
      for (const feature of tile[layer] ?? [])
        found.set(`${feature.id} ${JSON.stringify(feature.properties)}`, feature);
    }
  return [...found.values()];
}

function values(list: MvtFeature[], field: string): string[] {
  return list.map(({ properties }) => String(properties[field])).toSorted();
}

type Comment = {
  minzoom: number;
  maxzoom: number;
  vector_layers: { id: string; minzoom: number; fields: Record<string, string> }[];
};

async function readComments(): Promise<Map<string, Comment>> {
  const tilesets = await listTilesets(db.pool);
  return new Map(tilesets.map(({ name, comment }) => [name, JSON.parse(comment) as Comment]));
}

describe('the contract', () => {
  test('lists what the TileJSON in the function comments promises', async () => {
    const comments = await readComments();
    const promised = tileSources.flatMap((source) =>
      (comments.get(source)?.vector_layers ?? []).map(({ id, minzoom, fields }) => [
        id,
        { source, minzoom, fields: Object.keys(fields) },
      ]),
    );
    expect(Object.fromEntries(promised)).toEqual(tileLayers);
    expect(new Set([...comments.values()].map(({ maxzoom }) => maxzoom))).toEqual(
      new Set([tileMaxzoom]),
    );
  });

  test('has every static theme in the base tileset, word for word', async () => {
    const comments = await readComments();
    const base = comments.get('base');
    comments.delete('base');
    const apart = [...comments.values()].flatMap((comment) => comment.vector_layers);
    for (const layer of base?.vector_layers ?? []) expect(apart).toContainEqual(layer);
    expect(base?.vector_layers.length).toBe(
      apart.filter(({ id }) => id !== 'water_points' && id !== 'stations').length,
    );
  });

  test('is kept by the features: no field that it does not list', async () => {
    for (const [layer, { source, fields }] of Object.entries(tileLayers)) {
      const found = await features(source, layer, 17);
      const written = new Set(found.flatMap(({ properties }) => Object.keys(properties)));
      expect(
        [...written].filter((field) => !(fields as readonly string[]).includes(field)),
      ).toEqual([]);
    }
  });
});

describe('buildings', () => {
  test('carry the house numbers that stand on them, at most three, and their floors', async () => {
    const found = await features('buildings', 'buildings', 17);
    expect(found.find(({ id }) => id === 3)?.properties).toEqual({ house_number: '5', floors: 3 });
    expect(found.find(({ id }) => id === 7)?.properties).toEqual({
      house_number: '2, 4, 6 …',
      floors: 9,
      name: 'Chung cư mini',
      use: 'apartments',
    });
  });

  test('too small to see are left out far away', async () => {
    expect(values(await features('buildings', 'buildings', 13), 'floors')).toEqual(['9']);
    expect(await features('buildings', 'buildings', 15)).toHaveLength(7);
    expect(await features('buildings', 'buildings', 12)).toEqual([]);
  });

  test('that are retired are not on the map', async () => {
    await db.pool.query('update buildings set retired_at = now() where id = 6');
    expect(await features('buildings', 'buildings', 17)).toHaveLength(6);
    await db.pool.query('update buildings set retired_at = null where id = 6');
  });
});

test('house numbers stand inside their house, or where they were surveyed when several share it', async () => {
  expect(await features('house_numbers', 'house_numbers', 15)).toEqual([]);
  const found = await features('house_numbers', 'house_numbers', 16);
  expect(values(found, 'house_number')).toEqual([
    '1',
    '11',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
  ]);
  const inside = await db.pool.query<{ inside: boolean }>(
    `select st_contains(geom, st_geomfromgeojson($1)) as inside from buildings where id = 3`,
    [found.find(({ properties }) => properties['house_number'] === '5')?.geometry],
  );
  expect(inside.rows).toEqual([{ inside: true }]);
});

async function classes(z: number): Promise<string[]> {
  return values(await features('roads', 'roads', z), 'class');
}

/** Clear width and mark of the roads that carry the mark. */
async function guessed(z: number): Promise<unknown[][]> {
  return (await features('roads', 'roads', z))
    .filter(({ properties }) => 'limit_assumed' in properties)
    .map(({ properties }) => [properties['width_m'], properties['limit_assumed']]);
}

describe('roads', () => {
  test('show class, clear width and how it is known', async () => {
    const found = await features('roads', 'roads', 17);
    const street = found.find(({ properties }) => properties['class'] === 'secondary');
    expect(street?.properties).toEqual({
      class: 'secondary',
      name: 'Phố Khương Hạ',
      width_m: 7,
      width_provenance: 'tagged',
      oneway: 1,
    });
    const path = found.find(({ properties }) => properties['class'] === 'footway');
    expect(path?.properties).toEqual({
      class: 'footway',
      alley_level: 2,
      width_m: 1.2,
      width_provenance: 'assumed',
      motor: false,
    });
  });

  test('say from z14 on where a clearance was only judged by eye', async () => {
    expect(await guessed(13)).toEqual([]);
    expect(await guessed(14)).toEqual([[2.1, true]]);
    expect(await guessed(17)).toEqual([[2.1, true]]);
  });

  test('appear by importance: the street from z10, alleys from z14, footways from z15', async () => {
    expect(await classes(9)).toEqual([]);
    expect(await classes(10)).toEqual(['secondary']);
    expect(await classes(13)).toEqual(['secondary']);
    expect(await classes(14)).toEqual(['residential', 'residential', 'secondary']);
    expect(await classes(15)).toContain('footway');
  });
});

test('an alley is one line under the name on its sign, as narrow as its narrowest part', async () => {
  const found = await features('alleys', 'alleys', 16);
  const [ngo] = found.filter(({ properties }) => properties['level'] === 1);
  expect(ngo?.properties).toMatchObject({
    name: 'Ngõ 29',
    label: 'Ngõ 29 Khương Hạ',
    width_m: 2.1,
    width_provenance: 'measured',
  });
  expect(ngo?.geometry.type).toBe('LineString');
  expect(values(found, 'name')).toContain('Ngách 29/70');
});

test('water points say whether to rely on them and how much they give', async () => {
  const found = await features('water_points', 'water_points', 16);
  const said = found.map(({ properties: { kind, state, flow_band: band } }) => [kind, state, band]);
  expect(said).toHaveLength(5);
  expect(said).toContainEqual(['hydrant', 'usable', 15]);
  expect(said).toContainEqual(['hydrant', 'unverified', 20]);
  expect(said).toContainEqual(['hydrant', 'unknown', undefined]);
  expect(said).toContainEqual(['hydrant', 'out-of-order', 0]);
  expect(said).toContainEqual(['tank', 'usable', undefined]);
});

test('lakes are areas with one label, streams are lines', async () => {
  const bodies = await features('water_bodies', 'water_bodies', 16);
  expect(new Set(bodies.map(({ geometry }) => geometry.type))).toEqual(
    new Set(['Polygon', 'LineString']),
  );
  const labels = await features('base', 'water_body_labels', 16);
  expect(values(labels, 'name')).toEqual(['Hồ Khương Hạ']);
});

test('stations, landmarks and today’s wards are there, abolished wards are not', async () => {
  expect((await features('stations', 'stations', 12))[0]?.properties).toEqual({
    name: 'Đội Thanh Xuân',
    phone: '114',
    units: 2,
  });
  expect(values(await features('base', 'landmarks', 13), 'name')).toEqual(['Bệnh viện Bạch Mai']);
  expect(await features('base', 'landmarks', 15)).toHaveLength(2);
  expect(new Set(values(await features('base', 'admin_units', 13), 'name'))).toEqual(
    new Set(['Phường Khương Đình']),
  );
  expect(values(await features('base', 'admin_unit_labels', 13), 'name')).toEqual([
    'Phường Khương Đình',
  ]);
});

test('nothing there is an empty tile, not null', async () => {
  const tile = await readTile(db.pool, { name: 'base', comment: '' }, { z: 16, x: 0, y: 0 });
  expect(tile).toHaveLength(0);
});
