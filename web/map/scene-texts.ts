import type { Layer } from '@deck.gl/core';
import { TextLayer } from '@deck.gl/layers';
import type { Position } from '../../geo/position.ts';
import type { Colours, Rgb } from './colours.ts';
import type { Scene } from './scene.ts';

export type Label = {
  text: string;
  position: Position;
  colour: Rgb;
  offset: [number, number];
  anchor?: 'start' | 'end';
};

/** The few words on the map: what the signs are, never more than the dispatcher needs. */
export function textLayers(scene: Scene, colours: Colours): Layer[] {
  return [
    textLayer('labels', signLabels(scene, colours), { size: 13, chip: colours.casing }),
    textLayer('house-number', houseNumber(scene, colours), {
      size: 13,
      chip: colours.fire,
      isTight: true,
    }),
    textLayer('candidate-ranks', candidateRanks(scene, colours), { size: 13, chip: null }),
  ].flat();
}

function signLabels(scene: Scene, colours: Colours): Label[] {
  const marked = scene.water.filter(({ label }) => label !== '');
  const labels: Label[] = marked.map((water) => ({
    text: water.label,
    position: water.position,
    colour: colours.water,
    offset: [18, 0],
    anchor: 'start' as const,
  }));
  for (const { label, position, isAtWater } of scene.pumps)
    labels.push({
      text: label,
      position,
      colour: colours.water,
      ...(isAtWater
        ? { offset: [-44, 0], anchor: 'end' as const }
        : { offset: [16, 0], anchor: 'start' as const }),
    });
  if (scene.staging)
    labels.push({
      text: scene.staging.label,
      position: scene.staging.position,
      colour: colours.route,
      offset: [0, 24],
    });
  if (scene.wind)
    labels.push({
      text: scene.wind.label,
      position: scene.wind.at,
      colour: colours.route,
      ...beyondWind(scene.wind.fromDegrees),
    });
  if (scene.stop)
    labels.push({
      text: scene.stop.label,
      position: scene.stop.position,
      colour: colours.route,
      ...besideLeg(scene),
    });
  return labels;
}

const windPixels = 88;

/** Beyond the tip of the arrow, which points downwind. */
export function beyondWind(fromDegrees: number): Required<Pick<Label, 'offset' | 'anchor'>> {
  const radians = ((fromDegrees + 180) * Math.PI) / 180;
  const [x, y] = [windPixels * Math.sin(radians), -windPixels * Math.cos(radians)];
  return { offset: [x, y], anchor: x < 0 ? 'end' : 'start' };
}

/**
 * On the side of the stop point that the hose does not leave by, for its dashes are to be counted;
 * where it stops at the door, not over the house.
 */
export function besideLeg(
  scene: Pick<Scene, 'stop' | 'leg' | 'building'>,
): Pick<Label, 'offset' | 'anchor'> {
  const { stop, leg, building } = scene;
  const away = leg?.line.find((at) => stop && !isSame(at, stop.position)) ?? building?.center;
  const leavesEast = stop && away && away[0] > stop.position[0];
  return leavesEast ? { offset: [-24, 0], anchor: 'end' } : { offset: [24, 0], anchor: 'start' };
}

function isSame(a: Position, b: Position): boolean {
  const tinyDegrees = 1e-5;
  return Math.abs(a[0] - b[0]) < tinyDegrees && Math.abs(a[1] - b[1]) < tinyDegrees;
}

function houseNumber(scene: Scene, colours: Colours): Label[] {
  const { building } = scene;
  if (!building?.number) return [];
  return [
    { text: building.number, position: building.center, colour: colours.casing, offset: [0, 0] },
  ];
}

function candidateRanks(scene: Scene, colours: Colours): Label[] {
  return scene.candidates.map((candidate) => ({
    text: String(candidate.rank),
    position: candidate.position,
    colour: candidate.active ? colours.casing : colours.fire,
    offset: candidate.active ? [0, -26] : [0, -21],
  }));
}

type TextLook = { size: number; chip: Rgb | null; isTight?: boolean };

/** Beside its sign on a chip, or on the sign itself. No layer at all without words. */
export function textLayer(id: string, labels: Label[], look: TextLook): Layer[] {
  if (labels.length === 0) return [];
  return [
    new TextLayer<Label>({
      id,
      data: labels,
      getText: (label) => label.text,
      getPosition: (label) => label.position,
      getColor: (label) => label.colour,
      getPixelOffset: (label) => label.offset,
      getTextAnchor: (label) => label.anchor ?? 'middle',
      getSize: look.size,
      sizeUnits: 'pixels',
      characterSet: 'auto',
      fontFamily: 'Be Vietnam Pro',
      fontWeight: 600,
      fontSettings: { fontSize: 48 },
      background: look.chip !== null,
      ...(look.chip && { getBackgroundColor: look.chip }),
      backgroundBorderRadius: 4,
      backgroundPadding: look.isTight ? [3, 1, 3, 1] : [6, 3, 6, 3],
    }),
  ];
}
