// What the parts of a running product take of memory.

import { existsSync, readFileSync } from 'node:fs';
import { listProcesses } from '../e2e/product.ts';
import { printRow } from './measure.ts';

export const parts = {
  server: 'server/main.ts',
  OSRM: 'osrm-routed',
  supervisor: 'start/start.ts',
};
export type Sample = Record<string, number>;

/** Memory of one process in MB, shared pages counted by their share (proc(5), smaps_rollup: Pss). */
function readMegabytes(pid: number): number {
  const file = `/proc/${pid}/smaps_rollup`;
  const kilobytes = existsSync(file) && /^Pss:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1];
  return Number(kilobytes || 0) / 1_024;
}

function samplePart(dataFolder: string, part: string): number {
  return listProcesses(dataFolder)
    .filter(({ command }) => command.includes(part) && !command.startsWith('setpriv'))
    .reduce((sum, { pid }) => sum + readMegabytes(pid), 0);
}

/** Megabytes of each part of a product. */
export function takeSample(dataFolder: string): Sample {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, samplePart(dataFolder, part)]),
  );
}

export function printMemory(dataFolder: string): void {
  const sample = Object.entries(takeSample(dataFolder));
  printRow('memory', sample.map(([name, size]) => `${name} ${size.toFixed(0)} MB`).join(', '));
}
