import type { JSX } from 'react';

export type SignName =
  | 'candidate'
  | 'building'
  | 'fire'
  | 'door'
  | 'door-assumed'
  | 'truck'
  | 'guess'
  | 'stop'
  | 'other-stop'
  | 'hose'
  | 'foot'
  | 'water-path'
  | 'pump'
  | 'staging'
  | 'supply'
  | 'wind'
  | 'closure-impassable'
  | 'closure-avoid'
  | 'traffic-jam'
  | 'traffic-slow'
  | 'traffic-free'
  | 'assumed-width'
  | 'path'
  | 'width-measured'
  | 'width-tagged'
  | 'width-derived'
  | 'width-assumed'
  | 'limit-assumed';

const signs: Record<SignName, JSX.Element> = {
  candidate: (
    <path className="sign-fire-line" d="M16 14.5c-2-2.5-4-4.5-4-7.5a4 4 0 0 1 8 0c0 3-2 5-4 7.5z" />
  ),
  building: <rect className="sign-fire" x="8" y="2" width="16" height="12" rx="1" />,
  fire: <circle className="sign-fire" cx="16" cy="8" r="6.5" />,
  door: <circle className="sign-fire-line" cx="16" cy="8" r="4.5" />,
  'door-assumed': <circle className="sign-fire-line sign-dashed" cx="16" cy="8" r="4.5" />,
  truck: <path className="sign-route" d="M1 8h30" />,
  guess: <path className="sign-route" d="M1 8h30" strokeDasharray="2 3" />,
  stop: (
    <>
      <circle className="sign-ink" cx="16" cy="8" r="7" />
      <path className="sign-paper" d="M12 8h8" strokeWidth="3" />
    </>
  ),
  'other-stop': (
    <g opacity="0.5">
      <circle className="sign-ink" cx="16" cy="8" r="5" />
      <path className="sign-paper" d="M13 8h6" strokeWidth="2" />
    </g>
  ),
  hose: <path className="sign-route" d="M1 8h30" strokeDasharray="8 3" />,
  foot: <path className="sign-foot" d="M3 8h28" />,
  'water-path': <path className="sign-water-path" d="M1 8h30" />,
  pump: (
    <>
      <circle className="sign-water-line" cx="16" cy="8" r="6" />
      <path className="sign-water" d="m14 4.5 6 3.5-6 3.5z" />
    </>
  ),
  staging: (
    <>
      <rect className="sign-edge" x="10" y="2" width="12" height="12" fill="none" />
      <rect className="sign-ink" x="14" y="4.5" width="4" height="7" />
    </>
  ),
  supply: (
    <>
      <rect className="sign-water-line" x="10" y="2" width="12" height="12" />
      <path className="sign-water" d="M16 4c2 3 3 4 3 5.5a3 3 0 0 1-6 0C13 8 14 7 16 4z" />
    </>
  ),
  wind: <path className="sign-ink" d="M6 7h11V3l9 5-9 5V9H6z" />,
  'closure-impassable': <path className="sign-closed" d="M2 8h28" />,
  'closure-avoid': <path className="sign-avoided" d="M2 4.5h28M2 11.5h28" />,
  'traffic-jam': <path className="sign-traffic is-jam" d="M4 8h24" />,
  'traffic-slow': <path className="sign-traffic is-slow" d="M3 8h26" />,
  'traffic-free': <path className="sign-traffic is-free" d="M2 8h28" />,
  'assumed-width': <path className="sign-edge" d="M1 4h30M1 12h30" strokeDasharray="5 3" />,
  'width-measured': <path className="sign-width is-measured" d="M1 8h30" />,
  'width-tagged': <path className="sign-width is-tagged" d="M1 8h30" />,
  'width-derived': <path className="sign-width is-tagged" d="M1 8h30" strokeDasharray="2 3" />,
  'width-assumed': <path className="sign-width is-assumed" d="M1 8h30" strokeDasharray="8 3" />,
  'limit-assumed': (
    <path className="sign-width is-limit" d="M1 4h30M1 12h30" strokeDasharray="2 2" />
  ),
  path: <path className="sign-path" d="M1 8h30" strokeDasharray="3 3" />,
};

/** One sign of the map as it stands in the legend and in lists. */
export function LegendSign({ name }: { name: SignName }): JSX.Element {
  return (
    <svg className="legend-sign" viewBox="0 0 32 16" aria-hidden="true">
      {signs[name]}
    </svg>
  );
}
