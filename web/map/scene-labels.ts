// The words beside the signs of an answer, and where they stand: the same on the screen and on paper. Pure.

import type { Position } from '../../geo/position.ts';
import type { Scene } from './scene.ts';

/** From the position to the anchored side of the text, in pixels. */
export type LabelPlace = { offset: [number, number]; anchor: 'start' | 'middle' | 'end' };

export type SceneLabel = {
  of: 'water' | 'pump' | 'staging' | 'wind' | 'stop';
  text: string;
  position: Position;
  /** The best first. */
  places: LabelPlace[];
};

/** A sign that words should not cover. */
export type SceneSign = { position: Position; offset?: [number, number]; size: number };

/** How wide the signs are, in pixels. Water covers its sign on the base map at any size. */
export const signPixels = { stop: 34, water: 36, pump: 24, supply: 22, staging: 26 };

export function sceneSigns({ stop, water, pumps, supply, staging }: Scene): SceneSign[] {
  return [
    ...(stop ? [{ position: stop.position, size: signPixels.stop }] : []),
    ...water.map(({ position }) => ({ position, size: signPixels.water })),
    ...pumps.map(({ position, isAtWater }) => ({
      position,
      size: signPixels.pump,
      ...(isAtWater && { offset: pumpBesideWater }),
    })),
    ...(supply ? [{ position: supply, size: signPixels.supply }] : []),
    ...(staging ? [{ position: staging.position, size: signPixels.staging }] : []),
  ];
}

/** Those first that stand where they must: where room is short, the others give way. */
export function sceneLabels(scene: Scene): SceneLabel[] {
  return [
    ...stopLabels(scene),
    ...waterLabels(scene),
    ...pumpLabels(scene),
    ...windLabels(scene),
    ...supportLabels(scene),
  ];
}

function stopLabels(scene: Scene): SceneLabel[] {
  const { stop } = scene;
  if (!stop || stop.label === '') return [];
  return [{ of: 'stop', text: stop.label, position: stop.position, places: [besideLeg(scene)] }];
}

function waterLabels({ water }: Scene): SceneLabel[] {
  return water
    .filter(({ label }) => label !== '')
    .map(({ label, position }) => ({
      of: 'water',
      text: label,
      position,
      places: [
        { offset: [18, 0], anchor: 'start' },
        { offset: [-18, 0], anchor: 'end' },
      ],
    }));
}

function pumpLabels({ pumps }: Scene): SceneLabel[] {
  return pumps.map(({ label, position, isAtWater }) => ({
    of: 'pump',
    text: label,
    position,
    places: isAtWater
      ? [
          { offset: [-44, 0], anchor: 'end' },
          { offset: [-28, 26], anchor: 'end' },
        ]
      : around(16),
  }));
}

function windLabels({ wind }: Scene): SceneLabel[] {
  if (!wind) return [];
  return [
    {
      of: 'wind',
      text: wind.label,
      position: wind.at,
      places: [beyondWind(wind.fromDegrees, windPixels)],
    },
  ];
}

function supportLabels({ staging }: Scene): SceneLabel[] {
  if (!staging) return [];
  const { label: text, position } = staging;
  return [{ of: 'staging', text, position, places: [below, ...around(18)] }];
}

const below: LabelPlace = { offset: [0, 26], anchor: 'middle' };

function around(pixels: number): LabelPlace[] {
  return [
    { offset: [pixels, 0], anchor: 'start' },
    { offset: [-pixels, 0], anchor: 'end' },
    { offset: [0, -26], anchor: 'middle' },
    below,
    { offset: [pixels, -26], anchor: 'start' },
    { offset: [-pixels, -26], anchor: 'end' },
    { offset: [pixels, 26], anchor: 'start' },
    { offset: [-pixels, 26], anchor: 'end' },
  ];
}

/** The arrow, and the gap to its label. */
export const windPixels = 88;

/** Where a pump at the water stands: beside it, so that the water's own sign is seen. */
export const pumpBesideWater: [number, number] = [-28, 0];

/** Beyond the tip of the arrow, which points downwind. */
export function beyondWind(fromDegrees: number, pixels: number): LabelPlace {
  const radians = ((fromDegrees + 180) * Math.PI) / 180;
  const [x, y] = [pixels * Math.sin(radians), -pixels * Math.cos(radians)];
  return { offset: [x, y], anchor: x < 0 ? 'end' : 'start' };
}

/**
 * On the side of the stop point that the hose does not leave by, for its dashes are to be counted;
 * where it stops at the door, not over the house.
 */
export function besideLeg(scene: Pick<Scene, 'stop' | 'leg' | 'building'>): LabelPlace {
  const { stop, leg, building } = scene;
  const away = leg?.line.find((at) => stop && !isSame(at, stop.position)) ?? building?.center;
  const leavesEast = stop && away && away[0] > stop.position[0];
  return leavesEast ? { offset: [-24, 0], anchor: 'end' } : { offset: [24, 0], anchor: 'start' };
}

function isSame(a: Position, b: Position): boolean {
  const tinyDegrees = 1e-5;
  return Math.abs(a[0] - b[0]) < tinyDegrees && Math.abs(a[1] - b[1]) < tinyDegrees;
}
