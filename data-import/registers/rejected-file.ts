import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readRows, type RawRow } from './read-rows.ts';
import type { RejectedRow } from './register.ts';

function quote(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rejected rows as they were, after their line and reason, to be mended and imported; returns the path. */
export async function writeRejected(
  folder: string,
  file: string,
  rejected: readonly RejectedRow[],
): Promise<string> {
  const reasons = new Map(rejected.map(({ line, reason }) => [line, reason]));
  const names: string[] = [];
  const rows: RawRow[] = [];
  for await (const row of readRows(file)) {
    if (!reasons.has(row.line)) continue;
    for (const name of Object.keys(row.values)) if (!names.includes(name)) names.push(name);
    rows.push(row);
  }
  const lines = rows.map(({ line, values, surplus }) =>
    [String(line), reasons.get(line) ?? '', ...names.map((name) => values[name] ?? ''), ...surplus]
      .map(quote)
      .join(','),
  );
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${basename(file, extname(file))}-rejected.csv`);
  await writeFile(path, `\uFEFF${['line', 'reason', ...names].join(',')}\n${lines.join('\n')}\n`);
  return path;
}
