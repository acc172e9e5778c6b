// Slips of the pen in a register of roads: what is named, and what is handed back.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeColumns } from '../help.ts';
import { roadLimits } from '../registers/road-limits.ts';
import { stations } from '../registers/stations.ts';
import {
  alley,
  openCorrectedWorld,
  street,
  type CorrectedWorld,
} from './corrected-world-for-test.ts';

let world: CorrectedWorld;
beforeAll(async () => {
  world = await openCorrectedWorld();
  await world.load();
}, 60_000);
afterAll(() => world.bench.close());

/** Loads the file; returns what was said of it. */
async function load(text: string): Promise<string> {
  await world.loadRegister(roadLimits, text, { skipRejected: true });
  return world.bench.said.join('\n');
}

describe('a survey of roads', () => {
  test('names the columns that are not read, as of one under another name', async () => {
    expect(await load('way_id,width_m,Height,mark,empty\n11,2.3,2.8,,\n10,7,,x,\n')).toMatch(
      /^Not read, no columns of road-limits: height, mark$/m,
    );
    expect(await load('way_id,width_m\n11,2.4\n')).not.toMatch(/Not read/);
    expect(describeColumns(roadLimits)).toMatch(/Other columns are not read/);
    expect(describeColumns(stations)).toMatch(/Other columns are kept as notes/);
  });

  test('names rows that may have lost a decimal comma, and loads them', async () => {
    const said = await load(
      'way_id,width_m,height_m,obstacle,lon,lat,clear_m\n11,21,26,,,,\n10,14,6,narrow_spot,105.8003,21,25\n' +
        '10,,,low_cable,105.8003,21,28\n',
    );
    expect(said).toMatch(/^4 to look at again:$/m);
    expect(said.split('\n').filter((line) => /line \d/.test(line))).toEqual([
      '  line 2: height_m is 26 m: more than 6 m is seldom measured',
      '  line 2: width_m is 21 m: a road as way 11 has about 4.5 m at most',
      '  line 3: clear_m is 25 m: a road as way 10 has about 7 m at most',
      '  line 4: clear_m is 28 m: more than 6 m is seldom measured',
    ]);
    expect(await world.widths()).toMatchObject({ 11: '21 measured', 10: '14 measured' });
  });

  test('names a barrier that is said to be gone where the map has none, or a reported one stands in its place', async () => {
    const post = { at: [30, 40] as [number, number], tags: { barrier: 'bollard' } };
    await world.load({ nodes: { d: post } });
    const said = await load(
      'way_id,obstacle,lon,lat\n11,no,105.80029,21.00036\n11,no,105.80029,21.0006\n11,no_height_bar,105.80029,21.00036\n',
    );
    expect(said.split('\n').filter((line) => /line \d/.test(line))).toEqual([
      expect.stringMatching(/line 3: no: the map has no barrier beside that point/),
      expect.stringMatching(/line 4: no_height_bar: the map has no barrier/),
    ]);
    await load('way_id,obstacle,lon,lat\n11,removable_bollard,105.80031,21.00036\n');
    expect(await load('way_id,obstacle,lon,lat\n11,no,105.80028,21.00036\n')).toMatch(
      /line 2: no: correction \d+ reports what stands there in place of the map's barrier/,
    );
  });

  test('hands back a row whose point lies far from the way that it names', async () => {
    const said = await load(
      'way_id,lon,lat,width_m,obstacle\n10,105.84,21,1.8,\n10,105.84,21,,gate\n11,105.8003,21.0002,1.7,\n',
    );
    expect(said).toMatch(/line 2: the point lies 40\d\d m from way 10/);
    expect(said).toMatch(/line 3: the obstacle stands 40\d\d m from way 10/);
    expect(await world.widths()).toMatchObject({ 10: '14 measured', 11: '1.7 measured' });
  });

  test('that says of two roads ten thousand times how wide they are is handed back in seconds', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${10 + (index % 2)},2.3\n`);
    const start = Date.now();
    const said = await load(`way_id,width_m\n${rows.join('')}`);
    expect(Date.now() - start).toBeLessThan(15_000);
    expect(said).toMatch(/^20000 rows read, 19998 rejected$/m);
    expect(said).toMatch(/line 4: way 10 has its width_m on line 2 already/);
  });

  test('hands back a way that the map gave another number, with the number', async () => {
    await load('way_id,width_m\n11,1.6\n');
    await world.load({ ways: [street, { ...alley, id: 12 }] });
    expect(await load('way_id,width_m\n11,1.6\n')).toMatch(
      'line 2: way_id 11 is no longer in the map; what was said of it holds on way 12',
    );
    expect(await world.widths()).toMatchObject({ 12: '1.6 measured' });
  });
});
