import type { JSX, ReactNode } from 'react';
import type { Position } from '../../geo/position.ts';
import { onPaper, type PaperView } from './paper-view.ts';

type AtProps = { view: PaperView; position: Position; children: ReactNode };

/** A sign at its place on the map. */
export function At({ view, position, children }: AtProps): JSX.Element {
  const [x, y] = onPaper(view, position);
  return <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>{children}</g>;
}

/** A line as an SVG path. */
export function pathOf(view: PaperView, positions: Position[]): string {
  const points = positions.map((at) =>
    onPaper(view, at)
      .map((value) => value.toFixed(1))
      .join(' '),
  );
  return points.length === 0 ? '' : `M${points.join('L')}`;
}
