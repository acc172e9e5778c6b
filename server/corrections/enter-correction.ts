// What a person knows better than the map: checked, kept, and written into the live row, in one transaction.

import type pg from 'pg';
import { inTransaction } from '../../sql/pool.ts';
import { RequestError } from '../errors.ts';
import {
  announceChange,
  applyToRow,
  findTarget,
  insertCorrection,
  listCorrections,
  partCarriers,
  supersedeOthers,
  waitForTurn,
  withdrawRow,
  type TargetKind,
  type TargetRow,
} from './queries.ts';
import { checkEstimate } from './check-estimate.ts';
import { checkObstacle } from './check-obstacle.ts';
import { hasNumberTwin, metersFromHouse } from './check-queries.ts';
import type { Correction, NewCorrection, Withdrawal } from './schema.ts';

/** A door further away belongs to another house, or two numbers were swapped. */
const maxDoorMeters = 200;

type Target = TargetRow & { kind: TargetKind; id: number };

async function requireTarget(client: pg.PoolClient, text: string): Promise<Target> {
  const [word, number] = text.split(':');
  const kind = word === 'way' ? ('road' as const) : ('address' as const);
  const id = Number(number);
  const found = await findTarget(client, kind, id);
  const isRoad = kind === 'road';
  if (!found)
    throw new RequestError(
      404,
      'no-such-target',
      isRoad
        ? `There is no road with the OpenStreetMap way id ${id} in the loaded city`
        : `There is no house ${text}; GET /api/places?q=… finds the id of a house number`,
    );
  if (found.retired_at !== null) {
    const retiredAt = found.retired_at.toISOString();
    const hint = isRoad ? '' : `; GET /api/places/${text} says what stands there now`;
    throw new RequestError(
      409,
      'target-retired',
      `${found.label} is no longer in the map since ${retiredAt.slice(0, 10)}${hint}`,
      { details: { retiredAt } },
    );
  }
  return { ...found, kind, id };
}

async function checkValue(
  client: pg.PoolClient,
  entered: NewCorrection,
  { row_id: rowId, label }: Target,
): Promise<void> {
  if (entered.field === 'house_number' && (await hasNumberTwin(client, rowId, entered.value)))
    throw new RequestError(
      409,
      'number-taken',
      `There is a number ${entered.value} at this very house already`,
    );
  if (entered.field === 'obstacle') return checkObstacle(client, entered.value, { rowId, label });
  if (entered.field !== 'door') return checkEstimate(client, entered, { rowId, label });
  const meters = Math.round(await metersFromHouse(client, rowId, entered.value));
  if (meters > maxDoorMeters)
    throw new RequestError(
      422,
      'door-too-far',
      `value: the point is ${meters} m from ${label}; a door is at most ${maxDoorMeters} m from its house (are lon and lat swapped?)`,
      { details: { meters, maxMeters: maxDoorMeters } },
    );
}

async function readOne(client: pg.PoolClient, id: number): Promise<Correction> {
  const { corrections } = await listCorrections(client, { id, state: 'all', most: 1 });
  if (!corrections[0])
    throw new RequestError(
      404,
      'no-such-correction',
      `There is no correction ${id}; GET /api/corrections lists them`,
    );
  return corrections[0];
}

/** Enters a correction and applies it at once. */
export async function enterCorrection(
  database: pg.Pool,
  entered: NewCorrection,
): Promise<Correction> {
  return inTransaction(database, async (client) => {
    await waitForTurn(client);
    const target = await requireTarget(client, entered.target);
    await checkValue(client, entered, target);
    await partCarriers(client, entered, target);
    const id = await insertCorrection(client, entered, target);
    await supersedeOthers(client, id);
    await applyToRow(client, id, target.row_id);
    await announceChange(client);
    return readOne(client, id);
  });
}

/** Takes a correction back; what the import says, or the correction before it, holds again. */
export async function withdrawCorrection(
  database: pg.Pool,
  id: number,
  withdrawal: Withdrawal,
): Promise<Correction> {
  return inTransaction(database, async (client) => {
    await waitForTurn(client);
    const { state, supersededBy } = await readOne(client, id);
    if (state === 'withdrawn')
      throw new RequestError(409, 'already-withdrawn', `Correction ${id} was withdrawn before`);
    if (state === 'superseded')
      throw new RequestError(
        409,
        'superseded',
        `Correction ${id} is no longer in force; withdraw ${supersededBy}, which replaced it`,
      );
    await withdrawRow(client, id, withdrawal);
    await announceChange(client);
    return readOne(client, id);
  });
}
