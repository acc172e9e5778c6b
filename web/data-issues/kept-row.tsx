import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { momentText } from './issue-words.ts';
import type { KeptIssue, WrittenIssue } from './kept-issue.ts';

type KeptRowProps = { kept: KeptIssue; onDiscard: (issue: WrittenIssue) => void };

/** One report that the server does not have: on its way, or refused. */
export function KeptRow({ kept, onDiscard }: KeptRowProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { issue, refused } = kept;
  const { kind, label = null } = issue.subject;
  return (
    <li className="issue-row is-kept" data-testid="issue-kept">
      <p>
        <strong>
          {refused === undefined ? t('issues.waiting') : t('issues.refusedWhy', { why: refused })}
        </strong>{' '}
        {t(`issues.subject.${kind}`)}
        {label !== null && `: ${label}`}
      </p>
      <p className={issue.note ? 'issue-note' : 'secondary'}>{issue.note ?? t('issues.noNote')}</p>
      <p className="secondary">{momentText(issue.seenAt, words)}</p>
      {refused !== undefined && (
        <button type="button" className="plain-button" onClick={() => onDiscard(issue)}>
          {t('issues.discard')}
        </button>
      )}
    </li>
  );
}
