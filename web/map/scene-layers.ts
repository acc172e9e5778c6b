// The scene as deck.gl layers, from the ground up. Pure: the map object only hands them over.

import type { Layer } from '@deck.gl/core';
import { IconLayer, PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Position } from '../../geo/position.ts';
import { besideLine } from './beside-line.ts';
import { closureLayers, closuresOverWay } from './closure-layers.ts';
import type { Colours, Rgb } from './colours.ts';
import { equalDashes, footDots, hoseDashes } from './hose-dashes.ts';
import type { Look } from './look.ts';
import type { IconSheet } from './map-icons.ts';
import type { Scene } from './scene.ts';
import { pumpBesideWater, signPixels } from './scene-labels.ts';
import { textLayers } from './scene-texts.ts';
import { trafficLayers } from './traffic-layers.ts';
import { markGround, markLayers } from './tool-layers.ts';
import type { DragLine } from './tool-marks.ts';

const routePixels = 5;
const casingPixels = 10;

export function sceneLayers(
  scene: Scene,
  { colours, icons }: Look,
  drag: DragLine | null = null,
): Layer[] {
  return [
    ...markGround(scene.marks, colours),
    ...trafficLayers(scene.marks, colours),
    ...closureLayers(scene.marks, colours),
    ...groundLayers(scene, colours),
    ...waterLayers(scene, colours),
    ...otherStopLayers(scene, { colours, icons }),
    ...truckLayers(scene, colours),
    ...legLayers(scene, colours),
    ...closuresOverWay(scene.marks, colours),
    iconLayer(scene, icons),
    ...textLayers(scene, colours),
    ...markLayers(scene.marks, drag, colours),
  ];
}

function groundLayers(scene: Scene, colours: Colours): Layer[] {
  const { building } = scene;
  return [
    new SolidPolygonLayer({
      id: 'fire-building',
      data: building?.rings ?? [],
      getPolygon: (rings: number[][][]) => rings as Position[][],
      getFillColor: colours.fire,
    }),
    new PathLayer({
      id: 'fire-building-edge',
      data: building?.rings.map((rings) => rings[0] as Position[]) ?? [],
      getPath: (line: Position[]) => line,
      getColor: colours.casing,
      getWidth: 2,
      widthUnits: 'pixels',
      jointRounded: true,
    }),
  ];
}

/** Metres from the middle of the road: beside the engine's line where both take the same road. */
const waterBesideMeters = 2.5;

function waterLayers(scene: Scene, colours: Colours): Layer[] {
  const lines = scene.water
    .filter((water) => water.path.length > 1)
    .map((water) => besideLine(water.path, waterBesideMeters));
  return [
    pathLayer('water-path-casing', lines, { colour: colours.casing, pixels: 6 }),
    pathLayer('water-path', lines, { colour: colours.water, pixels: 3 }),
  ];
}

const faint = 0.45;

function otherStopLayers(
  { otherStops }: Scene,
  { colours, icons }: Pick<Look, 'colours' | 'icons'>,
): Layer[] {
  return [
    pathLayer(
      'other-hose',
      otherStops.flatMap(({ line }) => hoseDashes(line)),
      { colour: colours.route, pixels: 3, flatEnds: true, opacity: faint },
    ),
    signLayer(
      'other-stops',
      otherStops.map(({ position }) => ({ name: 'stop', position, size: 24 })),
      { sheet: icons, opacity: faint },
    ),
  ];
}

function truckLayers(scene: Scene, colours: Colours): Layer[] {
  const { truck } = scene;
  const lines = truck ? [truck.line] : [];
  const drawn = truck && !truck.sure ? guessDashes(truck.line) : lines;
  return [
    pathLayer('truck-casing', lines, { colour: colours.casing, pixels: casingPixels }),
    pathLayer('truck', drawn, { colour: colours.route, pixels: routePixels }),
  ];
}

/** What is estimated rather than routed is drawn broken into forty equal pieces. */
function guessDashes(line: Position[]): Position[][] {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to || line.length > 2) return [line];
  return equalDashes(from, to, 40);
}

function legLayers(scene: Scene, colours: Colours): Layer[] {
  const line = scene.leg?.line ?? [];
  const hose = scene.leg?.kind === 'hose';
  return [
    pathLayer('leg-casing', line.length > 1 && hose ? [line] : [], {
      colour: colours.casing,
      pixels: casingPixels,
    }),
    pathLayer('hose', hose ? hoseDashes(line) : [], {
      colour: colours.route,
      pixels: routePixels,
      flatEnds: true,
    }),
    new ScatterplotLayer({
      id: 'foot',
      data: scene.leg?.kind === 'foot' ? footDots(line) : [],
      getPosition: (at: Position) => at,
      getRadius: 2.5,
      radiusUnits: 'pixels',
      getFillColor: colours.route,
      getLineColor: colours.casing,
      stroked: true,
      getLineWidth: 1.5,
      lineWidthUnits: 'pixels',
    }),
  ];
}

/** One of the overlay's own signs, or water as in the base map's sprite. */
type Icon = {
  name: string;
  position: Position;
  size: number;
  /** Degrees, clockwise from north. */
  turned?: number;
  offset?: [number, number];
};

function iconLayer(scene: Scene, sheet: IconSheet): Layer {
  const icons: Icon[] = [];
  const { stop, door } = scene;
  for (const water of scene.water)
    icons.push({ name: water.icon, position: water.position, size: signPixels.water });
  for (const { position, isAtWater } of scene.pumps)
    icons.push({
      name: 'pump',
      position,
      size: signPixels.pump,
      ...(isAtWater && { offset: pumpBesideWater }),
    });
  if (scene.supply) icons.push({ name: 'supply', position: scene.supply, size: signPixels.supply });
  if (scene.staging)
    icons.push({ name: 'staging', position: scene.staging.position, size: signPixels.staging });
  if (scene.wind) {
    const { at, fromDegrees } = scene.wind;
    icons.push({ name: 'wind', position: at, size: 84, turned: fromDegrees + 180 });
  }
  for (const position of scene.otherDoors) icons.push({ name: 'door-assumed', position, size: 24 });
  if (scene.fire) icons.push({ name: 'fire', position: scene.fire, size: 30 });
  // Without a building the fire is shown at the door itself.
  if (door && scene.building)
    icons.push({
      name: door.assumed ? 'door-assumed' : 'door',
      position: door.position,
      size: 28,
    });
  if (stop) icons.push({ name: 'stop', position: stop.position, size: signPixels.stop });
  for (const candidate of scene.candidates.toReversed()) {
    const name = candidate.active ? 'candidate-active' : 'candidate';
    icons.push({ name, position: candidate.position, size: candidate.active ? 48 : 38 });
  }
  return signLayer('signs', icons, { sheet });
}

function signLayer(
  id: string,
  icons: Icon[],
  { sheet, opacity = 1 }: { sheet: IconSheet; opacity?: number },
): Layer {
  return new IconLayer<Icon>({
    id,
    data: icons,
    opacity,
    // @ts-expect-error deck.gl also takes a canvas; its types name only addresses and textures.
    iconAtlas: sheet.image,
    iconMapping: sheet.mapping,
    getIcon: (icon) => icon.name,
    getPosition: (icon) => icon.position,
    getSize: (icon) => icon.size,
    getPixelOffset: (icon) => icon.offset ?? [0, 0],
    // deck.gl turns the other way round.
    getAngle: (icon) => -(icon.turned ?? 0),
    sizeUnits: 'pixels',
  });
}

type Stroke = { colour: Rgb; pixels: number; flatEnds?: boolean; opacity?: number };

function pathLayer(id: string, lines: Position[][], stroke: Stroke): Layer {
  return new PathLayer({
    id,
    data: lines,
    getPath: (line: Position[]) => line,
    getColor: stroke.colour,
    getWidth: stroke.pixels,
    opacity: stroke.opacity ?? 1,
    widthUnits: 'pixels',
    jointRounded: true,
    capRounded: !stroke.flatEnds,
  });
}
