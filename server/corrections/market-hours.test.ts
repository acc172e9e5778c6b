// What fills a way in some hours of the day, as a market does, beside what does so in others.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readObstacles } from '../road-graph/queries.ts';
import { openCorrectionsBench, way, type CorrectionsBench } from './corrections-for-test.ts';

let bench: CorrectionsBench;
beforeAll(async () => {
  bench = await openCorrectionsBench();
}, 60_000);
afterAll(() => bench.database.drop());

const said = { target: `way:${way}`, field: 'obstacle' };
const morning = { kind: 'market', from: '05:00', to: '08:00' };
const evening = { kind: 'market', from: '16:00', to: '19:00' };

const hoursOfMarkets = async () =>
  (await readObstacles(bench.database.pool)).map(({ hours }) => hours);

test('a market in the evening stands beside the one in the morning; the same hours are said once', async () => {
  const first = await bench.enter({ ...said, value: morning });
  const second = await bench.enter({ ...said, value: evening });
  const both = [
    { fromMinute: 300, toMinute: 480 },
    { fromMinute: 960, toMinute: 1140 },
  ];
  expect(await hoursOfMarkets()).toEqual(both);
  const again = await bench.enter({ ...said, value: morning, note: 'still there' });
  expect(await hoursOfMarkets()).toEqual([both[1], both[0]]);
  await bench.withdraw(second.id);
  expect(await hoursOfMarkets()).toEqual([both[0]]);
  await bench.withdraw(again.id);
  await bench.withdraw(first.id);
  expect(await hoursOfMarkets()).toEqual([]);
});

test('a market that an older Firepoint kept without its hours goes on after an upgrade, and is replaced by its hours', async () => {
  const old = await bench.enter({ ...said, value: morning });
  const bollardStays = await bench.enter({
    ...said,
    value: { kind: 'bollard', lon: 105.801, lat: 21.002 },
  });
  await bench.database.pool.query(
    `update corrections set field = 'obstacle:market' where id = $1`,
    [old.id],
  );
  await bench.database.pool.query(
    `update corrected_rows set field = 'obstacle:market' where correction_id = $1`,
    [old.id],
  );
  const upgrade = new URL('../../sql/migrations/0029_market_hours.sql', import.meta.url);
  await bench.database.pool.query(readFileSync(upgrade, 'utf8'));
  const again = await bench.enter({ ...said, value: morning });
  const standing = await readObstacles(bench.database.pool);
  expect(standing.map(({ kind }) => kind)).toEqual(['bollard', 'market']);
  for (const { id } of [again, old, bollardStays]) await bench.withdraw(id);
  expect(await readObstacles(bench.database.pool)).toEqual([]);
});
