import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { Position } from '../../geo/position.ts';
import { ApiError, askMeasure, type MeasureBy } from '../api.ts';

export type StreetLeg = {
  /** With the straight bits from both points to the street. */
  meters: number;
  line: Position[];
  /** The longer of those bits. */
  offStreetMeters: number;
};

export type StreetLegs = {
  /** One per pair of points; null where there is no way, undefined while it is asked. */
  legs: (StreetLeg | null | undefined)[];
  isAsking: boolean;
  /** Why the server gave no answer. */
  failure: ApiError | null;
};

/** Asked leg by leg, so that one more point asks for one more leg only. */
export function useStreetLegs(points: Position[], by: MeasureBy): StreetLegs {
  return useQueries({
    queries: points.slice(1).map((to, index) => ({
      queryKey: ['measure', points[index], to, by],
      queryFn: ({ signal }: { signal: AbortSignal }) => askLeg(points[index]!, to, { by, signal }),
      staleTime: 60_000,
      retry: 1,
    })),
    combine,
  });
}

/** Outside the hook: the same answers then stay the same value, and the map is not drawn again. */
function combine(answers: UseQueryResult<StreetLeg | null>[]): StreetLegs {
  // One that was measured stays while it cannot be asked again.
  const failure = answers.find(({ data, isError }) => isError && data === undefined)?.error;
  return {
    legs: answers.map(({ data, isError }) => (isError && data === undefined ? null : data)),
    isAsking: answers.some(({ isPending }) => isPending),
    failure: failure instanceof ApiError ? failure : null,
  };
}

async function askLeg(
  from: Position,
  to: Position,
  { by, signal }: { by: MeasureBy; signal: AbortSignal },
): Promise<StreetLeg | null> {
  const { street } = await askMeasure([from, to], by, signal);
  if (!street) return null;
  const way = street.geometry.coordinates.map(([lon = 0, lat = 0]): Position => [lon, lat]);
  return {
    meters: street.meters + street.fromMeters + street.toMeters,
    line: [from, ...way, to],
    offStreetMeters: Math.max(street.fromMeters, street.toMeters),
  };
}
