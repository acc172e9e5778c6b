import type { ChangeReport, WardChange } from './change-report.ts';
import type { MergeCounts } from './merge.ts';

const mostWards = 30;

function describeMerge([table, counts]: [string, MergeCounts]): string {
  const { added, changed, retired, unchanged, returned = 0 } = counts;
  const back = returned > 0 ? `; ${returned} of the new were here before` : '';
  return `  ${table.padEnd(28)}${String(added).padStart(9)} new ${String(changed).padStart(9)} changed ${String(retired).padStart(9)} gone ${String(unchanged).padStart(9)} unchanged${back}`;
}

function describeWards(changes: readonly WardChange[]): string[] {
  const wards = new Map<string, string[]>();
  for (const { ward, table, added, changed, retired } of changes) {
    const name = ward ?? 'in no known ward';
    const counts = [
      added > 0 ? `${added} new` : '',
      changed > 0 ? `${changed} changed` : '',
      retired > 0 ? `${retired} gone` : '',
    ].filter((text) => text !== '');
    wards.set(name, [...(wards.get(name) ?? []), `${table} ${counts.join(', ')}`]);
  }
  const lines = [...wards].map(([ward, kinds]) => `  ${ward.padEnd(28)} ${kinds.join('; ')}`);
  const more = lines.length - mostWards;
  return more > 0 ? [...lines.slice(0, mostWards), `  … and ${more} more wards`] : lines;
}

function listSome(labels: readonly string[], all: number): string {
  const more = all > labels.length ? [`… and ${all - labels.length} more`] : [];
  return [...labels, ...more].join('; ');
}

const mostUnits = 20;

function describeUnits(what: string, units: readonly string[]): string[] {
  if (units.length === 0) return [];
  return [`${what}: ${listSome(units.slice(0, mostUnits), units.length)}`];
}

/** The changes in words: a line per kind, a line per ward, and a few of the rows that go or change. */
export function describeChanges({
  merges,
  wards,
  examples,
  strandedUnits,
  sharedCallSigns,
}: ChangeReport): string[] {
  const lines = ['In the register:', ...Object.entries(merges).map(describeMerge)];
  if (wards.length > 0) lines.push('By ward:', ...describeWards(wards));
  for (const { table, gone, changed } of examples) {
    const { retired = 0, changed: changes = 0 } = merges[table] ?? {};
    const altered = changed.map(({ label, columns }) => `${label} (${columns.join(', ')})`);
    if (gone.length > 0) lines.push(`Gone from ${table}: ${listSome(gone, retired)}`);
    if (altered.length > 0) lines.push(`Changed in ${table}: ${listSome(altered, changes)}`);
  }
  return [
    ...lines,
    ...describeUnits(
      'Units that have no station any more, and so rank only while they tell where they are',
      strandedUnits,
    ),
    ...describeUnits(
      'Call signs that several units share, so that whatever reports a unit must name it by its id',
      sharedCallSigns,
    ),
  ];
}
