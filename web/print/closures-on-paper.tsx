import type { JSX } from 'react';
import type { ClosureOnMap } from '../map/tool-marks.ts';
import { closureLine, closureMiddle } from '../map/closure-signs.ts';
import { At, pathOf } from './paper-at.tsx';
import { ClosureSign } from './paper-signs.tsx';
import type { PaperView } from './paper-view.ts';

/** A closed road, with the letter by which a list names it; empty where none does. */
export type PaperClosure = Pick<ClosureOnMap, 'geometry' | 'effect'> & {
  id: number;
  letter: string;
};

type ClosuresOnPaperProps = { closures: PaperClosure[]; view: PaperView };

/** Under the answer, as on the screen: whole where nobody gets through, broken where it is to be avoided. */
export function ClosuresOnPaper({ closures, view }: ClosuresOnPaperProps): JSX.Element {
  return (
    <>
      {closures.map(({ id, geometry, effect }) => {
        const d = pathOf(view, closureLine(geometry));
        return (
          <g key={id}>
            <path className="paper-casing" d={d} />
            <path className={`paper-closed paper-closed-${effect}`} d={d} />
          </g>
        );
      })}
    </>
  );
}

/** Over the lines of the answer, so that a way which crosses one shows it. */
export function ClosureSigns({ closures, view }: ClosuresOnPaperProps): JSX.Element {
  return (
    <>
      {closures.map(({ id, geometry, effect, letter }) => (
        <At key={id} view={view} position={closureMiddle(closureLine(geometry))}>
          <ClosureSign effect={effect} letter={letter} />
        </At>
      ))}
    </>
  );
}
