// Closed roads over the base map and under the answer: told apart by shape and sign, not by colour alone.

import type { Layer } from '@deck.gl/core';
import { PathLayer } from '@deck.gl/layers';
import { lineMeters } from '../../geo/distance.ts';
import { projectOntoLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import { closureLine, closureMiddle, closureSigns } from './closure-signs.ts';
import type { Colours, Rgb } from './colours.ts';
import { equalDashes } from './hose-dashes.ts';
import { type Label, textLayer } from './scene-texts.ts';
import type { ClosedLines, ClosureEffect, ClosureOnMap, ToolMarks } from './tool-marks.ts';

type Drawn = {
  line: Position[];
  effect: ClosureEffect;
  label: string;
  stretches: ClosedLines;
  isDraft: boolean;
};

const dashes = 16;

/** Of what was drawn: a thin line where the roads that it closes are seen beneath it. */
const shapePixels = { alone: 5, overRoads: 2.5 };
const smallMeters = 40;
const abovePixels = -24;
/** So that a line can be told from what lies around it. */
const edgePixels = 1.5;
/** Wider than a hose with its casing, which people may lay through. */
const bandPixels = 13;
/** So wide that a way of the answer with its casing leaves both edges to be seen. */
const hollowPixels = { edge: 15, core: 9 };

export function closureLayers(marks: ToolMarks, colours: Colours): Layer[] {
  const holding = drawAll(marks).filter(({ isDraft }) => !isDraft);
  return [
    ...roadLayers('roads', holding, colours),
    ...shapeLayer('closure-casing', holding, colours.casing, edgePixels),
    ...shapeLayer('closure-impassable', of(holding, 'impassable'), colours.closed, 0),
  ];
}

/**
 * Over the lines of the answer: a way that crosses one must hide neither its dashes nor why it is closed, nor what would
 * be closed of that way.
 */
export function closuresOverWay(marks: ToolMarks, colours: Colours): Layer[] {
  const drawn = drawAll(marks);
  const draft = drawn.filter(({ isDraft }) => isDraft);
  const dashed = of(drawn, 'avoid').flatMap((each) =>
    breakUp(each.line).map((line) => ({ ...each, line })),
  );
  const labels = drawn.flatMap((each) => labelsOf(each, colours));
  return [
    ...roadLayers('draft-roads', draft, colours),
    ...shapeLayer('draft-casing', draft, colours.casing, edgePixels),
    ...shapeLayer('draft-impassable', of(draft, 'impassable'), colours.closed, 0),
    ...shapeLayer('closure-avoid', dashed, colours.avoided, 0),
    ...textLayer('closure-signs', labels, { size: 15, chip: colours.casing }),
  ];
}

/** Closed roads are filled, those to be avoided hollow, whatever the colours and however far away. */
function roadLayers(id: string, drawn: Drawn[], { casing, closed, avoided }: Colours): Layer[] {
  const roads = (effect: ClosureEffect): Position[][] =>
    of(drawn, effect).flatMap(({ stretches }) => stretches ?? []);
  const [shut, shunned] = [roads('impassable'), roads('avoid')];
  return [
    lineLayer(`${id}-avoided-casing`, shunned, casing, hollowPixels.edge + 2 * edgePixels),
    lineLayer(`${id}-avoided`, shunned, avoided, hollowPixels.edge),
    lineLayer(`${id}-avoided-core`, shunned, casing, hollowPixels.core),
    lineLayer(`${id}-closed-casing`, shut, casing, bandPixels + 2 * edgePixels),
    lineLayer(`${id}-closed`, shut, closed, bandPixels),
  ].flat();
}

function of(drawn: Drawn[], effect: ClosureEffect): Drawn[] {
  return drawn.filter((each) => each.effect === effect);
}

function drawAll({ closures }: ToolMarks): Drawn[] {
  return [...closures.all.map(drawClosure), ...drawDraft(closures.draft)];
}

function drawClosure({ geometry, effect, reason, stretches }: ClosureOnMap): Drawn {
  return { line: closureLine(geometry), effect, label: reason, stretches, isDraft: false };
}

function drawDraft(draft: ToolMarks['closures']['draft']): Drawn[] {
  return draft && draft.line.length > 0 ? [{ ...draft, label: '', isDraft: true }] : [];
}

/** A sign at each point of what is being drawn, and in the middle of what holds. */
function labelsOf({ line, effect, label, stretches }: Drawn, colours: Colours): Label[] {
  const colour = effect === 'impassable' ? colours.closed : colours.avoided;
  const text = label === '' ? closureSigns[effect] : `${closureSigns[effect]} ${label}`;
  const isOneSign = label !== '' || line.length === 1;
  // Of a point, or little more, its sign would hide all that it closes.
  const place =
    isOneSign && lineMeters(line) < smallMeters
      ? nearestOf(closureMiddle(line), stretches ?? [])
      : null;
  if (place) return [{ text, position: place, colour, offset: [0, abovePixels] }];
  const at = label === '' ? line : [closureMiddle(line)];
  return at.map((position) => ({ text, position, colour, offset: [0, 0] }));
}

/** Where the nearest of these lines comes nearest to a point; null without lines. */
function nearestOf(point: Position, lines: Position[][]): Position | null {
  const places = lines.map((line) => projectOntoLine(point, line));
  return places.toSorted((a, b) => a.meters - b.meters)[0]?.point ?? null;
}

function breakUp(line: Position[]): Position[][] {
  return line.slice(1).flatMap((end, index) => equalDashes(line[index]!, end, dashes));
}

/** None where there is nothing to draw: each is a pass of its own over the map, in every frame. */
function shapeLayer(id: string, drawn: Drawn[], colour: Rgb, edge: number): Layer[] {
  const data = drawn.filter(({ line }) => line.length > 1);
  if (data.length === 0) return [];
  const layer = new PathLayer<Drawn>({
    id,
    data,
    getPath: ({ line }) => line,
    getColor: colour,
    getWidth: ({ stretches, isDraft }) =>
      (stretches || isDraft ? shapePixels.overRoads : shapePixels.alone) + 2 * edge,
    widthUnits: 'pixels',
    jointRounded: true,
  });
  return [layer];
}

function lineLayer(id: string, lines: Position[][], colour: Rgb, pixels: number): Layer[] {
  if (lines.length === 0) return [];
  const layer = new PathLayer({
    id,
    data: lines,
    getPath: (line: Position[]) => line,
    getColor: colour,
    getWidth: pixels,
    widthUnits: 'pixels',
    jointRounded: true,
  });
  return [layer];
}
