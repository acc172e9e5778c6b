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
    textLayer('labels', signLabels(scene), { size: 13, halo: true }),
    textLayer('house-number', houseNumber(scene), { size: 15, halo: false }),
    textLayer('candidate-ranks', candidateRanks(scene), { size: 13, halo: false }),
  ];
}

function signLabels(scene: Scene): Label[] {
  const labels: Label[] = scene.water.map((water) => ({
    text: water.label,
    position: water.position,
    colour: colours.water,
    offset: [0, 20],
  }));
  for (const mark of [scene.station, scene.stop])
    if (mark)
      labels.push({
        text: mark.label,
        position: mark.position,
        colour: colours.route,
        offset: [0, -26],
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

function textLayer(id: string, labels: Label[], look: { size: number; halo: boolean }): Layer {
  return new TextLayer<Label>({
    id,
    data: labels,
    getText: (label) => label.text,
    getPosition: (label) => label.position,
    getColor: (label) => label.colour,
    getPixelOffset: (label) => label.offset,
    getSize: look.size,
    sizeUnits: 'pixels',
    characterSet: 'auto',
    fontFamily: 'Be Vietnam Pro',
    fontWeight: 600,
    fontSettings: { sdf: true, fontSize: 64, buffer: 8, radius: 16 },
    outlineWidth: look.halo ? 5 : 0,
    outlineColor: colours.casing,
  });
}
