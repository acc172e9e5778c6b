import type { UseQueryResult } from '@tanstack/react-query';
import { type JSX, useEffect, useRef } from 'react';
import type { PlaceResult, PlaceResults } from '../../server/places/schema.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../i18n/use-words.ts';
import { LateSkeleton } from '../ui/late-skeleton.tsx';
import { failureText } from './error-words.ts';
import { optionId, resultListId } from './search-box.tsx';

type ResultListProps = {
  places: UseQueryResult<PlaceResults, ApiError>;
  typed: string;
  results: PlaceResult[];
  isCurrent: boolean;
  /** These answer an earlier text, and the new answer is late. */
  isStale: boolean;
  active: number;
  onActive: (index: number) => void;
  onChoose: (id: string) => void;
};

/** The ranked readings of what was typed; each says how near it is. */
export function ResultList(props: ResultListProps): JSX.Element {
  const words = useWords();
  const { places, results, isCurrent, isStale } = props;
  const hasNone = isCurrent && places.isSuccess && results.length === 0;
  const own = places.isPlaceholderData ? undefined : places.data;
  const error = places.error ?? places.failureReason;
  const { dataUpdatedAt } = places;
  const failure = failureText({ data: own, dataUpdatedAt, error }, 'search.failed', words);
  return (
    <section className="results" aria-busy={isStale}>
      <p className="fp-unseen" role="status">
        {isCurrent && places.isSuccess
          ? hasNone
            ? words.t('search.none')
            : words.t('search.count', { n: results.length })
          : ''}
      </p>
      {failure !== null && (
        <p className="message" role="alert" data-testid="search-failed">
          {failure}
        </p>
      )}
      {isStale && results.length > 0 && (
        <p className="results-waiting" data-testid="results-waiting">
          {words.t('search.waiting', { text: props.typed })}
        </p>
      )}
      {results.length === 0 && places.isFetching && <LateSkeleton lines={4} />}
      <ul id={resultListId} role="listbox" aria-label={words.t('search.results')}>
        {results.map((place, index) => (
          <ResultRow
            key={place.id}
            place={place}
            rank={index + 1}
            isActive={index === props.active}
            isSelected={index === props.active && isCurrent}
            onActive={isCurrent ? () => props.onActive(index) : undefined}
            onChoose={() => props.onChoose(place.id)}
          />
        ))}
      </ul>
      {hasNone && <NoMatch typed={props.typed} understood={places.data.understood} />}
    </section>
  );
}

type ResultRowProps = {
  place: PlaceResult;
  rank: number;
  isActive: boolean;
  /** Enter takes it: never true of what answers an earlier text. */
  isSelected: boolean;
  /** None while the list answers an earlier text: what is marked there is not meant. */
  onActive: (() => void) | undefined;
  onChoose: () => void;
};

function ResultRow(props: ResultRowProps): JSX.Element {
  const { place, rank, isActive, isSelected, onActive, onChoose } = props;
  const { t } = useWords();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const isNear = ['nearest-number', 'number-only', 'alley', 'street'].includes(place.match);
  const { hint } = place;
  const context = [place.context, hint && t(`hint.${hint.code}`, { name: hint.name })]
    .filter(Boolean)
    .join(' · ');
  return (
    <li
      ref={row}
      id={optionId(place.id)}
      role="option"
      aria-selected={isSelected}
      // Looks the same while the next answer is on its way: a row that flickers is not read.
      className={isActive ? 'result result-active' : 'result'}
      onMouseMove={isActive ? undefined : onActive}
      // Pressing must not take the keyboard out of the search box.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      data-testid="result"
    >
      <span className="result-rank" aria-hidden="true">
        {rank}
      </span>
      <span className="result-label">{place.label}</span>
      <span className={isNear ? 'match match-near' : 'match'}>{t(`match.${place.match}`)}</span>
      {context && <span className="result-context">{context}</span>}
    </li>
  );
}

function NoMatch({ typed, understood }: { typed: string; understood: string | null }): JSX.Element {
  const { t } = useWords();
  return (
    <div className="message" data-testid="no-match">
      <p>
        <strong>{t('search.none')}</strong>
      </p>
      {understood && understood !== typed && <p>{t('search.understood', { text: understood })}</p>}
      <p>{t('search.point')}</p>
    </div>
  );
}
