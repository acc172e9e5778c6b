import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCityFile } from '../osm/keep-file.ts';
import { addresses } from '../registers/addresses.ts';
import { stations } from '../registers/stations.ts';
import { units } from '../registers/units.ts';
import { waterPoints } from '../registers/water-points.ts';
import { listBatches } from './list-batches.ts';
import { dumpServed, house, openTown, street, type Town } from './town-for-test.ts';

let town: Town;
beforeEach(async () => {
  town = await openTown({});
}, 60_000);
afterEach(() => town.bench.close());

const many = {
  nodes: {
    h2: house('2A', [12, 9]),
    h4: null,
    hydrant: null,
    h10: house('10;12', [95, 8], { 'addr:housename': 'Nhà Mới' }),
    bank: { at: [40, 10], tags: { amenity: 'bank', name: 'Ngân hàng Thử' } },
  },
  streets: [
    { ...street, tags: { ...street.tags, width: '6' } },
    { id: 13, nodes: ['b', 'd'], tags: { highway: 'residential', name: 'Phố Mới' } },
  ],
} as const;

const stationFile = 'id,name,lon,lat\ns1,Đội 1,105.8,21\ns2,Đội 2,105.801,21\n';
const houseFile =
  'id,house_number,street,lon,lat,alley_path\nr1,6,Phố Thử,105.80058,21.00007,\nr2,9,Phố Mới,105.8005,21.0001,12/4\n';

describe('undo', () => {
  test('of a newer extract puts every served row back as it was, and the file of the city', async () => {
    const before = await dumpServed(town);
    const file = readFileSync(join(town.bench.folder, 'town.osm'), 'utf8');
    await town.load(many);
    const after = await dumpServed(town);
    expect(after).not.toEqual(before);
    expect(await town.undo()).toMatchObject({ status: 'applied' });
    expect(await dumpServed(town)).toEqual(before);
    const kept = await findCityFile(town.bench.pool, join(town.bench.folder, 'data'));
    expect(readFileSync(kept, 'utf8')).toBe(file);
    expect((await town.load()).status).toBe('unchanged');

    // The undo is a batch as well.
    await town.undo();
    expect(await dumpServed(town)).toEqual(after);
  });

  test('of another place that replaced the city brings the old one back', async () => {
    await town.loadRegister(stations, stationFile);
    const before = await dumpServed(town);
    await town.bench.importWorld(
      {
        origin: { lon: 2.35, lat: 48.85 },
        nodes: { a: [0, 0], b: [100, 0] },
        ways: [{ nodes: ['a', 'b'], tags: { highway: 'primary' } }],
      },
      { allowReplace: true },
    );
    await town.undo();
    expect(await dumpServed(town)).toEqual(before);
  });

  test('of registers goes back step by step, and ends at the first city', async () => {
    const bare = await dumpServed(town);
    await town.loadRegister(addresses, houseFile);
    const withHouses = await dumpServed(town);
    await town.loadRegister(stations, stationFile);
    await town.loadRegister(units, 'id,call_sign,station_id,vehicle_class\nu1,X1,s2,large\n');
    const withUnits = await dumpServed(town);
    await town.loadRegister(stations, 'id,name,lon,lat\ns2,Đội Hai,105.802,21\n', {
      isComplete: true,
    });
    expect(await dumpServed(town)).not.toEqual(withUnits);
    await town.undo();
    expect(await dumpServed(town)).toEqual(withUnits);
    for (let step = 0; step < 2; step += 1) await town.undo(await lastApplied());
    expect(await dumpServed(town)).toEqual(withHouses);
    await town.undo(await lastApplied());
    expect(await dumpServed(town)).toEqual(bare);
    await expect(town.undo(await lastApplied())).rejects.toThrow('no city stood here before it.');
  });

  test('of a batch that others build upon is refused, naming the one in the way', async () => {
    const empty = await openTown();
    await expect(empty.undo()).rejects.toThrow('Nothing was imported yet');
    await empty.bench.close();
    const header = 'id,kind,lon,lat\n';
    await town.loadRegister(waterPoints, `${header}w1,hydrant,105.8,21\n`);
    await town.loadRegister(waterPoints, `${header}w2,hydrant,105.8,21\n`);
    const before = await dumpServed(town);
    await expect(town.undo({ batchId: 2 })).rejects.toThrow(
      'batch 3 (water-points, water-points.csv) was applied after batch 2',
    );
    await expect(town.undo({ batchId: 99 })).rejects.toThrow('No batch 99 was applied');
    expect(await dumpServed(town)).toEqual(before);
  });

  test('can be looked at first, and declined', async () => {
    await town.load(many);
    const before = await dumpServed(town);
    town.bench.said.length = 0;
    expect(await town.undo({ dryRun: true })).toMatchObject({ status: 'previewed' });
    expect(town.bench.said.join('\n')).toMatch(
      /Undoing batch 2: city.*\n(.*\n)*.*addresses .* 1 new /,
    );
    expect(await town.undo({ confirm: async () => false })).toMatchObject({ status: 'declined' });
    expect(await dumpServed(town)).toEqual(before);
  });
});

/** The last batch that is neither an undo nor undone. */
async function lastApplied(): Promise<{ batchId: number }> {
  const [row] = await town.bench.rows<{ id: number }>(
    `select id from import_batches b where status = 'applied' and undoes is null
       and not exists (select from import_batches u where u.undoes = b.id) order by id desc limit 1`,
  );
  return { batchId: row!.id };
}

test('the list of batches says what each did', async () => {
  await town.load(many, { confirm: async () => false });
  await town.load(many);
  await town.undo();
  const lines = (await listBatches(town.bench.pool)).slice(1);
  expect(
    lines.map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .slice(2, 5),
    ),
  ).toEqual([
    ['city', 'applied', expect.stringMatching(/^undo of 3: town.osm \(\d+ new, \d+ changed/)],
    ['city', 'applied', expect.stringMatching(/^town.osm \(\d+ new/)],
    ['city', 'unchanged', expect.stringMatching(/; declined\)$/)],
    ['city', 'applied', expect.stringMatching(/0 changed, 0 gone\)$/)],
  ]);
});
