// Mixed load on a running product, as a busy night would be, and what became of it.

import { setTimeout as wait } from 'node:timers/promises';
import type { PlaceResults } from '../server/places/schema.ts';
import type { ResponseResult } from '../server/response/schema.ts';
import { addressLabel, typedAddress } from './dispatch-page.ts';

export type LoadReport = {
  answered: number;
  /** Answers that say something else than they should; none may ever come. */
  wrong: string[];
  /** Requests that got no good answer, with the moment on the monotonic clock. */
  failed: { at: number; what: string }[];
};

export type Load = { report: LoadReport; stop: () => Promise<LoadReport> };

/** An answer that says itself that it is none. */
const knowsNothing = Symbol('knows nothing');

/** What is wrong about an answer; null for nothing. */
type Judge = (body: unknown) => string | typeof knowsNothing | null;

type Request = { path: string; init?: RequestInit; judge: Judge };

const json = { 'Content-Type': 'application/json' };

/** One of each kind of request, with what makes its answer wrong. */
async function listRequests(url: string): Promise<Request[]> {
  const searchPath = `/api/places?q=${encodeURIComponent(typedAddress)}`;
  const found = (await (await fetch(url + searchPath)).json()) as PlaceResults;
  const [best] = found.results;
  if (best?.label !== addressLabel) throw new Error(`${typedAddress} is not found`);
  const across = 2 ** 16;
  const x = Math.floor(((best.lon + 180) / 360) * across);
  const sin = Math.sin((best.lat * Math.PI) / 180);
  const y = Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * across);
  return [
    {
      path: searchPath,
      judge: (body) => {
        const label = (body as PlaceResults).results[0]?.label;
        return label === addressLabel ? null : `found ${label}`;
      },
    },
    {
      path: '/api/response',
      init: { method: 'POST', headers: json, body: JSON.stringify({ placeId: best.id }) },
      judge: (body) => {
        const { destination, units, notRanked, degraded } = body as ResponseResult;
        if (destination.place?.id !== best.id) return `answered for ${destination.place?.id}`;
        if (units.some(({ status }) => status === 'reachable')) return null;
        const isUnknown = notRanked.some(({ why }) => why.code === 'no-drive-time');
        if (degraded && units.length === 0 && isUnknown) return knowsNothing;
        return `no unit reachable of ${units.length}${degraded ? ', degraded' : ''}`;
      },
    },
    {
      path: `/tiles/base/16/${x}/${y}`,
      judge: (body) => ((body as ArrayBuffer).byteLength > 1_000 ? null : 'an empty tile'),
    },
    { path: '/api/health', judge: () => null },
  ];
}

async function ask(url: string, { path, init, judge }: Request, report: LoadReport): Promise<void> {
  try {
    const response = await fetch(url + path, { ...init, signal: AbortSignal.timeout(12_000) });
    const isTile = path.startsWith('/tiles/');
    const body: unknown = isTile ? await response.arrayBuffer() : await response.json();
    if (!response.ok) {
      report.failed.push({ at: performance.now(), what: `${path} ${response.status}` });
      return;
    }
    const wrong = judge(body);
    if (wrong === null) report.answered += 1;
    else if (wrong === knowsNothing)
      report.failed.push({ at: performance.now(), what: `${path} knows no unit` });
    else report.wrong.push(`${path}: ${wrong}`);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    report.failed.push({ at: performance.now(), what: `${path} ${what}` });
  }
}

/**
 * Starts one loop per kind of request, each with a short breath between two requests: as many as a few dispatchers
 * send, and not so many that they hold up what is looked at.
 */
export async function startLoad(url: string, breathMilliseconds = 150): Promise<Load> {
  const report: LoadReport = { answered: 0, wrong: [], failed: [] };
  const requests = await listRequests(url);
  const end = new AbortController();
  const loops = requests.map(async (request) => {
    while (!end.signal.aborted) {
      await ask(url, request, report);
      await wait(breathMilliseconds);
    }
  });
  return {
    report,
    stop: async () => {
      end.abort();
      await Promise.all(loops);
      return report;
    },
  };
}
