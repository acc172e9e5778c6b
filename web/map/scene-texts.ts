import type { Layer } from '@deck.gl/core';
import { TextLayer } from '@deck.gl/layers';
import type { Position } from '../../geo/position.ts';
import { colours, type Rgb } from './colours.ts';
import type { Scene } from './scene.ts';

type Label = {
  text: string;
  position: Position;
  colour: Rgb;
  offset: [number, number];
};

/** The few words on the map: what the signs are, never more than the dispatcher needs. */
export function textLayers(scene: Scene): Layer[] {
  return [
    textLayer('labels', signLabels(scene), { size: 13, chip: true }),
    textLayer('house-number', houseNumber(scene), { size: 15, chip: false }),
    textLayer('candidate-ranks', candidateRanks(scene), { size: 13, chip: false }),
  ].flat();
}

function signLabels(scene: Scene): Label[] {
  const labels: Label[] = scene.water.map((water) => ({
    text: water.label,
    position: water.position,
    colour: colours.water,
    offset: [18, 0],
  }));
  if (scene.stop)
    labels.push({
      text: scene.stop.label,
      position: scene.stop.position,
      colour: colours.route,
      offset: [24, 0],
    });
  return labels;
}

function houseNumber(scene: Scene): Label[] {
  const { building } = scene;
  if (!building?.number) return [];
  return [
    { text: building.number, position: building.center, colour: colours.casing, offset: [0, 0] },
  ];
}

function candidateRanks(scene: Scene): Label[] {
  return scene.candidates.map((candidate) => ({
    text: String(candidate.rank),
    position: candidate.position,
    colour: candidate.active ? colours.casing : colours.fire,
    offset: candidate.active ? [0, -26] : [0, -21],
  }));
}

/** Beside its sign on a white chip, or on the sign itself. No layer at all without words. */
function textLayer(id: string, labels: Label[], look: { size: number; chip: boolean }): Layer[] {
  if (labels.length === 0) return [];
  return [
    new TextLayer<Label>({
      id,
      data: labels,
      getText: (label) => label.text,
      getPosition: (label) => label.position,
      getColor: (label) => label.colour,
      getPixelOffset: (label) => label.offset,
      getTextAnchor: look.chip ? 'start' : 'middle',
      getSize: look.size,
      sizeUnits: 'pixels',
      characterSet: 'auto',
      fontFamily: 'Be Vietnam Pro',
      fontWeight: 600,
      fontSettings: { fontSize: 48 },
      background: look.chip,
      getBackgroundColor: colours.casing,
      backgroundBorderRadius: 4,
      backgroundPadding: [6, 3, 6, 3],
    }),
  ];
}
