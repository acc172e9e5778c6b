import './uncovered.css';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { UncoveredAnswer } from '../../server/uncovered/schema.ts';
import { type ApiError, askUncovered } from '../api.ts';
import { failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { askUncoveredAgain } from './ask-uncovered-again.ts';
import { moveUpText, uncoveredSummary, wardsText } from './uncovered-words.ts';

const freshMs = 30_000;

/** What the set leaves behind, and the move-up that helps most: one line that unfolds. */
export function UncoveredLine({ unitIds }: { unitIds: string[] }): JSX.Element | null {
  const words = useWords();
  // Who comes first among them changes nothing.
  const ids = unitIds.toSorted();
  const asked = useQuery<UncoveredAnswer, ApiError>({
    queryKey: ['uncovered', ids],
    queryFn: ({ signal }) => askUncovered(ids, signal),
    enabled: unitIds.length > 0,
    staleTime: freshMs,
    refetchInterval: askUncoveredAgain,
  });
  if (unitIds.length === 0) return null;
  const uncovered = asked.data?.uncovered;
  const failure = failureText(lateAlready(asked), 'uncovered.failed', words);
  const missing = failure ?? missingText(asked.data, words);
  return (
    <>
      {missing !== null && (
        <p
          className="uncovered note secondary"
          role="status"
          data-testid={failure === null ? 'uncovered-missing' : 'uncovered-failed'}
        >
          {missing}
        </p>
      )}
      {uncovered && <UncoveredFold uncovered={uncovered} />}
    </>
  );
}

/** The count of another set would pass for this one's: until this one's is there, that is said. */
function missingText(data: UncoveredAnswer | undefined, { t }: Words): string | null {
  if (data === undefined) return t('uncovered.counting');
  return data.uncovered === null ? t('uncovered.preparing') : null;
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
