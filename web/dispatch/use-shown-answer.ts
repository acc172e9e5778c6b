import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Position } from '../../geo/position.ts';
import type { PlaceCard } from '../../server/places/schema.ts';
import type { Support } from '../../server/response/choices-schema.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import type { ApiError, Target } from '../api.ts';
import { type ByHand, byHandOf } from '../choices/by-hand-words.ts';
import { type MovedUnit, useMovedUnit } from '../stop/use-moved-unit.ts';
import { type DispatchSearch, targetOf } from './dispatch-search.ts';
import { type AskedResponse, usePlaceCard, useResponse, useUnitInFull } from './use-answers.ts';

export type ShownAnswer = {
  target: Target | null;
  card: UseQueryResult<PlaceCard, ApiError>;
  response: AskedResponse;
  /** As it stands in the list. */
  chosen: UnitResponse | null;
  /** The same with its road, as soon as that is there. */
  planned: UnitResponse | null;
  /** The same for a stop point of the dispatcher's own. */
  moved: MovedUnit;
  /** The unit to be shown: moved where it is, else as planned. */
  unit: UnitResponse | null;
  /** What of it the dispatcher chose; null where nothing. */
  byHand: ByHand | null;
  /** Where the engines behind that unit stand. */
  support: Support | null;
};

/** What the address bar asks for: the same answer on the screen and on paper. */
export function useShownAnswer(
  search: Pick<
    DispatchSearch,
    'place' | 'at' | 'incident' | 'alarm' | 'unit' | 'stop' | 'door' | 'why'
  >,
): ShownAnswer {
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
  const units = response.data?.units ?? [];
  const chosen = units.find((unit) => unit.unitId === search.unit) ?? units[0] ?? null;
  const inFull = useUnitInFull(target, chosen, response.data);
  const moved = useMovedUnit(target, chosen?.unitId ?? null, search.stop);
  return {
    target,
    card,
    response,
    chosen,
    planned: inFull.unit,
    moved,
    unit: moved.unit ?? inFull.unit,
    byHand: byHandOf(search, response.data),
    support: moved.unit ? moved.support : inFull.support,
  };
}

export function routeOf(unit: UnitResponse | null): Position[] {
  return (unit?.drive?.geometry?.coordinates ?? []) as Position[];
}
