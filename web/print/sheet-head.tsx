import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { PlaceCard } from '../../server/places/schema.ts';
import type { ApiError } from '../api.ts';
import { coordinatesText } from '../dispatch/place-head.tsx';
import { readBackLine } from '../dispatch/read-back-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { SheetDoubts } from './sheet-doubts.tsx';
import type { Warned } from './sheet-warnings.ts';

type SheetHeadProps = {
  card: UseQueryResult<PlaceCard, ApiError>;
  point: { lon: number; lat: number } | null;
  /** The answer, and how good it is. */
  of: Warned;
  /** When this page was made. */
  at: Date;
};

/** What burns, how sure that is, what was read back to the caller. */
export function SheetHead({ card, point, of, at }: SheetHeadProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const { response } = of;
  const { destination } = response;
  const place = card.data ?? null;
  const label = point
    ? `${t('place.point')} ${coordinatesText(point)}`
    : (place?.label ?? destination.place?.label ?? destination.readBack.label);
  return (
    <header className="sheet-head">
      <p className="sheet-top">
        <b>{t('print.title')}</b>
        {response.synthetic && <strong className="sheet-synthetic">{t('print.synthetic')}</strong>}
        <span>
          {t('print.printed', { time: `${format.time(at)}, ${format.date(at.toISOString())}` })}
        </span>
      </p>
      <h1 data-testid="sheet-label">{label}</h1>
      <p data-testid="sheet-read-back">
        <b>{t('readBack.label')}:</b> {readBackLine(destination.readBack, words)}{' '}
        {t('print.fireAt', { position: coordinatesText(destination.door) })}
      </p>
      <SheetDoubts place={place} of={of} />
    </header>
  );
}
