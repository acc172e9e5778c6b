import type { JSX } from 'react';
import { type WaterShape, waterShape } from '../../tiles/icons/water-icon.ts';
import type { WaterPoint } from '../dispatch/water-rows.ts';
import { closureSigns } from '../map/closure-signs.ts';
import type { ClosureEffect } from '../map/tool-marks.ts';

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

/** The triangle points where it pumps to. */
export function PumpSign(): JSX.Element {
  return (
    <g className="paper-pump">
      <circle r="8" />
      <path d="m-3-5 8 5-8 5z" />
    </g>
  );
}

export function StagingSign(): JSX.Element {
  return (
    <g className="paper-staging">
      <rect x="-8" y="-8" width="16" height="16" />
      <rect className="paper-ink" x="-3" y="-5.5" width="6" height="11" />
    </g>
  );
}

export function SupplySign(): JSX.Element {
  return (
    <g className="paper-supply">
      <rect x="-8" y="-8" width="16" height="16" />
      <path d="M0-6c3 4 4 5 4 7.5a4 4 0 0 1-8 0C-4-1-3-2 0-6z" />
    </g>
  );
}

/** Round, unlike the bay of an engine that pumps there. */
export function FetchSign(): JSX.Element {
  return (
    <g className="paper-fetch">
      <circle r="10" />
      <path d="M0-7c3.5 4.5 4.7 6 4.7 8.8a4.7 4.7 0 0 1-9.4 0C-4.7-1-3.5-2.5 0-7z" />
    </g>
  );
}

/** Its tail at the fire, its tip downwind. */
export function WindSign({
  fromDegrees,
  length,
}: {
  fromDegrees: number;
  length: number;
}): JSX.Element {
  return (
    <g className="paper-wind" transform={`rotate(${fromDegrees + 180})`}>
      <path d={`M-2.5 0V${16 - length}H-8L0 ${-length} 8 ${16 - length}H2.5V0z`} />
    </g>
  );
}

/** Filled where nobody gets through; the letter is that of the list. */
export function ClosureSign({
  effect,
  letter,
}: {
  effect: ClosureEffect;
  letter: string;
}): JSX.Element {
  const half = letter === '' ? 9 : 14;
  return (
    <g className={`paper-closure paper-closure-${effect}`}>
      <rect x={-half} y="-8.5" width={2 * half} height="17" rx="2" />
      <text y="4.5">
        {closureSigns[effect]}
        {letter}
      </text>
    </g>
  );
}
