// What a correction had replaced comes back when it is withdrawn, where the map is still of that place.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCorrectionsBench, way, type CorrectionsBench } from './corrections-for-test.ts';
import type { Correction } from './schema.ts';

let bench: CorrectionsBench;
beforeAll(async () => {
  bench = await openCorrectionsBench();
}, 60_000);
afterAll(() => bench.database.drop());

const asBefore = '105.801 21.001, 105.801 21.003';
const muchLonger = '105.801 21.001, 105.801 21.009';
const beside = '105.80103 21.001, 105.80103 21.0032';
/** A third of it, then another way: an import keeps there what holds for whoever comes through. */
const turnsAside = '105.801 21.001, 105.801 21.0016, 105.805 21.0016';
const elsewhere = '105.809 21.001, 105.809 21.003';

async function drawRoad(line: string): Promise<void> {
  await bench.database.pool.query(
    'update roads set geom = st_geomfromtext($2, 4326) where osm_way_id = $1',
    [way, `linestring(${line})`],
  );
}

/** What becomes of a correction when the one that replaced it, after an import drew the road so, is withdrawn. */
async function reviveOn(line: string, said: { field: string; value: unknown }) {
  const target = `way:${way}`;
  const first = await bench.enter({ target, ...said });
  await drawRoad(line);
  const second = await bench.enter({ target, ...said });
  await bench.withdraw(second.id);
  const answer = await bench.app.request(`/api/corrections?target=${target}`);
  const { corrections } = (await answer.json()) as { corrections: Correction[] };
  const { state, reason } = corrections.find(({ id }) => id === first.id)!;
  const { width_m: width } = await bench.readRoad();
  await bench.withdraw(first.id);
  await drawRoad(asBefore);
  return { is: reason === null ? state : `${state}: ${reason}`, width };
}

describe('a measured width comes back', () => {
  const width = { field: 'width_m', value: 3 };

  test('where its way was drawn a step aside and a little longer', async () => {
    expect(await reviveOn(beside, width)).toEqual({ is: 'applied', width: 3 });
  });

  test('unless the id of its way runs elsewhere, or the way goes on much further', async () => {
    expect(await reviveOn(elsewhere, width)).toEqual({ is: 'unmatched: moved', width: 2.5 });
    expect(await reviveOn(muchLonger, width)).toEqual({ is: 'unmatched: lengthened', width: 2.5 });
  });
});

test('a width that allows less than the map comes back however far its way goes on', async () => {
  const revived = await reviveOn(muchLonger, { field: 'width_m', value: 1.6 });
  expect(revived.is).toBe('applied');
});

test('a bollard comes back where it stands, however far its way goes on by now', async () => {
  const value = { kind: 'bollard', lon: 105.801, lat: 21.002 };
  const revived = await reviveOn(muchLonger, { field: 'obstacle', value });
  expect(revived.is).toBe('applied');
});

test('a market comes back however far its way goes on: it fills the way, and the map knows of none', async () => {
  const value = { kind: 'market', from: '05:00', to: '08:00' };
  const revived = await reviveOn(muchLonger, { field: 'obstacle', value });
  expect(revived.is).toBe('applied');
});

describe('on a way of which only a part is left there, as an import has it,', () => {
  test.each([
    [
      'a width that allows less than the map comes back',
      { field: 'width_m', value: 1.6 },
      'applied',
    ],
    ['one that allows more waits', { field: 'width_m', value: 3 }, 'unmatched: moved'],
    [
      'a bollard on that part comes back',
      { field: 'obstacle', value: { kind: 'bollard', lon: 105.801, lat: 21.0013 } },
      'applied',
    ],
  ])('%s', async (_, said, state) => {
    expect((await reviveOn(turnsAside, said)).is).toBe(state);
  });
});
