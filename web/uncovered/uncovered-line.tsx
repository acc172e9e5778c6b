import './uncovered.css';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { UncoveredAnswer } from '../../server/uncovered/schema.ts';
import { type ApiError, askUncovered } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';
import { failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { moveUpText, uncoveredSummary, wardsText } from './uncovered-words.ts';

const freshMs = 30_000;

/** What the set leaves behind, and the move-up that helps most: one line that unfolds. */
export function UncoveredLine({ unitIds }: { unitIds: string[] }): JSX.Element | null {
  const words = useWords();
  const asked = useQuery<UncoveredAnswer, ApiError>({
    queryKey: ['uncovered', unitIds],
    queryFn: ({ signal }) => askUncovered(unitIds, signal),
    enabled: unitIds.length > 0,
    staleTime: freshMs,
    refetchInterval: afterFailure,
    placeholderData: (before) => before,
  });
  if (unitIds.length === 0) return null;
  const uncovered = asked.data?.uncovered;
  const failure = failureText(lateAlready(asked), 'uncovered.failed', words);
  return (
    <>
      {failure !== null && (
        <p className="uncovered note secondary" role="status" data-testid="uncovered-failed">
          {failure}
        </p>
      )}
      {uncovered && <UncoveredFold uncovered={uncovered} />}
    </>
  );
}

/** Asking again at once, as is tried first, may take ten seconds: what is missing so far is said meanwhile. */
function lateAlready({
  data,
  dataUpdatedAt,
  error,
  failureReason,
}: UseQueryResult<UncoveredAnswer, ApiError>) {
  return { data, dataUpdatedAt, error: error ?? (data === undefined ? failureReason : null) };
}

type Uncovered = NonNullable<UncoveredAnswer['uncovered']>;

function UncoveredFold({ uncovered }: { uncovered: Uncovered }): JSX.Element {
  const words = useWords();
  const { emptied, moveUp } = uncovered;
  return (
    <details className="uncovered" data-testid="uncovered">
      <summary>{uncoveredSummary(uncovered, words)}</summary>
      <ul>
        {moveUp && <li>{moveUpText(moveUp, words)}</li>}
        {emptied.length > 0 && (
          <li>
            {words.t('uncovered.emptied', { stations: emptied.map(({ name }) => name).join(', ') })}
          </li>
        )}
        {uncovered.onRoad > 0 && (
          <li>{words.t('uncovered.onRoad', { count: uncovered.onRoad })}</li>
        )}
        {uncovered.ignoresClosures && <li>{words.t('uncovered.closures')}</li>}
        {uncovered.wards.length > 0 && <li>{wardsText(uncovered, words)}</li>}
        <li className="secondary">
          {words.t('uncovered.how', {
            minutes: words.format.clock(uncovered.targetSeconds),
            before: words.format.number(uncovered.houses.before),
            total: words.format.number(uncovered.houses.total),
          })}
        </li>
      </ul>
    </details>
  );
}
