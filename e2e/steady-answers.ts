// One question asked over and over while something changes: what was answered, and since when.

import type { Position } from '../geo/position.ts';
import { metersBetween } from '../geo/distance.ts';
import { projectOntoLine } from '../geo/line.ts';
import type { ResponseResult } from '../server/response/schema.ts';

/** Moments on the monotonic clock; `status` is 0, with the reason, where no answer came. */
export type SteadyAnswer = {
  askedAt: number;
  answeredAt: number;
  status: number;
  result: ResponseResult | null;
  failure?: string;
};

export type SteadyAnswers = { stop: () => Promise<SteadyAnswer[]> };

/** So many at a time, each anew as soon as it is answered. */
export function askSteadily(url: string, body: unknown, atOnce = 2): SteadyAnswers {
  const answers: SteadyAnswer[] = [];
  const end = new AbortController();
  const loops = Array.from({ length: atOnce }, async () => {
    while (!end.signal.aborted) {
      const askedAt = performance.now();
      try {
        const answer = await fetch(`${url}/api/response`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        });
        const result = answer.ok ? ((await answer.json()) as ResponseResult) : null;
        answers.push({ askedAt, answeredAt: performance.now(), status: answer.status, result });
      } catch (error) {
        const failed = { status: 0, result: null, failure: String(error) };
        answers.push({ askedAt, answeredAt: performance.now(), ...failed });
      }
    }
  });
  return {
    stop: async () => {
      end.abort();
      await Promise.all(loops);
      return answers;
    },
  };
}

/** A plan: somebody comes, by a road, to a stop, with hose. */
export function hasPlan({ status, result }: SteadyAnswer): boolean {
  const [first] = result?.units ?? [];
  return (
    status === 200 && first?.status === 'reachable' && Boolean(first.drive?.geometry && first.hose)
  );
}

export function linesOf({ result }: SteadyAnswer): Position[][] {
  return (result?.units ?? []).flatMap(({ drive }) =>
    drive?.geometry ? [drive.geometry.coordinates as Position[]] : [],
  );
}

/** The middle of the longest straight piece of a way that is neither its first nor its last. */
export function middleOf(line: Position[]): Position {
  const pieces = line.slice(2, -1).map((end, index) => [line[index + 1]!, end] as const);
  const [a, b] = pieces.toSorted((x, y) => metersBetween(...y) - metersBetween(...x))[0]!;
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

export function passes(line: Position[], at: Position): boolean {
  return line.length > 1 && projectOntoLine(at, line).meters < 5;
}

export function tellsOfTraffic({ result }: SteadyAnswer): boolean {
  const notes = (result?.units ?? []).flatMap((unit) => unit.notes);
  return notes.some(({ code }) => code === 'held-by-traffic');
}
