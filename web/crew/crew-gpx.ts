import type { UnitResponse } from '../../server/response/schema.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { wordStep } from '../i18n/steps.ts';
import type { Words } from '../i18n/words.ts';
import { type GpxPoint, writeGpx } from './write-gpx.ts';

export type CrewWay = {
  unit: UnitResponse;
  door: { lon: number; lat: number };
  label: string;
  /** As the screen names it. */
  stopName: string;
  waters: GpxPoint[];
  at: Date;
  isSynthetic: boolean;
  attributions: string[];
};

/** One unit's way, stop, hose and water as a GPX file. */
export function crewGpx(way: CrewWay, words: Words): string {
  const { unit, label, at, isSynthetic, attributions } = way;
  const { t } = words;
  const { drive, hose, role } = unit;
  // Who brings no water walks that way and lays nothing.
  const leg = role === 'water' ? 'hose.label' : 'foot.label';
  // Who opens the file sees nothing else of the sheet.
  const doubts = unit.notes
    .filter(({ code }) => code === 'way-not-checked')
    .map((note) => wordNote(note, words));
  return writeGpx({
    name: `${unit.callSign} → ${label}`,
    at,
    description: [isSynthetic ? t('print.synthetic') : '', ...doubts, ...attributions]
      .filter((text) => text !== '')
      .join(' · '),
    waypoints: waypointsOf(way, words),
    turns: (drive?.steps ?? []).map((step) => ({
      lon: step.lon,
      lat: step.lat,
      name: wordStep(step, words.language),
    })),
    tracks: [
      ...(drive?.geometry ? [{ name: unit.callSign, line: drive.geometry.coordinates }] : []),
      ...(hose && hose.meters >= 1 ? [{ name: t(leg), line: hose.geometry.coordinates }] : []),
    ],
  });
}

function waypointsOf({ unit, door, label, stopName, waters }: CrewWay, { t }: Words): GpxPoint[] {
  const { station, position, stop } = unit;
  const start = position?.isStart
    ? { ...lonLat(position), name: t('crew.gpxPosition') }
    : { ...lonLat(station), name: t('crew.gpxStation', { name: station.name }) };
  const points = [start];
  if (stop) points.push({ ...lonLat(stop), name: t('crew.gpxStop', { place: stopName }) });
  points.push({ ...lonLat(door), name: t('crew.gpxDoor', { label }) });
  return [...points, ...waters];
}

function lonLat({ lon, lat }: { lon: number; lat: number }): { lon: number; lat: number } {
  return { lon, lat };
}

/** `XE 02 - Số 37, ngách 29/70.gpx` without what file systems refuse. */
export function gpxFileName({ unit, label }: Pick<CrewWay, 'unit' | 'label'>): string {
  const name = `${unit.callSign} - ${label}`.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_');
  return `${name.slice(0, 120)}.gpx`;
}
