// What tests of corrections share: a mini-world that is imported again and again, and the server's own writing.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readObstacles } from '../../server/road-graph/queries.ts';
import { enterCorrection, withdrawCorrection } from '../../server/corrections/enter-correction.ts';
import { newCorrection, type Correction } from '../../server/corrections/schema.ts';
import type { CityImport } from '../osm/import-city.ts';
import { openImportBench, type ImportBench } from '../osm/import-for-test.ts';
import { writeMiniWorld, type MiniNode, type MiniWorld } from '../osm/mini-world.ts';
import { importRegister } from '../registers/import-register.ts';
import type { Register } from '../registers/register.ts';
import { undoBatch } from '../undo.ts';

type Way = NonNullable<MiniWorld['ways']>[number];

export const street: Way = {
  id: 10,
  nodes: ['a', 'c', 'b'],
  tags: { highway: 'residential', name: 'Phố Thử' },
};
export const alley: Way = {
  id: 11,
  nodes: ['c', 'd', 'e'],
  tags: { highway: 'service', service: 'alley', name: 'Ngõ 5 Phố Thử' },
};

export function house(number: string, at: [number, number]): MiniNode {
  return { at, tags: { 'addr:housenumber': number, 'addr:street': 'Phố Thử' } };
}

export type Change = Partial<Pick<MiniWorld, 'ways' | 'nodes' | 'areas' | 'origin'>>;

const fileName = 'world.osm';

/** A street, an alley of 80 m and two houses; `nodes` replaces single ones. */
function world({ ways = [street, alley], nodes = {}, ...others }: Change): MiniWorld {
  return {
    nodes: {
      a: [0, 0],
      b: [100, 0],
      c: [30, 0],
      d: [30, 40],
      e: [30, 80],
      x: [60, 60],
      h6: house('6', [50, 8]),
      h8: house('8', [60, 8]),
      ...nodes,
    },
    ways,
    ...others,
  };
}

export type CorrectedWorld = {
  bench: ImportBench;
  load: (change?: Change, options?: Partial<CityImport>) => Promise<string>;
  loadRegister: (
    register: Register,
    text: string,
    options?: { isComplete?: boolean; skipRejected?: boolean },
  ) => Promise<string>;
  undo: () => Promise<unknown>;
  enter: (entered: object) => Promise<Correction>;
  /** The width of the alley, way 11. */
  measure: (meters: number) => Promise<Correction>;
  renumber: (from: string, to: string) => Promise<Correction>;
  withdraw: (id: number) => Promise<Correction>;
  /** `2.2 measured` by OSM way id. */
  widths: () => Promise<Record<string, string>>;
  /** `market 11 12` by kind and the OSM ids of the ways that carry it; `market 300 11` where it is there from 5:00 on. */
  standing: () => Promise<string[]>;
  houses: () => Promise<{ id: number; house_number: string; label: string }[]>;
  stateOf: (correction: { id: number }) => Promise<string>;
};

async function readStanding({ pool, rows }: ImportBench): Promise<string[]> {
  const ways = await rows<{ id: number; way: number }>('select id, osm_way_id as way from roads');
  const texts = (await readObstacles(pool)).map(({ kind, hours, roadIds }) => {
    const carriers = roadIds.map((id) => ways.find((each) => each.id === id)!.way);
    return [kind, ...(hours ? [hours.fromMinute] : []), ...carriers].join(' ');
  });
  return texts.toSorted();
}

/** @param first the world that is there from the start, `{}` for the usual one; none when left out. */
export async function openCorrectedWorld(first?: Change): Promise<CorrectedWorld> {
  const bench = await openImportBench(first && { file: fileName, world: world(first) });
  const dataFolder = join(bench.folder, 'data');
  const target = {
    databaseUrl: bench.url,
    dataFolder,
    log: (line: string) => bench.said.push(line),
  };
  const enter = (entered: object): Promise<Correction> =>
    enterCorrection(bench.pool, newCorrection.parse({ by: 'Lan', ...entered }));
  return {
    bench,
    enter,
    load: async (change = {}, options = {}) => {
      const file = join(bench.folder, fileName);
      writeMiniWorld(file, world(change));
      return (await bench.importFile(file, options)).status;
    },
    loadRegister: async (register, text, options) => {
      const file = join(bench.folder, `${register.kind}.csv`);
      writeFileSync(file, text);
      bench.said.length = 0;
      return (await importRegister({ ...target, file, register, ...options })).status;
    },
    undo: () => undoBatch(target),
    measure: (meters) => enter({ target: 'way:11', field: 'width_m', value: meters }),
    renumber: async (from, to) => {
      const [row] = await bench.rows<{ id: number }>(
        'select id from addresses where house_number = $1 and retired_at is null',
        [from],
      );
      return enter({ target: `address:${row!.id}`, field: 'house_number', value: to });
    },
    withdraw: (id) => withdrawCorrection(bench.pool, id, { by: 'Minh' }),
    widths: async () => {
      const rows = await bench.rows<{ way: number; width: number; from: string }>(
        `select osm_way_id as way, width_m as width, width_provenance as from from roads where retired_at is null`,
      );
      return Object.fromEntries(
        rows.map(({ way, width, from }) => [way, `${Number(width.toFixed(2))} ${from}`]),
      );
    },
    standing: () => readStanding(bench),
    houses: () =>
      bench.rows(
        'select id, house_number, label from addresses where retired_at is null order by number_value, house_number',
      ),
    stateOf: async ({ id }) => {
      const [row] = await bench.rows<{ state: string; reason: string | null }>(
        'select state, reason from corrections where id = $1',
        [id],
      );
      return row!.reason === null ? row!.state : `${row!.state}: ${row!.reason}`;
    },
  };
}
