// Whom to call about a point: near means along the ways of people, as the road graph knows them. While the
// database is away, whom one would have called when it was asked last.

import type pg from 'pg';
import type { Logger } from 'pino';
import type { Position } from '../../geo/position.ts';
import { answerMillis } from '../in-time.ts';
import { startDeadline } from '../response/deadline.ts';
import { createLastKnown, type LastKnown } from '../response/last-known.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { readOnDuty, readOnFoot } from './queries.ts';
import type { Contacts } from './schema.ts';

export type ContactsServices = {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
  log: Logger;
};

const graphMillis = 500;
const mostShown = 20;
/** So many places that were asked about can be asked about again without the database. */
const keptPlaces = 500;

type Register = {
  near: Awaited<ReturnType<typeof readOnFoot>>;
  duty: Awaited<ReturnType<typeof readOnDuty>>;
  reachMeters: number;
  detour: number;
};

const memories = new WeakMap<pg.Pool, LastKnown<Register>>();

function memoryOf(database: pg.Pool): LastKnown<Register> {
  const memory = memories.get(database) ?? createLastKnown<Register>({ max: keptPlaces });
  memories.set(database, memory);
  return memory;
}

async function readRegister(
  { database, readSettings }: ContactsServices,
  at: Position,
): Promise<Register> {
  const { parameters } = await readSettings();
  const reachMeters = parameters.number('contact_reach');
  const [near, duty] = await Promise.all([
    readOnFoot(database, at, reachMeters),
    readOnDuty(database, at),
  ]);
  return { near, duty, reachMeters, detour: parameters.number('straight_detour') };
}

export async function listContacts(services: ContactsServices, at: Position): Promise<Contacts> {
  const { database, roadGraph, log } = services;
  const deadline = startDeadline(answerMillis);
  const read = () => readRegister(services, at);
  const known = await memoryOf(database).read(at.join(), read, { deadline, log });
  const { near, duty, reachMeters, detour } = known.value;
  const walks =
    near.length === 0
      ? null
      : await roadGraph.ask(
          'walks',
          {
            from: at,
            to: near.map(({ lon, lat }): Position => [lon, lat]),
            limitMeters: reachMeters,
          },
          deadline.left(graphMillis),
        );
  const onWays = walks?.kind === 'answer' ? walks.output : null;
  const onFoot = near
    .map(({ straight_meters: straight, ...row }, index) => ({
      ...row,
      id: `contact:${row.id}`,
      meters: onWays ? onWays[index]! : straight * detour,
      isEstimated: onWays === null,
    }))
    .flatMap((row) =>
      row.meters === null || row.meters > reachMeters
        ? []
        : [{ ...row, meters: Math.round(row.meters) }],
    )
    .toSorted((a, b) => a.meters - b.meters);
  return {
    onFoot: onFoot.slice(0, mostShown),
    onDuty: duty.flatMap(({ id, kind, name, phone, meters }) =>
      id === null || kind === null || name === null
        ? []
        : [{ id: `contact:${id}`, kind, name, phone, meters: meters && Math.round(meters) }],
    ),
    reachMeters,
    hasRegister: duty[0]?.has_register ?? false,
    ...(known.ageMillis !== null && { ageSeconds: Math.round(known.ageMillis / 1_000) }),
  };
}
