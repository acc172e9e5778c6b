import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Position } from '../../geo/position.ts';
import type { PlaceCard } from '../../server/places/schema.ts';
import type { Support } from '../../server/response/choices-schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { ApiError, Target } from '../api.ts';
import { type ByHand, byHandOf } from '../choices/by-hand-words.ts';
import { stopOf } from '../choices/choices-in-address.ts';
import { type MovedUnit, useMovedUnit } from '../stop/use-moved-unit.ts';
import { type DispatchSearch, targetOf } from './dispatch-search.ts';
import { type AskedResponse, usePlaceCard, useResponse, useUnitInFull } from './use-answers.ts';
import { type Listing, type NamedUnit, useNamedUnit } from './use-named-unit.ts';

export type ShownAnswer = {
  target: Target | null;
  card: UseQueryResult<PlaceCard, ApiError>;
  response: AskedResponse;
  /** As it stands in the list. */
  chosen: UnitResponse | null;
  /** The unit of the address where the list lacks it, as one that drives already; else null. */
  named: NamedUnit | null;
  /** The same with its road, as soon as that is there. */
  planned: UnitResponse | null;
  /** The stop point of the dispatcher's own for that very unit. */
  stop: { lon: number; lat: number } | undefined;
  /** The same with that stop point. */
  moved: MovedUnit;
  /** The unit to be shown: moved where it is, else as planned. */
  unit: UnitResponse | null;
  /** What of it the dispatcher chose; null where nothing. */
  byHand: ByHand | null;
  /** Where the engines behind that unit stand. */
  support: Support | null;
};

type Shown = Pick<
  DispatchSearch,
  'place' | 'at' | 'incident' | 'alarm' | 'unit' | 'instead' | 'stop' | 'door' | 'why'
>;

/**
 * What the address bar asks for: the same answer on the screen and on paper. Where the server has no plan for the unit,
 * only the screen, which says so, `fallsBack` to the fastest: paper in the cab of one engine must not be of another.
 */
export function useShownAnswer(search: Shown, { fallsBack = false } = {}): ShownAnswer {
  const { place, at, door, incident, alarm } = search;
  const target = useMemo(
    () =>
      targetOf({
        ...(place && { place }),
        ...(at && { at }),
        ...(door && { door }),
        ...(incident && { incident }),
        ...(alarm !== undefined && { alarm }),
      }),
    [place, at, door, incident, alarm],
  );
  const card = usePlaceCard(place);
  const response = useResponse(target);
  const own = chooseListed(response.data, search.unit);
  const isUnlisted = response.data !== undefined && !own;
  const listed = useLastListing(target, response, own?.unitId === search.unit);
  const named = useNamedUnit(target, (isUnlisted && search.unit) || null, listed);
  const fallback = fallsBack && hasNoPlan(named) ? fastestOf(response.data) : null;
  const chosen = own ?? fallback;
  const inFull = useUnitInFull(target, chosen, response.data);
  const planned = named && !chosen ? named.unit : inFull.unit;
  const stop = stopOf(search, planned?.unitId ?? null);
  const moved = useMovedUnit(target, planned?.unitId ?? null, stop);
  const unit = moved.unit ?? planned;
  return {
    target,
    card,
    response,
    chosen,
    named,
    planned,
    stop,
    moved,
    unit,
    byHand: byHandOf(search, response.data, unit),
    support: (moved.unit ? moved : named && !chosen ? named : inFull).support,
  };
}

/** The last answer to that question that listed the unit of the address. */
function useLastListing(
  target: Target | null,
  { data: response, dataUpdatedAt: at }: AskedResponse,
  isListed: boolean,
): Listing | null {
  const [last, setLast] = useState<(Listing & { target: Target | null }) | null>(null);
  if (isListed && response && (last?.response !== response || last.at !== at))
    setLast({ target, response, at });
  return last?.target === target ? last : null;
}

function chooseListed(
  response: ResponseResult | undefined,
  unitId: string | undefined,
): UnitResponse | null {
  if (unitId === undefined) return fastestOf(response);
  return response?.units.find((unit) => unit.unitId === unitId) ?? null;
}

function fastestOf(response: ResponseResult | undefined): UnitResponse | null {
  return response?.units[0] ?? null;
}

/** Not while it is asked for: the unit chosen must not give way to another and come back. */
function hasNoPlan(named: NamedUnit | null): boolean {
  return named !== null && !named.unit && !named.isAsking;
}

export function routeOf(unit: UnitResponse | null): Position[] {
  return (unit?.drive?.geometry?.coordinates ?? []) as Position[];
}
