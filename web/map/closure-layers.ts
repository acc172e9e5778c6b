// Closed roads over the base map and under the answer: told apart by shape and sign, not by colour alone.

import type { Layer } from '@deck.gl/core';
import { PathLayer } from '@deck.gl/layers';
import type { Position } from '../../geo/position.ts';
import { closureLine, closureMiddle, closureSigns } from './closure-signs.ts';
import type { Colours, Rgb } from './colours.ts';
import { equalDashes } from './hose-dashes.ts';
import { type Label, textLayer } from './scene-texts.ts';
import type { ClosureEffect, ClosureOnMap, ToolMarks } from './tool-marks.ts';

type Drawn = { line: Position[]; effect: ClosureEffect; label: string };

const dashes = 16;

export function closureLayers(marks: ToolMarks, colours: Colours): Layer[] {
  const drawn = drawAll(marks);
  const of = (effect: ClosureEffect): Position[][] =>
    drawn.filter((each) => each.effect === effect).map(({ line }) => line);
  return [
    lineLayer('closure-casing', [...of('impassable'), ...of('avoid')], colours.casing, 9),
    lineLayer('closure-impassable', of('impassable'), colours.closed, 5),
  ];
}

/** Over the lines of the answer: a way that crosses one must hide neither its dashes nor why it is closed. */
export function closuresOverWay(marks: ToolMarks, colours: Colours): Layer[] {
  const drawn = drawAll(marks);
  const avoided = drawn.filter(({ effect }) => effect === 'avoid');
  const dashed = avoided.flatMap(({ line }) => breakUp(line));
  const labels = drawn.flatMap((each) => labelsOf(each, colours));
  return [
    lineLayer('closure-avoid', dashed, colours.avoided, 5),
    ...textLayer('closure-signs', labels, { size: 15, chip: colours.casing }),
  ];
}

function drawAll({ closures }: ToolMarks): Drawn[] {
  return [...closures.all.map(drawClosure), ...drawDraft(closures.draft)];
}

function drawClosure({ geometry, effect, reason }: ClosureOnMap): Drawn {
  return { line: closureLine(geometry), effect, label: reason };
}

function drawDraft(draft: ToolMarks['closures']['draft']): Drawn[] {
  return draft && draft.line.length > 0 ? [{ ...draft, label: '' }] : [];
}

/** A sign at each point of what is being drawn, and in the middle of what holds. */
function labelsOf({ line, effect, label }: Drawn, colours: Colours): Label[] {
  const colour = effect === 'impassable' ? colours.closed : colours.avoided;
  const at = label === '' ? line : [closureMiddle(line)];
  const text = label === '' ? closureSigns[effect] : `${closureSigns[effect]} ${label}`;
  return at.map((position) => ({ text, position, colour, offset: [0, 0] as [number, number] }));
}

function breakUp(line: Position[]): Position[][] {
  return line.slice(1).flatMap((end, index) => equalDashes(line[index]!, end, dashes));
}

function lineLayer(id: string, lines: Position[][], colour: Rgb, pixels: number): Layer {
  return new PathLayer({
    id,
    data: lines.filter((line) => line.length > 1),
    getPath: (line: Position[]) => line,
    getColor: colour,
    getWidth: pixels,
    widthUnits: 'pixels',
    jointRounded: true,
  });
}
