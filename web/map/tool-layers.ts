// What the dispatcher's tools draw: thin, in a colour of their own, over and under the answer.

import type { Layer } from '@deck.gl/core';
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Position } from '../../geo/position.ts';
import { circleAround } from './circle.ts';
import type { Colours, Rgb } from './colours.ts';
import { equalDashes } from './hose-dashes.ts';
import { type Label, textLayer } from './scene-texts.ts';
import type { DragLine, ToolMarks } from './tool-marks.ts';

/** Below the answer: the circle tints the ground and hides nothing. */
export function markGround({ caller }: ToolMarks, { tool }: Colours): Layer[] {
  const ring = caller?.accuracyMeters ? circleAround(caller.position, caller.accuracyMeters) : null;
  return [
    new SolidPolygonLayer({
      id: 'caller-circle',
      data: ring ? [ring] : [],
      getPolygon: (line: Position[]) => line,
      getFillColor: [...tool, 26],
    }),
    lineLayer('caller-circle-edge', ring ? [ring] : [], { colour: tool, pixels: 2 }),
  ];
}

/** Above the answer. */
export function markLayers(marks: ToolMarks, drag: DragLine | null, colours: Colours): Layer[] {
  const { tool, casing } = colours;
  const { caller, measure, issue, road } = marks;
  const straight = measure && measure.points.length > 1 ? [measure.points] : [];
  return [
    lineLayer('road-casing', road ? [road.line] : [], { colour: casing, pixels: 8 }),
    lineLayer('road', road ? [road.line] : [], { colour: tool, pixels: 4 }),
    dotLayer('road-point', road ? [road.at] : [], { fill: casing, edge: tool, pixels: 6 }),
    dotLayer('road-obstacles', road?.obstacles.map(({ position }) => position) ?? [], {
      fill: tool,
      edge: casing,
      pixels: 6,
    }),
    lineLayer('measure-straight', straight, { colour: tool, pixels: 1.5 }),
    lineLayer('measure-street-casing', measure?.street ?? [], { colour: casing, pixels: 6 }),
    lineLayer('measure-street', measure?.street ?? [], { colour: tool, pixels: 3 }),
    lineLayer('drag-line', drag ? equalDashes(...drag, 24) : [], { colour: tool, pixels: 2 }),
    dotLayer('measure-points', measure?.points ?? [], { fill: casing, edge: tool, pixels: 5 }),
    dotLayer('caller', caller ? [caller.position] : [], { fill: tool, edge: casing, pixels: 7 }),
    dotLayer('issue', issue ? [issue.position] : [], { fill: casing, edge: tool, pixels: 8 }),
    dotLayer('issue-point', issue ? [issue.position] : [], { fill: tool, edge: tool, pixels: 1 }),
    ...textLayer('measure-labels', measureLabels(measure, tool), { size: 13, chip: casing }),
    ...textLayer('caller-label', labelsBelow(caller, tool), { size: 13, chip: casing }),
    ...textLayer(
      'road-obstacle-labels',
      road?.obstacles.flatMap((obstacle) => labelsBelow(obstacle, tool)) ?? [],
      { size: 13, chip: casing },
    ),
    ...textLayer('issue-label', labelsBelow(issue, tool), { size: 13, chip: casing }),
  ];
}

function measureLabels(measure: ToolMarks['measure'], colour: Rgb): Label[] {
  if (!measure) return [];
  return measure.points.flatMap((position, index) => {
    const text = measure.labels[index];
    return text ? [{ text, position, colour, offset: [0, -18] as [number, number] }] : [];
  });
}

function labelsBelow(mark: { position: Position; label: string } | null, colour: Rgb): Label[] {
  if (!mark) return [];
  return [{ text: mark.label, position: mark.position, colour, offset: [0, 22] }];
}

function lineLayer(
  id: string,
  lines: Position[][],
  { colour, pixels }: { colour: Rgb; pixels: number },
): Layer {
  return new PathLayer({
    id,
    data: lines,
    getPath: (line: Position[]) => line,
    getColor: colour,
    getWidth: pixels,
    widthUnits: 'pixels',
    jointRounded: true,
    capRounded: true,
  });
}

function dotLayer(
  id: string,
  positions: Position[],
  { fill, edge, pixels }: { fill: Rgb; edge: Rgb; pixels: number },
): Layer {
  return new ScatterplotLayer({
    id,
    data: positions,
    getPosition: (at: Position) => at,
    getRadius: pixels,
    radiusUnits: 'pixels',
    getFillColor: fill,
    getLineColor: edge,
    stroked: true,
    getLineWidth: 2.5,
    lineWidthUnits: 'pixels',
  });
}
