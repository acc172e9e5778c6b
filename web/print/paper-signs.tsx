import type { JSX } from 'react';
import { type WaterShape, waterShape } from '../../tiles/icons/water-icon.ts';
import type { WaterPoint } from '../dispatch/water-rows.ts';

/** What the shape means for ink without colour: filled can be relied on, dashed cannot. */
const shapes: Record<WaterShape, JSX.Element> = {
  circle: <circle r="8.5" />,
  square: <rect x="-8" y="-8" width="16" height="16" rx="1.5" />,
  diamond: <path d="M0-10.5 10.5 0 0 10.5-10.5 0z" />,
};

/** A source of water with the number that it has in the list. */
export function WaterSign({ point, number }: { point: WaterPoint; number: number }): JSX.Element {
  return (
    <g className={point.status === 'usable' ? 'paper-water' : 'paper-water paper-water-unsure'}>
      {shapes[waterShape(point.kind)]}
      <text y="4">{number}</text>
    </g>
  );
}

export function StopSign(): JSX.Element {
  return (
    <g className="paper-stop">
      <circle r="11" />
      <path d="M-6 0h12" />
    </g>
  );
}

export function DoorSign({ isAssumed }: { isAssumed: boolean }): JSX.Element {
  return <circle className="paper-door" r="5" strokeDasharray={isAssumed ? '3 2.2' : undefined} />;
}

export function FireSign(): JSX.Element {
  return (
    <g className="paper-fire">
      <circle r="9" />
      <path d="M-4-4 4 4M4-4-4 4" />
    </g>
  );
}

export function StationSign(): JSX.Element {
  return (
    <g className="paper-station">
      <rect x="-7" y="-7" width="14" height="14" rx="1" />
      <path d="M-4 4.5v-5L0-4l4 3.5v5z" />
    </g>
  );
}
