// The city to be measured, where it is not the small demo city: one of so many invented houses, or a
// real extract with an invented fleet and invented hydrants.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeEnvironment, runFirepoint } from '../e2e/product.ts';
import { printRow, seededRandom } from './measure.ts';

export type CityChoice = { houses: string | undefined; extract: string | undefined };

type Bounds = [west: number, south: number, east: number, north: number];

const stationCount = 25;
const unitCount = 100;
const hydrantCount = 1_000;

/** Before the product starts, into its data folder; prints how long it took. */
export async function bringCity(
  dataFolder: string,
  { houses, extract }: CityChoice,
): Promise<void> {
  if (houses) await time(dataFolder, `demo city of ${houses} houses`, ['demo', '--houses', houses]);
  if (extract) await time(dataFolder, extract, ['import', resolve(extract), '--name', 'Bench']);
}

/** Stations, units and hydrants all over the city, the same in every run. */
export async function bringFleet(dataFolder: string, bounds: Bounds): Promise<void> {
  const folder = join(dataFolder, 'fleet');
  mkdirSync(folder, { recursive: true });
  for (const [kind, rows] of Object.entries(inventFleet(bounds))) {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, rows.join('\n'));
    await time(dataFolder, `invented ${kind}`, ['import', kind, file]);
  }
  rmSync(folder, { recursive: true });
}

function list(count: number, row: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, n) => row(n));
}

function inventFleet([west, south, east, north]: Bounds): Record<string, string[]> {
  const random = seededRandom(stationCount);
  const place = () =>
    [west + (east - west) * random(), south + (north - south) * random()]
      .map((degrees) => degrees.toFixed(6))
      .join(',');
  const classes = ['large', 'large', 'small', 'motorbike'];
  const today = new Date().toISOString().slice(0, 10);
  return {
    stations: ['id,name,lon,lat', ...list(stationCount, (n) => `S${n},Bench ${n},${place()}`)],
    units: [
      'id,call_sign,station_id,vehicle_class',
      ...list(
        unitCount,
        (n) => `U${n},XE ${n},S${n % stationCount},${classes[n % classes.length]}`,
      ),
    ],
    'water-points': [
      'id,kind,lon,lat,status,flow_lps,tested_on',
      ...list(hydrantCount, (n) => `H${n},hydrant,${place()},working,15,${today}`),
    ],
  };
}

async function time(dataFolder: string, name: string, args: string[]): Promise<void> {
  const started = performance.now();
  const { code, printed } = await runFirepoint(args, await describeEnvironment(dataFolder));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${printed}`);
  printRow(`brought, ${name}`, `${((performance.now() - started) / 1_000).toFixed(1)} s`);
}
