// Takes a batch of a feed in; it counts in every new route of this server when this has answered.

import type pg from 'pg';
import { RequestError } from '../errors.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { newestOfEach } from './newest-of-each.ts';
import { keepTraffic, type SpeedRow } from './queries.ts';
import type { NewTraffic, SegmentSpeed, TrafficKept, TrafficNow } from './schema.ts';
import type { TrafficInForce } from './traffic-in-force.ts';

export type TrafficServices = {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  traffic: TrafficInForce;
};

const maxExamples = 5;
/** Feeds at once; one that takes another name with every batch would fill the table. */
const maxSources = 50;
/** Clocks of two machines differ. */
const aheadMillis = 60_000;

export async function enterTraffic(
  { database, roadGraph, readSettings, traffic }: TrafficServices,
  { source, segments }: NewTraffic,
): Promise<TrafficKept> {
  const { parameters } = await readSettings();
  const validMinutes = parameters.number('traffic_valid');
  const rows = segments.map((segment, index) => toRow(source, segment, index));
  const recent = rows.filter(
    ({ at }) => at === null || at.getTime() > Date.now() - validMinutes * 60_000,
  );
  const roads = await roadGraph.call(
    'knowsPairs',
    recent.map(({ from, to }) => ({ from, to })),
  );
  const unknown = recent.filter((_, index) => !roads[index]);
  const known = newestOfEach(recent.filter((_, index) => roads[index]));
  let kept = 0;
  if (known.length > 0) {
    const batch = { kind: 'feed' as const, rows: known };
    const written = await keepTraffic(database, batch, { validMinutes, maxSources });
    if (written === 'too-many-sources')
      throw new RequestError(
        409,
        'too-many-sources',
        `source: ${maxSources} feeds speak already; give each feed one name of its own`,
      );
    kept = written;
    await traffic.follow();
  }
  return {
    source,
    kept,
    tooOld: rows.length - recent.length,
    outdated: recent.length - unknown.length - kept,
    leftOut: traffic.leftOut(),
    unknown: {
      count: unknown.length,
      examples: unknown.slice(0, maxExamples).map(({ from, to }) => ({ from, to })),
    },
  };
}

function toRow(source: string, { from, to, kmh, at }: SegmentSpeed, index: number): SpeedRow {
  const seen = at === undefined ? null : new Date(at);
  if (seen && seen.getTime() > Date.now() + aheadMillis)
    throw new RequestError(400, 'invalid-input', `segments.${index}.at: lies in the future`);
  return { from, to, kmh, at: seen, source };
}

/** What counts now, the most slowed stretches first. */
export async function listTraffic(
  { readSettings, traffic }: TrafficServices,
  limit: number,
): Promise<TrafficNow> {
  const { parameters } = await readSettings();
  const speeds = traffic.speeds();
  return {
    total: speeds.length,
    leftOut: traffic.leftOut(),
    validMinutes: parameters.number('traffic_valid'),
    newestAt: traffic.newestAt(),
    sources: countSources(speeds),
    segments: speeds.slice(0, limit).map(({ at, meters: _meters, ...speed }) => ({
      ...speed,
      at: new Date(at).toISOString(),
      ageSeconds: Math.max(0, Math.round((Date.now() - at) / 1_000)),
    })),
  };
}

function countSources(speeds: ReturnType<TrafficInForce['speeds']>): TrafficNow['sources'] {
  const bySource = Map.groupBy(speeds, ({ kind, source }) => `${kind} ${source}`);
  return [...bySource.values()]
    .map((of) => ({
      source: of[0]!.source,
      kind: of[0]!.kind,
      segments: of.length,
      newestAt: new Date(of.reduce((newest, { at }) => Math.max(newest, at), 0)).toISOString(),
    }))
    .toSorted((a, b) => b.segments - a.segments);
}
