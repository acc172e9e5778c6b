import type { JSX, ReactNode } from 'react';
import type { UnitResponse } from '../../server/response/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { partOrigin } from '../origins/origin-words.ts';
import { barPartsOf, type BarScale } from './time-bar-parts.ts';

type TimeBarProps = { unit: UnitResponse; scale: BarScale };

/** A unit's seconds in parts, on the scale that all units share. */
export function TimeBar({ unit, scale }: TimeBarProps): JSX.Element {
  const { t, format } = useWords();
  const parts = barPartsOf(unit);
  const text = parts.map((part) => `${t(`part.${part.kind}`)} ${format.clock(part.seconds)}`);
  return (
    <div className="time-bar" role="img" aria-label={text.join(', ')} title={text.join(' · ')}>
      {scale.ticks.map((tick) => (
        <i key={tick} className="tick" style={{ left: percentOf(tick, scale) }} />
      ))}
      {parts.map((part) => (
        <span
          key={part.kind}
          className={`part part-${part.kind}`}
          style={{ width: percentOf(part.seconds, scale) }}
        />
      ))}
    </div>
  );
}

type TimeBarKeyProps = { unit: UnitResponse; children: ReactNode };

/** What the parts of the bar above are, with the time of each, and what there is to say of them. */
export function TimeBarKey({ unit, children }: TimeBarKeyProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  return (
    <div className="bar-key">
      <ul aria-hidden="true">
        {barPartsOf(unit).map((part) => (
          <li key={part.kind} title={partOrigin(part, unit, words)}>
            <i className={`swatch part-${part.kind}`} />
            {t(`part.${part.kind}`)} <b>{format.clock(part.seconds)}</b>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

function percentOf(seconds: number, scale: BarScale): string {
  return `${(100 * seconds) / scale.seconds}%`;
}
