import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImportBench, type ImportBench } from './import-for-test.ts';
import type { MiniWorld } from './mini-world.ts';
import type { OsmTags } from './osm-xml.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
}, 60_000);
afterAll(() => bench.close());

/** Imports one short road per set of tags, side by side, and returns their rows in that order. */
async function importRoads(tagSets: readonly OsmTags[]): Promise<Record<string, unknown>[]> {
  const nodes: MiniWorld['nodes'] = Object.fromEntries(
    tagSets.flatMap((_, index) => [
      [`s${index}`, [index * 20, 0] as const],
      [`n${index}`, [index * 20, 50] as const],
    ]),
  );
  const ways = tagSets.map((tags, index) => ({ nodes: [`s${index}`, `n${index}`], tags }));
  await bench.importWorld({ nodes, ways });
  return bench.rows('select * from roads where retired_at is null order by osm_way_id');
}

describe('a road in the register', () => {
  test('is open to an engine on emergency, private and destination roads, closed on steps and access=no', async () => {
    const roads = await importRoads([
      { highway: 'residential' },
      { highway: 'service', access: 'private' },
      { highway: 'service', access: 'emergency' },
      { highway: 'footway', motor_vehicle: 'emergency' },
      { highway: 'residential', motor_vehicle: 'destination' },
      { highway: 'pedestrian' },
      { highway: 'service', access: 'no', emergency: 'yes' },
      { highway: 'residential', motor_vehicle: 'no' },
      { highway: 'footway' },
      { highway: 'steps' },
      { highway: 'service', access: 'no' },
      { highway: 'service', emergency: 'no' },
    ]);
    expect(roads.map(({ motor }) => motor)).toEqual([
      ...Array.from({ length: 8 }, () => true),
      ...Array.from({ length: 4 }, () => false),
    ]);
  });

  test('runs one way where a tag, a roundabout or a motorway says so', async () => {
    const roads = await importRoads([
      { highway: 'primary', oneway: 'yes' },
      { highway: 'primary', oneway: '-1' },
      { highway: 'primary', junction: 'roundabout' },
      { highway: 'motorway' },
      { highway: 'primary' },
      { highway: 'primary', oneway: 'yes', 'oneway:emergency': 'no' },
    ]);
    expect(roads.map(({ oneway }) => oneway)).toEqual([1, -1, 1, 1, 0, 0]);
  });

  test('is part of a roundabout where its junction is one, or a circular one', async () => {
    const roads = await importRoads([
      { highway: 'primary', junction: 'roundabout' },
      { highway: 'primary', junction: 'circular' },
      { highway: 'primary', junction: 'yes' },
      { highway: 'primary' },
    ]);
    expect(roads.map(({ roundabout }) => roundabout)).toEqual([true, true, false, false]);
  });

  test('comes to be part of one with the next import of the same file, where the data are older', async () => {
    const tags = { highway: 'primary', junction: 'roundabout' };
    await importRoads([tags]);
    await bench.pool.query('update roads set roundabout = false');
    const [road] = await importRoads([tags]);
    expect(road!['roundabout']).toBe(true);
  });

  test('has the limits of its tags; what no road has was written in centimetres or kilograms', async () => {
    const roads = await importRoads([
      { highway: 'service', width: '250', maxheight: '380', maxweight: '3500' },
      { highway: 'service', maxwidth: '0', width: '2', maxheight: '4.5', maxweight: '3500 kg' },
      { highway: 'service', width: '9000', maxheight: '45', maxweight: '300000' },
      { highway: 'service', width: '0.2', maxheight: '9000' },
      { highway: 'service', width: '80', maxheight: '380 m', maxweight: '3500 t' },
      { highway: 'service', width: '80 m', maxheight: '55', maxweight: '900000 kg' },
      { highway: 'service', width: "200'", maxheight: "120'" },
      { highway: 'service', width: '100', maxheight: '210' },
    ]);
    const limits = roads.map(({ width_m: width, width_provenance: provenance, ...road }) => [
      `${String(width)} ${String(provenance)}`,
      road['max_height_m'],
      road['max_weight_t'],
    ]);
    expect(limits).toEqual([
      ['2.5 tagged', 3.8, 3.5],
      ['2 tagged', 4.5, 3.5],
      ['3 assumed', 4.5, null],
      ['0.2 tagged', null, null],
      ['3 assumed', 3.8, 3.5],
      ['3 assumed', 5.5, null],
      ['3 assumed', null, null],
      ['1 tagged', 2.1, null],
    ]);
  });

  test('has the width that a tag gives, in any unit, else the one assumed for its class', async () => {
    const roads = await importRoads([
      { highway: 'service', maxwidth: '1.5', width: '3' },
      { highway: 'service', width: '3,5 m' },
      { highway: 'service', width: `11'6"` },
      { highway: 'service', maxwidth: '0' },
      { highway: 'service', width: 'narrow' },
      { highway: 'service', motorcar: 'no', motorcycle: 'yes' },
    ]);
    expect(
      roads.map(({ width_m: width, width_provenance: provenance }) => [width, provenance]),
    ).toEqual([
      [1.5, 'tagged'],
      [3.5, 'tagged'],
      [3.5052, 'tagged'],
      [3, 'assumed'],
      [3, 'assumed'],
      [1.8, 'assumed'],
    ]);
  });

  test('has its height and weight limits, level and truck speed', async () => {
    const roads = await importRoads([
      { highway: 'primary', maxheight: '3.5 m', maxweight: '10', bridge: 'yes', layer: '1' },
      { highway: 'trunk_link', maxheight: 'default', tunnel: 'yes', maxweight: '3500 kg' },
    ]);
    expect(roads[0]).toMatchObject({
      class: 'primary',
      max_height_m: 3.5,
      max_weight_t: 10,
      bridge: true,
      layer: 1,
      speed_kmh: 32,
    });
    expect(roads[1]).toMatchObject({
      class: 'trunk',
      max_height_m: null,
      max_weight_t: 3.5,
      tunnel: true,
      speed_kmh: 40,
    });
  });

  test('is known for a pavement or crossing where its street has them drawn apart', async () => {
    const roads = await importRoads([
      { highway: 'footway', footway: 'sidewalk' },
      { highway: 'footway', footway: 'crossing' },
      { highway: 'path', path: 'crossing' },
      { highway: 'footway' },
      { highway: 'residential', sidewalk: 'both' },
    ]);
    expect(roads.map((road) => road['is_pavement'])).toEqual([true, true, true, false, false]);
  });

  test('keeps an id for every point of its line, also where the extract cuts it off', async () => {
    const file = `${bench.folder}/cut.osm`;
    writeFileSync(
      file,
      `<osm version="0.6"><node id="1" lat="21" lon="105.8" version="1"/><node id="2" lat="21" lon="105.801" version="1"/>
       <node id="3" lat="21.001" lon="105.801" version="1"/>
       <way id="1" version="1"><nd ref="1"/><nd ref="2"/><nd ref="9"/><tag k="highway" v="primary"/></way>
       <way id="2" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/></way></osm>`,
    );
    await bench.importFile(file);
    const roads = await bench.rows<{ node_ids: number[] }>(
      'select node_ids::text::bigint[] from roads where retired_at is null order by osm_way_id',
    );
    const [cut, whole] = roads.map(({ node_ids: ids }) => ids.map(Number));
    expect(whole).toEqual([2, 3]);
    expect(cut).toHaveLength(2);
    expect(cut?.[1]).toBe(2);
    expect(cut?.[0]).toBeLessThan(0);
  });
});
