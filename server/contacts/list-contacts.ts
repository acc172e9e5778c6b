// Whom to call about a point: near means along the ways of people, as the road graph knows them.

import type pg from 'pg';
import type { Position } from '../../geo/position.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { readOnDuty, readOnFoot } from './queries.ts';
import type { Contacts } from './schema.ts';

export type ContactsServices = {
  database: pg.Pool;
  roadGraph: RoadGraphClient;
  readSettings: SettingsReader;
};

const graphMillis = 500;
const mostShown = 20;

export async function listContacts(
  { database, roadGraph, readSettings }: ContactsServices,
  at: Position,
): Promise<Contacts> {
  const { parameters } = await readSettings();
  const reachMeters = parameters.number('contact_reach');
  const [near, duty] = await Promise.all([
    readOnFoot(database, at, reachMeters),
    readOnDuty(database, at),
  ]);
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
          graphMillis,
        );
  const known = walks?.kind === 'answer' ? walks.output : null;
  const detour = parameters.number('straight_detour');
  const onFoot = near
    .map(({ straight_meters: straight, ...row }, index) => ({
      ...row,
      id: `contact:${row.id}`,
      meters: known ? known[index]! : straight * detour,
      isEstimated: known === null,
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
  };
}
