import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { PlaceCard } from '../../server/places/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { wordRetired } from './retired-words.ts';

/** An old link leads to a place that is gone: since when, why, and what stands there now. */
export function RetiredPlace({ place }: { place: PlaceCard | null }): JSX.Element | null {
  const words = useWords();
  const retired = wordRetired(place, words);
  if (!retired) return null;
  const { since, now, link } = retired;
  return (
    <div className="doubt" role="status" data-testid="retired">
      <p>{since}</p>
      <p>
        {now}{' '}
        {link && (
          <Link
            to="/"
            className="doubt-link"
            // What was typed is the old address: it stays, to be compared.
            search={({ q, map, caller }) => ({
              ...(q !== undefined && { q }),
              ...(map && { map }),
              ...(caller && { caller }),
              place: link.id,
            })}
          >
            {link.label}
          </Link>
        )}
      </p>
    </div>
  );
}
