import './closures-on-paper.css';
import type { JSX } from 'react';
import { closureLine } from '../map/closure-signs.ts';
import type { PaperClosure } from './closure-on-paper.ts';
import { pathOf } from './paper-at.tsx';
import { ClosureSign } from './paper-signs.tsx';
import type { PaperView } from './paper-view.ts';
import type { PlacedClosure } from './place-closure-signs.ts';

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

/** Over the lines of the answer, each with a line to where it lies if it had to move aside. */
export function ClosureSigns({ placed }: { placed: PlacedClosure[] }): JSX.Element {
  return (
    <>
      {placed
        .filter(({ place, sign }) => place !== sign)
        .map(({ closure, place: [x, y], sign }) => (
          <g key={closure.id} className="paper-leader">
            <path className="paper-leader-casing" d={`M${x} ${y}L${sign.join(' ')}`} />
            <path d={`M${x} ${y}L${sign.join(' ')}`} />
            <circle cx={x} cy={y} r="3" />
          </g>
        ))}
      {placed.map(({ closure, sign }) => (
        <g key={closure.id} transform={`translate(${sign.join(' ')})`}>
          <ClosureSign effect={closure.effect} letter={closure.letter} />
        </g>
      ))}
    </>
  );
}
