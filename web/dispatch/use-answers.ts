// What the screen asks the server, and how long answers stay good.

import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from '../../server/health/schema.ts';
import type { PlaceCard, PlaceResults } from '../../server/places/schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import {
  askResponse,
  type ApiError,
  fetchHealth,
  fetchPlace,
  searchPlaces,
  type Target,
} from '../api.ts';
import { learnTimeZone } from '../i18n/city-time.ts';
import { learnClassNames } from '../units/class-names.ts';
import { afterFailure, askAgain, mayPass } from './ask-again.ts';
import { nameQuestion } from './ranking.ts';
import { unitOfAnswer } from './unit-of-answer.ts';
import { useLastAnswer } from './use-last-answer.ts';
import { isWaterUnasked } from './water-rows.ts';

export const freshMs = 30_000;

/** Results for a text; those of the text before stay until the new ones are there. */
export function usePlaceResults(
  q: string,
  near: string | null,
): UseQueryResult<PlaceResults, ApiError> {
  return useQuery<PlaceResults, ApiError>({
    ...placesQuery(q, near),
    enabled: q !== '',
    refetchInterval: afterFailure,
    placeholderData: keepPreviousData,
  });
}

export function placesQuery(q: string, near: string | null = null) {
  return {
    queryKey: ['places', q, near],
    queryFn: ({ signal }: { signal: AbortSignal }) => searchPlaces(q, near, signal),
    staleTime: freshMs,
  };
}

export function usePlaceCard(id: string | undefined): UseQueryResult<PlaceCard, ApiError> {
  return useQuery<PlaceCard, ApiError>({
    queryKey: ['place', id],
    queryFn: ({ signal }) => fetchPlace(id ?? '', signal),
    enabled: id !== undefined,
    refetchInterval: afterFailure,
    staleTime: freshMs,
  });
}

/** An answer on the screen, whether it is to what is asked now or to what was asked before. */
export type AskedResponse = Readonly<{
  data: ResponseResult | undefined;
  /** When that answer came; 0 for never. */
  dataUpdatedAt: number;
  /** The answer of before for the same place, because the one to what was chosen since is not there. */
  isKept: boolean;
  /** Why there is no answer to what is asked now. */
  error: ApiError | null;
  isError: boolean;
  isPending: boolean;
  isSuccess: boolean;
  refetch: () => Promise<unknown>;
}>;

export function useResponse(target: Target | null): AskedResponse {
  const asked = useQuery<ResponseResult, ApiError>({
    ...responseQuery(target),
    enabled: target !== null,
    refetchInterval: askAgain,
  });
  const mayWait = asked.data === undefined && (asked.error === null || mayPass(asked.error));
  const keptTarget = useAnsweredTarget(target, asked.data !== undefined);
  // Never asked by itself, only held: what is on the screen must not be forgotten meanwhile.
  const kept = useQuery<ResponseResult, ApiError>({
    ...responseQuery(mayWait ? keptTarget : null),
    enabled: false,
  });
  const { data, dataUpdatedAt } = asked.data === undefined && kept.data ? kept : asked;
  return {
    data,
    dataUpdatedAt,
    isKept: asked.data === undefined && data !== undefined,
    error: asked.error ?? asked.failureReason,
    isError: asked.isError,
    isPending: asked.isPending && data === undefined,
    isSuccess: data !== undefined,
    refetch: asked.refetch,
  };
}

/** What was last answered for that place: another alarm level, or another door, must not blank the panel. */
function useAnsweredTarget(target: Target | null, isAnswered: boolean): Target | null {
  const client = useQueryClient();
  const [last, setLast] = useState<Target | null>(null);
  if (isAnswered && last !== target) setLast(target);
  if (last && isSamePlace(last, target)) return last;
  // Opened anew, as on paper: the answer that the screen before it had.
  const answered = client
    .getQueryCache()
    .findAll({ queryKey: ['response'] })
    .filter(({ queryKey, state }) => queryKey.length === 2 && state.data !== undefined)
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .map(({ queryKey }) => queryKey[1] as Target | null);
  return answered.find((each) => isSamePlace(each, target)) ?? null;
}

export function isSamePlace(a: Target | null, b: Target | null): boolean {
  return a !== null && b !== null && placeOf(a) === placeOf(b);
}

function placeOf(target: Target): string {
  return 'placeId' in target ? target.placeId : `${target.lon},${target.lat}`;
}

function responseQuery(target: Target | null) {
  return {
    queryKey: ['response', target],
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      if (!target) throw new Error('a response needs a target');
      return askResponse(target, {}, signal);
    },
    staleTime: freshMs,
  };
}

/** Asks for the likely next answer before Enter is pressed, once the choice has rested a moment. */
export function usePrefetchedResponse(placeId: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (placeId === null) return;
    const timer = setTimeout(() => void client.prefetchQuery(responseQuery({ placeId })), 150);
    return () => clearTimeout(timer);
  }, [client, placeId]);
}

export type UnitInFull = {
  unit: UnitResponse | null;
  /** The one that it is of, with where the engines behind it stand as if it came first; null while that is not there. */
  answer: ResponseResult | null;
};

/**
 * A unit that is not the first, or that became the first because the ways of others are closed: with its road, its
 * other stops, its water, and those who come behind it.
 */
export function useUnitInFull(
  target: Target | null,
  unit: UnitResponse | null,
  first: ResponseResult | null | undefined,
): UnitInFull {
  const isFirst =
    unit !== null &&
    unit.unitId === first?.units[0]?.unitId &&
    !isWaterUnasked(first.destination, unit);
  const full = useQuery<ResponseResult, ApiError>({
    queryKey: ['response', target, unit?.unitId],
    queryFn: ({ signal }) => {
      if (!target || !unit) throw new Error('a unit needs a target');
      return askResponse(target, { unitIds: [unit.unitId] }, signal);
    },
    enabled: !isFirst && unit !== null && unit.drive !== null && target !== null,
    refetchInterval: askAgain,
    staleTime: freshMs,
  });
  const key = `${nameQuestion(target)} ${unit?.unitId}`;
  const last = useLastAnswer(full.data, 0, key)?.response ?? null;
  // The same as long as both answers are: maps are drawn anew for another one.
  const found = useMemo(() => {
    const named = unitOfAnswer(last ?? undefined, unit?.unitId ?? null);
    return named && unit && besideOthers(named, unit);
  }, [last, unit]);
  const ownOf = useMemo(() => {
    const own = isFirst ? (first?.units[0] ?? null) : null;
    // Of a plan that was asked for by itself, as of a sheet.
    return own && unit && own !== unit ? besideOthers(own, unit) : unit;
  }, [isFirst, first, unit]);
  if (isFirst || !unit) return { unit: ownOf, answer: first ?? null };
  if (found) return { unit: found, answer: last };
  return { unit, answer: null };
}

const notesOnOthers = new Set(['stand-behind']);

/** What others do better, and who stands there before it, can only be said beside them. */
function besideOthers(found: UnitResponse, { closer, notes }: UnitResponse): UnitResponse {
  return {
    ...found,
    closer,
    notes: [
      ...found.notes.filter(({ code }) => !notesOnOthers.has(code)),
      ...notes.filter(({ code }) => notesOnOthers.has(code)),
    ],
  };
}

/** Asked again and again: it tells that the server is back, that data changed, who routes. */
export function useHealth(): UseQueryResult<Health, ApiError> {
  const { i18n } = useTranslation();
  const asked = useQuery<Health, ApiError>({
    queryKey: ['health'],
    queryFn: ({ signal }) => fetchHealth(signal),
    retry: false,
    refetchInterval: (query) => (query.state.status === 'error' ? 2_000 : 2_500),
    refetchIntervalInBackground: true,
  });
  const classes = asked.data?.vehicleClasses;
  useEffect(() => {
    if (classes) learnClassNames(i18n, classes);
  }, [classes, i18n]);
  const timeZone = asked.data?.timeZone ?? null;
  useEffect(() => learnTimeZone(i18n, timeZone), [i18n, timeZone]);
  return asked;
}
