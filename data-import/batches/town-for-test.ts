// What tests of re-imports share: a town of one street, an alley, four houses and two wards, written again with changes.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityImport, CityImportResult } from '../osm/import-city.ts';
import { openImportBench, type ImportBench } from '../osm/import-for-test.ts';
import { writeMiniWorld, type MiniNode, type MiniWorld } from '../osm/mini-world.ts';
import {
  importRegister,
  type RegisterImport,
  type RegisterResult,
} from '../registers/import-register.ts';
import type { Register } from '../registers/register.ts';
import { undoBatch, type Undo } from '../undo.ts';

type Way = NonNullable<MiniWorld['ways']>[number];

export function house(number: string, at: [number, number], others = {}): MiniNode {
  return { at, tags: { 'addr:housenumber': number, 'addr:street': 'Phố Thử', ...others } };
}

export const street: Way = {
  id: 10,
  nodes: ['a', 'c', 'b'],
  tags: { highway: 'residential', name: 'Phố Thử' },
};
const alley: Way = {
  id: 11,
  nodes: ['c', 'd'],
  tags: { highway: 'service', service: 'alley', name: 'Ngõ 5 Phố Thử' },
};

/** Two wards side by side, the border at 50 m east. */
const wardWays: Way[] = [
  { id: 20, nodes: ['sw', 's', 'n', 'nw', 'sw'], tags: {} },
  { id: 21, nodes: ['s', 'se', 'ne', 'n', 's'], tags: {} },
];
const wardRelations = ['Phường Tây', 'Phường Đông'].map((name, index) => ({
  members: [{ way: 2 + index }],
  tags: { type: 'boundary', boundary: 'administrative', admin_level: '6', name },
}));

/** Nodes keep their OSM ids: `null` takes one away, new names come last. */
export type TownChange = {
  nodes?: Record<string, MiniWorld['nodes'][string] | null>;
  streets?: readonly Way[];
  moreWays?: readonly Way[];
  areas?: MiniWorld['areas'];
};

function townOf(change: TownChange): MiniWorld {
  const nodes: MiniWorld['nodes'] = {
    a: [0, 0],
    b: [100, 0],
    c: [30, 0],
    d: [30, 80],
    sw: [-200, -200],
    s: [50, -200],
    se: [300, -200],
    ne: [300, 200],
    n: [50, 200],
    nw: [-200, 200],
    h2: house('2', [10, 8]),
    h4: house('4', [20, 8]),
    h6: house('6', [60, 8]),
    h8: house('8', [90, 8]),
    hydrant: { at: [70, 2], tags: { emergency: 'fire_hydrant' } },
  };
  const replaced = Object.entries({ ...nodes, ...change.nodes });
  return {
    // What is gone leaves a bare node behind, so that all others keep their ids.
    nodes: Object.fromEntries(replaced.map(([name, node]) => [name, node ?? [0, 500]])),
    ways: [...(change.streets ?? [street, alley]), ...wardWays, ...(change.moreWays ?? [])],
    relations: wardRelations,
    ...(change.areas && { areas: change.areas }),
  };
}

export function writeTown(file: string, change: TownChange = {}): void {
  writeMiniWorld(file, townOf(change));
}

const fileName = 'town.osm';

export type Town = {
  bench: ImportBench;
  load: (change?: TownChange, options?: Partial<CityImport>) => Promise<CityImportResult>;
  loadRegister: (
    register: Register,
    text: string,
    options?: Partial<RegisterImport>,
  ) => Promise<RegisterResult>;
  undo: (options?: Partial<Undo>) => Promise<{ status: string }>;
  /** Ids of the houses that are served, by number. */
  houses: () => Promise<Record<string, number>>;
};

/** @param first the town that is there from the start, `{}` for the usual one; none when left out. */
export async function openTown(first?: TownChange): Promise<Town> {
  const bench = await openImportBench(first && { file: fileName, world: townOf(first) });
  const target = {
    databaseUrl: bench.url,
    dataFolder: join(bench.folder, 'data'),
    log: (line: string) => bench.said.push(line),
  };
  return {
    bench,
    load: (change, options) => {
      const file = join(bench.folder, fileName);
      writeTown(file, change);
      return bench.importFile(file, options);
    },
    loadRegister: (register, text, options) => {
      const file = join(bench.folder, `${register.kind}.csv`);
      writeFileSync(file, text);
      bench.said.length = 0;
      return importRegister({ ...target, file, register, ...options });
    },
    undo: (options) => undoBatch({ ...target, ...options }),
    houses: async () => {
      const rows = await bench.rows<{ house_number: string; id: number }>(
        'select house_number, id from addresses where retired_at is null order by id',
      );
      return Object.fromEntries(rows.map(({ house_number: number, id }) => [number, id]));
    },
  };
}

const servedTables = (
  'cities admin_units streets alleys alley_mouths roads barriers buildings addresses address_aliases ' +
  'way_aliases ' +
  'water_points water_bodies stations landmarks units water_mains contacts mobilised_vehicles'
).split(' ');

/** All that is served, row by row and value by value. */
export async function dumpServed({ bench }: Town): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const table of servedTables) {
    const rows = await bench.rows<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'updated_at' as row from ${table} t order by to_jsonb(t) ->> 'id'`,
    );
    dump[table] = rows.map(({ row }) => row).filter((row) => (row['retired_at'] ?? null) === null);
  }
  return dump;
}
