// What is told of the building that is asked about.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { hydrantRegisters, hydrantStreet } from './hydrant-street-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(hydrantStreet, hydrantRegisters);
}, 120_000);
afterAll(() => city.close());

it('is that of the building in which a landmark stands', async () => {
  const { building, need } = (await city.respondTo('40 Khương Hạ')).destination;
  const { rows } = await city.database.pool.query<{ id: string }>(
    `insert into landmarks (kind, name, name_key, geom)
     select 'school', 'Trường Khương Hạ', 'truong khuong ha', st_pointonsurface(geom) from buildings where id = $1
     returning 'landmark:' || id as id`,
    [building!.id],
  );
  const { body } = await city.respond({ placeId: rows[0]!.id });
  expect(body.destination).toMatchObject({ building, need });
  expect(body.destination.notes.map(({ code }) => code)).toEqual(['building-at-point']);
});

it('ladders say whether the longest that comes reaches the eaves', async () => {
  expect((await city.respondTo('40 Khương Hạ')).destination.ladder).toEqual({
    eavesMeters: 4 * 3.3,
    floors: 4,
    floorsProvenance: 'recorded',
    longestMeters: 10,
    callSign: 'XE 01',
    reaches: false,
    perhaps: null,
  });
  expect((await city.respondTo('16 ngõ 29 Khương Hạ')).destination.ladder).toMatchObject({
    reaches: true,
  });
});
