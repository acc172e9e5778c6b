import './data-issues.css';
import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useLate } from '../ui/use-late.ts';
import { isOnlyHere } from './issue-outbox.ts';
import type { IssueOutbox } from './use-issue-outbox.ts';

/** What became of the reports: saved, waiting for the server, refused. */
export function IssueStatus({ outbox }: { outbox: IssueOutbox }): JSX.Element {
  const { t } = useWords();
  const { kept, savedId } = outbox;
  const waiting = kept.filter(({ refused }) => refused === undefined);
  const refused = kept.length - waiting.length;
  const isLate = useLate(waiting.length > 0);
  return (
    <div role="status" className="issue-status">
      {savedId !== null && waiting.length === 0 && (
        <p className="card" data-testid="issue-saved">
          {t('issues.saved', { id: savedId })}
        </p>
      )}
      {isLate && (
        <p className="card is-waiting" data-testid="issues-waiting">
          {t('issues.pending', { n: waiting.length })}
          {waiting.some(isOnlyHere) && ` ${t('issues.onlyHere')}`}
        </p>
      )}
      {refused > 0 && (
        <p className="card is-waiting" data-testid="issues-refused">
          {t('issues.refused', { n: refused })}
        </p>
      )}
    </div>
  );
}
