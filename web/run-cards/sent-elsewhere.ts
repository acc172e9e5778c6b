// Which units were marked as sent on this computer, and to where: the address bar forgets it with the place. Pure.

import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

/** To where, as the address bar names it, and in words. */
export type SentTo = { place: string; label: string };

export type SentNote = SentTo & { vehicleId: string; atMs: number };

/** By then its crew has told its status, or the fire is another one. */
const keptMs = 3_600_000;
const mostKept = 200;
const longestText = 200;

/** What is stored may be anything: what cannot be read is dropped, as what is too old. */
export function readSentNotes(stored: string | null, nowMs: number): SentNote[] {
  const list = parseList(stored).filter(isSentNote);
  return list.filter(({ atMs }) => Math.abs(nowMs - atMs) < keptMs).slice(-mostKept);
}

/** '' where there is nothing to be stored. */
export function writeSentNotes(notes: SentNote[]): string {
  return notes.length === 0 ? '' : JSON.stringify(notes.slice(-mostKept));
}

/** Another door of a point is another point; further off it is another fire (`door_choice_max`). */
const samePointMeters = 150;

function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const [from, to] = [readPoint(a), readPoint(b)];
  return from !== null && to !== null && metersBetween(from, to) <= samePointMeters;
}

function readPoint(place: string): Position | null {
  const found = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(place);
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/** Sent already, it keeps its time. */
export function noteSent(
  notes: SentNote[],
  vehicleIds: string[],
  { atMs, ...to }: SentTo & { atMs: number },
): SentNote[] {
  const isNoted = (id: string): boolean =>
    notes.some(({ vehicleId, place }) => vehicleId === id && place === to.place);
  const added = vehicleIds
    .filter((id) => !isNoted(id))
    .map((vehicleId) => ({ vehicleId, ...to, atMs }));
  return [...notes, ...added];
}

export function forgetSent(notes: SentNote[], vehicleIds: string[], place: string): SentNote[] {
  const isOf = (note: SentNote): boolean => vehicleIds.includes(note.vehicleId);
  const isHere = notes.some((note) => isOf(note) && note.place === place);
  // Said of another door of the same point.
  const isGone = isHere ? (of: string) => of === place : (of: string) => isSamePlace(of, place);
  return notes.filter((note) => !isOf(note) || !isGone(note.place));
}

/** The latest word on a unit; null where there is none, or where the screen says that it was sent here. */
export function sentElsewhere(
  notes: SentNote[],
  vehicleId: string,
  here: { place: string; sentIds: readonly string[] },
): SentNote | null {
  const isSentHere = here.sentIds.includes(vehicleId);
  return (
    notes.findLast(
      (note) =>
        note.vehicleId === vehicleId && !(isSentHere && isSamePlace(note.place, here.place)),
    ) ?? null
  );
}

function parseList(stored: string | null): unknown[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    // Damaged: nothing is known, as where nothing was stored.
    return [];
  }
}

const vehiclePattern = /^(unit|mobilised):\d{1,15}$/;

function isSentNote(raw: unknown): raw is SentNote {
  if (typeof raw !== 'object' || raw === null) return false;
  const { vehicleId, place, label, atMs } = raw as Record<string, unknown>;
  return (
    typeof vehicleId === 'string' &&
    vehiclePattern.test(vehicleId) &&
    isShort(place) &&
    isShort(label) &&
    Number.isFinite(atMs)
  );
}

function isShort(text: unknown): boolean {
  return typeof text === 'string' && text !== '' && text.length <= longestText;
}
