import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { type ShownWind, windOrigin, windText } from '../wind/wind-words.ts';
import { WindSign } from './paper-signs.tsx';

/** What the arrow at the fire shows, in words, with who says so and how old that was. */
export function SheetWind({ wind }: { wind: ShownWind | null }): JSX.Element | null {
  const words = useWords();
  if (!wind) return null;
  return (
    <p className="sheet-wind" data-testid="sheet-wind">
      <svg className="paper-scene" viewBox="-12 -12 24 24" aria-hidden="true">
        <g transform={`rotate(${wind.fromDegrees + 180}) translate(0 11)`}>
          <WindSign fromDegrees={180} length={22} />
        </g>
      </svg>
      <span>
        <b>{windText(wind, words)}</b> · {windOrigin(wind, words)}
      </span>
    </p>
  );
}
