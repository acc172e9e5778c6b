import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dumpServed, openTown, type Town } from '../batches/town-for-test.ts';
import { waterMains } from './water-mains.ts';

let town: Town;
beforeEach(async () => {
  town = await openTown({});
}, 60_000);
afterEach(() => town.bench.close());

const file = 'id,name,owner,duty_phone\nM1,Ống D300,Nước sạch,024 3829 3179\nM2,,,\n';
const read = 'select register_id, duty_phone from water_mains where retired_at is null order by 1';

describe('the register of mains', () => {
  test('loads once, changes only what differs, and is taken back row by row', async () => {
    const empty = await dumpServed(town);
    expect((await town.loadRegister(waterMains, file)).report.merges['water_mains']).toMatchObject({
      added: 2,
    });
    expect((await town.loadRegister(waterMains, file)).status).toBe('unchanged');
    const newer = file.replace('M2,,,', 'M2,,,"(024) 1900-8088, 2"');
    const edited = await town.loadRegister(waterMains, newer, { dryRun: true });
    expect(edited).toMatchObject({ status: 'previewed' });
    await town.loadRegister(waterMains, newer);
    expect(await town.bench.rows(read)).toEqual([
      { register_id: 'M1', duty_phone: '024 3829 3179' },
      { register_id: 'M2', duty_phone: '(024) 1900-8088, 2' },
    ]);
    await town.undo();
    expect((await town.bench.rows(read))[1]).toEqual({ register_id: 'M2', duty_phone: null });
    await town.loadRegister(waterMains, 'id\nM1\n', { isComplete: true });
    expect(await town.bench.rows(read)).toEqual([{ register_id: 'M1', duty_phone: null }]);
    expect(empty['water_mains']).toEqual([]);
  });

  test('also comes as GeoJSON, where a main may be a line or have no place at all', async () => {
    const phones = '1900 8088 máy lẻ 2 / (+84) 912 345 678';
    const features = [
      { type: 'Feature', properties: { id: 'M1', duty_phone: phones }, geometry: null },
      {
        type: 'Feature',
        properties: { id: 'M2' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [105.8, 21],
            [105.81, 21],
          ],
        },
      },
    ];
    const geojson = join(town.bench.folder, 'mains.geojson');
    writeFileSync(geojson, JSON.stringify({ type: 'FeatureCollection', features }));
    await town.loadRegister(waterMains, '', { file: geojson });
    expect(await town.bench.rows(read)).toEqual([
      { register_id: 'M1', duty_phone: phones },
      { register_id: 'M2', duty_phone: null },
    ]);
  });

  test('hands back what is no phone number, and a main named twice', async () => {
    await expect(
      town.loadRegister(waterMains, 'id,duty_phone\nM1,ask Mr Ba\nM2,113\nM2,114\n'),
    ).rejects.toThrow('2 of 3 rows of water-mains.csv are wrong');
  });

  test('goes with the city that it belongs to', async () => {
    await town.loadRegister(waterMains, file);
    await town.bench.importWorld(
      {
        nodes: { a: [90_000, 0], b: [90_100, 0] },
        ways: [{ nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố Xa' } }],
      },
      { allowReplace: true },
    );
    expect(await town.bench.rows(read)).toEqual([]);
    await town.undo();
    expect(await town.bench.rows(read)).toHaveLength(2);
  });
});
