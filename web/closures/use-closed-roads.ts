import { useMemo } from 'react';
import type { Closure } from '../../server/closures/schema.ts';
import type { ToolMarks } from '../map/tool-marks.ts';
import { closedLines } from './closed-lines.ts';
import { outlineOf, writeDrawn, type Draft } from './closure-draft.ts';
import { type StretchesById, useClosedStretches } from './use-closed-stretches.ts';
import { type Preview, useClosurePreview } from './use-closure-preview.ts';

export type ClosedRoads = {
  /** Which roads the closures close, as far as it is known. */
  stretches: StretchesById;
  /** Which roads the draft would close. */
  preview: Preview;
  /** Those in force, and the draft, on the map. */
  marks: ToolMarks['closures'];
};

/** `draft`: null while nobody draws. */
export function useClosedRoads(all: Closure[], draft: Draft | null): ClosedRoads {
  const { stretches } = useClosedStretches(all);
  const preview = useClosurePreview(draft && writeDrawn(draft));
  const { seen } = preview;
  const marks = useMemo(
    () => ({
      all: all
        .filter(({ active }) => active)
        .map((closure) => ({ ...closure, stretches: closedLines(stretches.get(closure.id)) })),
      draft: draft && {
        line: outlineOf(draft),
        effect: draft.effect,
        stretches: closedLines(seen),
      },
    }),
    [all, stretches, draft, seen],
  );
  return { stretches, preview, marks };
}
