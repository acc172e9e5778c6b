import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { PlaceCard } from '../../server/places/schema.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { coordinatesText, doubtsAbout, otherDoorsText } from '../dispatch/place-head.tsx';
import { readBackLine } from '../dispatch/read-back-words.ts';
import { useWords } from '../i18n/use-words.ts';

type SheetHeadProps = {
  card: UseQueryResult<PlaceCard, ApiError>;
  point: { lon: number; lat: number } | null;
  response: ResponseResult;
  /** What does not run as it should, and how old the answer is for that; in a sentence each. */
  warnings: string[];
  /** When this page was made. */
  at: Date;
};

/** What burns, how sure that is, what was read back to the caller. */
export function SheetHead({ card, point, response, warnings, at }: SheetHeadProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
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
      {[
        ...warnings,
        ...doubtsAbout(place, response, words),
        ...otherDoorsText(response, words),
      ].map((doubt) => (
        <p key={doubt} className="sheet-doubt">
          {doubt}
        </p>
      ))}
      {response.notes.map((note) => (
        <p key={note.code} className="sheet-doubt">
          {wordNote(note, words)}
        </p>
      ))}
    </header>
  );
}
