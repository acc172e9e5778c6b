import './wind.css';
import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { type ShownWind, windOrigin, windText } from './wind-words.ts';

/** What the arrow on the map shows, in words, with who says so and how old that is. */
export function WindLine({ wind }: { wind: ShownWind | null }): JSX.Element | null {
  const words = useWords();
  if (!wind) return null;
  return (
    <p className="wind-line" data-testid="wind">
      <strong>{windText(wind, words)}</strong>{' '}
      <span className="secondary">{windOrigin(wind, words)}</span>
    </p>
  );
}
