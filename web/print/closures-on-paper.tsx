import type { JSX } from 'react';
import { closureLine } from '../map/closure-signs.ts';
import { closureSignPlace, type PaperClosure } from './closure-on-paper.ts';
import { At, pathOf } from './paper-at.tsx';
import { ClosureSign } from './paper-signs.tsx';
import type { PaperView } from './paper-view.ts';

type ClosuresOnPaperProps = { closures: PaperClosure[]; view: PaperView };

/** Under the answer, as on the screen: whole where nobody gets through, broken where it is to be avoided. */
export function ClosuresOnPaper({ closures, view }: ClosuresOnPaperProps): JSX.Element {
  return (
    <>
      {closures.map((closure) => (
        <ClosedRoads key={closure.id} closure={closure} view={view} />
      ))}
    </>
  );
}

/** The roads that it closes, under the shape that was drawn; that alone while nobody knows them. */
function ClosedRoads({ closure, view }: { closure: PaperClosure; view: PaperView }): JSX.Element {
  const { geometry, effect, stretches } = closure;
  const shape = pathOf(view, closureLine(geometry));
  const roads = stretches?.map((line) => pathOf(view, line)).join('') ?? '';
  const d = roads || shape;
  return (
    <g>
      <path className="paper-casing" d={d} />
      <path className={`paper-closed paper-closed-${effect}`} d={d} />
      {roads !== '' && <path className="paper-closed paper-closed-shape" d={shape} />}
    </g>
  );
}

/** Over the lines of the answer, so that a way which crosses one shows it. */
export function ClosureSigns({ closures, view }: ClosuresOnPaperProps): JSX.Element {
  return (
    <>
      {closures.map((closure) => (
        <At key={closure.id} view={view} position={closureSignPlace(closure, view)}>
          <ClosureSign effect={closure.effect} letter={closure.letter} />
        </At>
      ))}
    </>
  );
}
