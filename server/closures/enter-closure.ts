// Draws a closure and takes it back; both answer when every new route of this server obeys.

import type pg from 'pg';
import { inTransaction, type Database } from '../../sql/pool.ts';
import { RequestError } from '../errors.ts';
import { inTime, refuseLate } from '../in-time.ts';
import { startDeadline } from '../response/deadline.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { maxCurrent, type ClosuresInForce } from './closures-in-force.ts';
import { isInForce } from './moments.ts';
import {
  countCurrent,
  insertClosure,
  lockEntering,
  readClosures,
  readDatabaseClock,
  withdrawClosure,
  type StoredClosure,
} from './queries.ts';
import type { Closure, DrawnClosure, NewClosure } from './schema.ts';

export type ClosureServices = {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  closures: ClosuresInForce;
};

type ReadServices = Pick<ClosureServices, 'readSettings'> & { database: Database };

export type ClosureState = 'active' | 'current' | 'all';

/** The newest first, with whether each is in force at this moment. */
export async function listClosures(
  services: ReadServices,
  { state, limit, id }: { state: ClosureState; limit: number; id?: number },
): Promise<Closure[]> {
  const { database } = services;
  const wanted = { state: state === 'all' ? ('all' as const) : ('current' as const), limit };
  const stored = await readClosures(database, id === undefined ? wanted : { ...wanted, id });
  const all = await markActive(services, stored);
  return state === 'active' ? all.filter(({ active }) => active) : all;
}

async function markActive(
  { database, readSettings }: ReadServices,
  stored: StoredClosure[],
): Promise<Closure[]> {
  const { parameters } = await readSettings();
  const now = await readDatabaseClock(database);
  const timeZone = parameters.text('city_time_zone');
  return stored.map((each) => ({ ...each, active: isInForce(each, now, timeZone) }));
}

async function requireClosure(services: ReadServices, id: number): Promise<Closure> {
  const [closure] = await listClosures(services, { state: 'all', limit: 1, id });
  if (!closure)
    throw new RequestError(
      404,
      'no-such-closure',
      `There is no closure ${id}; GET /api/closures lists them`,
    );
  return closure;
}

export async function enterClosure(
  services: ClosureServices,
  drawn: NewClosure,
): Promise<{ closure: Closure; segments: number | null }> {
  const { database, closures } = services;
  await inTime(refuseUnknownClasses(services, drawn));
  const segments = await requireRoads(services, drawn);
  const closure = await writeInTime(database, async (client) => {
    await lockEntering(client);
    if ((await countCurrent(client)) >= maxCurrent)
      throw new RequestError(
        409,
        'too-many-closures',
        `There are ${maxCurrent} closures already; withdraw those that are over`,
      );
    return requireClosure({ ...services, database: client }, await insertClosure(client, drawn));
  });
  await closures.follow();
  return { closure, segments };
}

export async function refuseUnknownClasses(
  { readSettings }: ClosureServices,
  { vehicleClasses = [] }: DrawnClosure,
): Promise<void> {
  const { classes } = await readSettings();
  const codes = classes.map(({ code }) => code);
  const unknown = vehicleClasses.find((each) => !codes.includes(each));
  if (unknown !== undefined)
    throw new RequestError(
      400,
      'unknown-class',
      `vehicleClasses: there is no ${unknown}; there are ${codes.join(', ')}`,
    );
}

/** Whoever draws or withdraws waits no longer for the database. */
const writeMillis = 2_000;
/** Longer than the road graph is busy with anything else. */
const roadsMillis = 2_000;

/**
 * How many stretches of road; one that closes none would be believed in. null while the road graph is away: what is
 * closed outside is entered all the same, and counts for every road of its classes until the graph knows better.
 */
async function requireRoads(
  { roadGraph }: ClosureServices,
  drawn: NewClosure,
): Promise<number | null> {
  const { geometry: shape, effect, vehicleClasses = null, onFoot, reason, by } = drawn;
  const closure = { id: 0, shape, effect, vehicleClasses, onFoot, reason, by };
  const answer = await roadGraph.ask('findClosed', [closure], roadsMillis);
  if (answer.kind === 'away') return null;
  const segments = answer.output[0]?.pairs.length ?? 0;
  if (segments === 0)
    throw new RequestError(
      422,
      'closes-no-road',
      'geometry: no road that these classes may use is there; put the point on the road, draw the line along it, or the area over it, or close the ways of people with onFoot',
    );
  return segments;
}

/** Takes a closure back; it stays in the list of all, with who and when. */
export async function takeBackClosure(
  services: ClosureServices,
  id: number,
  by: string,
): Promise<Closure> {
  const { database, closures } = services;
  const closure = await writeInTime(database, async (client) => {
    const inTransit = { ...services, database: client };
    const isWithdrawn = await withdrawClosure(client, id, by);
    const found = await requireClosure(inTransit, id);
    if (!isWithdrawn)
      throw new RequestError(
        409,
        'already-withdrawn',
        `Closure ${id} was withdrawn before${found.withdrawnBy ? `, by ${found.withdrawnBy}` : ''}`,
      );
    return found;
  });
  await closures.follow();
  return closure;
}

/**
 * Who hears that the database is late must not find it written all the same, when it goes on: from the commit on nobody
 * knows whether it will be, and it is waited for.
 */
async function writeInTime<T>(
  database: pg.Pool,
  write: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const deadline = startDeadline(writeMillis);
  const refuseIfLate = () => {
    if (deadline.left(writeMillis) === 0) refuseLate();
  };
  const committing = Promise.withResolvers<void>();
  const writing = inTransaction(database, async (client) => {
    refuseIfLate();
    const written = await write(client);
    refuseIfLate();
    committing.resolve();
    return written;
  });
  writing.catch(committing.reject);
  await inTime(committing.promise, writeMillis);
  return writing;
}
