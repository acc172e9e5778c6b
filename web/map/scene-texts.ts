import type { Layer } from '@deck.gl/core';
import { TextLayer } from '@deck.gl/layers';
import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { Colours, Rgb } from './colours.ts';
import type { Scene } from './scene.ts';
import { type AtZooms, type LabelBox, placeLabels } from './place-labels.ts';
import {
  type LabelPlace,
  type SceneLabel,
  sceneLabels,
  type SceneSign,
  sceneSigns,
} from './scene-labels.ts';

export type Label = {
  text: string;
  position: Position;
  colour: Rgb;
  offset: [number, number];
  anchor?: LabelPlace['anchor'];
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

/** Each where it covers neither another one nor a sign. */
function signLabels(scene: Scene, colours: Colours): Label[] {
  const labels = sceneLabels(scene);
  const placed = placeLabels(labels.map(placesOf), sceneSigns(scene).map(signBoxes));
  return labels.map(({ of, text, position, places }, index) => {
    const { place, down } = placed[index]!;
    const { offset, anchor } = places[place]!;
    return {
      text,
      position,
      anchor,
      colour: of === 'water' || of === 'pump' ? colours.water : colours.route,
      offset: [offset[0], offset[1] + down],
    };
  });
}

/** Metres per pixel where the map opens on an answer, and one zoom nearer. */
const pixelMeters = [0.8, 0.4];
const chip = { letter: 7.5, margin: 12, height: 22 };

function placesOf({ text, position, places }: SceneLabel): AtZooms[] {
  const width = chip.letter * text.length + chip.margin;
  return places.map(({ offset: [x, y], anchor }) => {
    const left = { start: 0, middle: -width / 2, end: -width }[anchor];
    return boxesAt(position, { x: x + left, y: y - chip.height / 2, width, height: chip.height });
  });
}

function signBoxes({ position, offset: [x, y] = [0, 0], size }: SceneSign): AtZooms {
  return boxesAt(position, { x: x - size / 2, y: y - size / 2, width: size, height: size });
}

function boxesAt([lon, lat]: Position, box: LabelBox): AtZooms {
  const scale = localScale(lat);
  return pixelMeters.map((meters) => ({
    ...box,
    x: (lon * scale.x) / meters + box.x,
    y: (-lat * scale.y) / meters + box.y,
  }));
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
