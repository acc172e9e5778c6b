// What a person is about to say of a road, as a value; from it what is sent to the server. Pure.

import type { NewCorrection } from '../../server/corrections/schema.ts';
import type { ObstacleKinds } from '../../server/roads/schema.ts';
import type { ApiError } from '../api.ts';
import type { SentFault } from '../sent-error.ts';

export type ObstacleKind = ObstacleKinds['kinds'][number];

export type RoadDraft = {
  /** As typed: metres, metres, tonnes. */
  width: string;
  height: string;
  weight: string;
  /** The limit that the map has does not exist. */
  noHeight: boolean;
  noWeight: boolean;
  /** With a tape, and not by eye; null: not said yet. */
  isMeasured: boolean | null;
  /** Empty for none. */
  kind: string;
  clear: string;
  from: string;
  to: string;
  /** As `<input type="date">` writes it; empty for not said. */
  since: string;
  note: string;
};

export const emptyDraft: RoadDraft = {
  width: '',
  height: '',
  weight: '',
  noHeight: false,
  noWeight: false,
  isMeasured: null,
  kind: '',
  clear: '',
  from: '',
  to: '',
  since: '',
  note: '',
};

/** What is sent, and kept or refused, by itself. */
export type Part = 'width' | 'height' | 'weight' | 'obstacle';
export type FieldName =
  | Exclude<Part, 'obstacle'>
  | 'how'
  | 'kind'
  | 'clear'
  | 'hours'
  | 'since'
  | 'note'
  | 'by';
export type Fault =
  | { code: 'number' | 'needed' | 'hours' | 'refused' | 'far' }
  | { code: 'atLeast' | 'atMost'; bound: number }
  | { code: 'wide' | 'high'; amount: number; bound: number };
export type Faults = Partial<Record<FieldName, Fault>>;

export type Written = { parts: { part: Part; entered: NewCorrection }[]; faults: Faults };

/** "2,1", "2.1 m", and as it is said: "2m1". */
export function readNumber(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const said = /^(\d{1,3})\s*m\s*(\d{1,2})$/.exec(plain);
  if (said) return Number(`${said[1]}.${said[2]}`);
  const typed = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:m|t|tấn)?$/.exec(plain);
  return typed ? Number(typed[1]!.replace(',', '.')) : null;
}

type About = {
  road: { target: string; lon: number; lat: number };
  kinds: readonly ObstacleKind[];
  by: string;
};

/** One correction for each thing said; faults are what must be mended before any of them is sent. */
export function writeCorrections(draft: RoadDraft, { road, kinds, by }: About): Written {
  const faults: Faults = {};
  const common = {
    target: road.target,
    by: by.trim(),
    // What stands there without a figure was seen, and is not asked how.
    provenance: draft.isMeasured === false ? ('assumed' as const) : ('measured' as const),
    ...(draft.since !== '' && { observedOn: draft.since }),
    ...(draft.note.trim() !== '' && { note: draft.note.trim() }),
  };
  const numberOf = (name: 'width' | 'height' | 'weight' | 'clear'): number | null => {
    if (draft[name].trim() === '') return null;
    const value = readNumber(draft[name]);
    if (value === null) faults[name] = { code: 'number' };
    return value;
  };
  const parts: Written['parts'] = [];
  const width = numberOf('width');
  if (width !== null)
    parts.push({ part: 'width', entered: { ...common, field: 'width_m', value: width } });
  const height = draft.noHeight ? null : numberOf('height');
  if (height !== null || draft.noHeight)
    parts.push({ part: 'height', entered: { ...common, field: 'max_height_m', value: height } });
  const weight = draft.noWeight ? null : numberOf('weight');
  if (weight !== null || draft.noWeight)
    parts.push({ part: 'weight', entered: { ...common, field: 'max_weight_t', value: weight } });
  const kind = kinds.find((each) => each.kind === draft.kind);
  if (kind) {
    const clear = kind.limits === null ? null : numberOf('clear');
    if (kind.limits !== null && clear === null) faults.clear ??= { code: 'needed' };
    const { from, to } = kind.hasHours ? draft : emptyDraft;
    if ((from === '') !== (to === '')) faults.hours = { code: 'hours' };
    parts.push({
      part: 'obstacle',
      entered: {
        ...common,
        field: 'obstacle',
        value: {
          kind: kind.kind,
          ...(kind.place === 'point' && { lon: road.lon, lat: road.lat }),
          ...(clear !== null && { clearMeters: clear }),
          ...(from !== '' && { from, to }),
        },
      },
    });
  }
  if (draft.isMeasured === null && parts.some(hasFigure)) faults.how = { code: 'needed' };
  if (common.by === '' && parts.length > 0) faults.by = { code: 'needed' };
  return { parts, faults };
}

/** Also that there is no limit: it counts as good as its provenance. */
function hasFigure({ entered: { field, value } }: Written['parts'][number]): boolean {
  if (field !== 'obstacle') return true;
  return typeof value === 'object' && value !== null && 'clearMeters' in value;
}

const emptyParts: Record<Part, Partial<RoadDraft>> = {
  width: { width: '' },
  height: { height: '', noHeight: false },
  weight: { weight: '', noWeight: false },
  obstacle: { kind: '', clear: '', from: '', to: '' },
};

/**
 * What is left to be said when these parts of what was `sent` have been taken; all of it gone, nothing is. What was
 * written over meanwhile is not what was taken, and stays.
 */
export function withoutParts(
  draft: RoadDraft,
  { sent, saved }: { sent: RoadDraft; saved: readonly Part[] },
): RoadDraft {
  const rest = { ...draft };
  for (const part of saved) {
    const fields = Object.keys(emptyParts[part]) as (keyof RoadDraft)[];
    if (fields.every((field) => draft[field] === sent[field]))
      Object.assign(rest, emptyParts[part]);
  }
  if (saved.length === 0 || !saysNothing(rest)) return rest;
  return {
    ...emptyDraft,
    // Said of these figures, not of the next ones.
    isMeasured: draft.isMeasured === sent.isMeasured ? null : draft.isMeasured,
    since: draft.since === sent.since ? '' : draft.since,
    note: draft.note === sent.note ? '' : draft.note,
  };
}

export function saysNothing(draft: RoadDraft): boolean {
  const { width, height, weight, noHeight, noWeight, kind } = draft;
  return (
    [width, height, weight, kind].every((text) => text.trim() === '') && !noHeight && !noWeight
  );
}

/** At which fields the server found what it refused; empty where it is about none of them. */
export function faultsOf(part: Part, error: Pick<ApiError, 'code' | 'faults'>): Faults {
  if (error.code === 'obstacle-too-far') return { kind: { code: 'far' } };
  if (error.code === 'bad-obstacle') return { kind: { code: 'refused' } };
  return Object.fromEntries(
    error.faults.flatMap((fault) => {
      const field = fieldOf(part, fault.path);
      return field === null ? [] : [[field, wordable(fault)]];
    }),
  );
}

function fieldOf(part: Part, path: string): FieldName | null {
  if (path === 'value') return part === 'obstacle' ? 'hours' : part;
  if (path === 'value.clearMeters') return 'clear';
  if (path === 'value.kind') return 'kind';
  if (path === 'value.from' || path === 'value.to') return 'hours';
  if (path === 'observedOn') return 'since';
  return path === 'note' || path === 'by' ? path : null;
}

function wordable({ minimum, maximum }: SentFault): Fault {
  if (minimum !== undefined) return { code: 'atLeast', bound: minimum };
  if (maximum !== undefined) return { code: 'atMost', bound: maximum };
  return { code: 'refused' };
}
