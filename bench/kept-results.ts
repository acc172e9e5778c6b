// What earlier runs measured, one file per run, so that a new figure stands beside the last one.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const row = z.object({
  name: z.string(),
  /** As it was printed. */
  text: z.string(),
  /** The figures in it: p50 and p95 of a spread, else the first number. */
  figures: z.record(z.string(), z.number()),
});

const results = z.object({
  at: z.iso.datetime(),
  /** The commit measured; with a `+` where files were changed since. */
  commit: z.string(),
  /** Runs compare only with runs of a machine that is called the same. */
  machine: z.string(),
  node: z.string(),
  city: z.string(),
  rows: z.array(row),
});

export type ResultRow = z.infer<typeof row>;
export type Results = z.infer<typeof results>;

/** The run in a file. Throws with the file's name where it holds something else. */
function readResults(file: string): Results {
  try {
    return results.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} holds no results of a benchmark; move it away.`, { cause });
  }
}

/** Every kept run, the newest first. */
export function readKept(folder: string): Results[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readResults(join(folder, name)))
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

/** Keeps a run; returns the name of its file. */
export function keepResults(folder: string, run: Results): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${run.at.replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  return file;
}

export type Former = { at: string; isSameMachine: boolean; figures: ResultRow['figures'] };

/** The last time that this was measured: on a machine of that name, else on any. */
export function findFormer(kept: Results[], name: string, machine: string): Former | undefined {
  const found = kept.flatMap((run) => {
    const figures = run.rows.find((each) => each.name === name)?.figures;
    return figures ? [{ at: run.at, isSameMachine: run.machine === machine, figures }] : [];
  });
  return found.find(({ isSameMachine }) => isSameMachine) ?? found[0];
}

/** `× 0.97 of 2026-03-01` per figure that both runs have; empty without one. */
export function describeRatio(figures: ResultRow['figures'], former: Former | undefined): string {
  if (!former) return '';
  const ratios = Object.entries(figures).flatMap(([name, figure]) => {
    const before = former.figures[name];
    return before === undefined || before === 0 ? [] : [(figure / before).toFixed(2)];
  });
  if (ratios.length === 0) return '';
  const other = former.isSameMachine ? '' : ', another machine';
  return `× ${ratios.join(' / ')} of ${former.at.slice(0, 10)}${other}`;
}
