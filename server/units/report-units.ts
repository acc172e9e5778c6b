// Reports of units: what is new is kept with its time, what is older than what is known is not.

import type pg from 'pg';
import { RequestError } from '../errors.ts';
import type { SettingsReader } from '../response/read-settings.ts';
import { findUnits, keepPosition, keepStatus, readPositions } from './queries.ts';
import type { PositionReport, StatusReport } from './schema.ts';

export type UnitsServices = { database: pg.Pool; readSettings: SettingsReader };

/** Clocks of two machines differ; more than this is a slip. */
const aheadMillis = 5 * 60_000;
const kmhPerKnot = 1.852;

export async function reportPosition({ database }: UnitsServices, report: PositionReport) {
  const at = readTime(report.timestamp);
  const unitId = await unitOf(database, report.id);
  const isKept = await keepPosition(database, {
    unitId,
    at,
    lon: report.lon,
    lat: report.lat,
    speedKmh: report.speed === undefined ? null : report.speed * kmhPerKnot,
    bearing: report.bearing ?? null,
    accuracyMeters: report.accuracy ?? null,
  });
  return { unitId: `unit:${unitId}`, isKept };
}

export async function reportStatus(
  { database }: UnitsServices,
  id: string,
  { status, atStation = false, at: given, by }: StatusReport,
) {
  const at = readTime(given, 'at');
  const unitId = await unitOf(database, id);
  const isKept = await keepStatus(database, {
    unitId,
    status,
    at,
    author: by,
    atStation,
  });
  return { unitId: `unit:${unitId}`, status, at: (at ?? new Date()).toISOString(), isKept };
}

export async function listPositions({ database, readSettings }: UnitsServices) {
  const [rows, { parameters }] = await Promise.all([readPositions(database), readSettings()]);
  const staleAfterSeconds = parameters.number('position_stale_after');
  return {
    staleAfterSeconds,
    positions: rows.map((row) => ({ ...row, isStale: row.ageSeconds > staleAfterSeconds })),
  };
}

async function unitOf(database: pg.Pool, id: string): Promise<number> {
  const [unit, ...others] = await findUnits(database, id);
  if (!unit)
    throw new RequestError(404, 'no-such-unit', `id: there is no unit ${id} in the register`);
  // Stations may use the same call signs: a report that went to another one would be lost twice.
  if (others.length > 0) {
    const names = [unit, ...others].map(({ name }) => name).join(', ');
    throw new RequestError(
      409,
      'ambiguous-unit',
      `id: ${id} is the call sign of several: ${names}`,
    );
  }
  return unit.id;
}

/** Seconds or milliseconds since 1970, or ISO 8601; UTC where it names no zone. null: now. */
function readTime(text: string | undefined, field = 'timestamp'): Date | null {
  if (text === undefined) return null;
  const isNumber = /^\d{9,13}(\.\d+)?$/.test(text);
  const value = Number(text);
  // `2026-03-05 14:00:00` says no zone: clients send UTC.
  const utc = /^\d{4}-\d\d-\d\d[ T][\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
  const isDate = /^\d{4}-\d\d-\d\d/.test(utc);
  const at = isNumber
    ? new Date(value < 1e11 ? value * 1_000 : value)
    : new Date(isDate ? utc : Number.NaN);
  if (Number.isNaN(at.getTime()) || at.getTime() < 0)
    throw new RequestError(400, 'invalid-input', `${field}: is no time since 1970 or of ISO 8601`);
  if (at.getTime() > Date.now() + aheadMillis)
    throw new RequestError(400, 'invalid-input', `${field}: lies in the future`);
  return at;
}
