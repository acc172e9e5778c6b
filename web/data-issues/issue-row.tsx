import type { JSX } from 'react';
import type { DataIssue } from '../../server/data-issues/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { changeText, momentText } from './issue-words.ts';

type IssueRowProps = {
  issue: DataIssue;
  onShow: (at: { lon: number; lat: number }) => void;
  onChange: (issue: DataIssue) => void;
};

/** One report that the server has. */
export function IssueRow({ issue, onShow, onChange }: IssueRowProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { id, state, subjectKind, subjectLabel, placeLabel, note, by, synthetic } = issue;
  const isOpen = state === 'open';
  const changed = changeText(issue, words);
  return (
    <li className="issue-row" data-testid="issue" data-issue={id} data-state={state}>
      <p>
        <strong>{`#${id}`}</strong> {t(`issues.subject.${subjectKind}`)}
        {subjectLabel !== null && `: ${subjectLabel}`}
      </p>
      {placeLabel !== null && placeLabel !== subjectLabel && (
        <p className="secondary">{t('issues.of', { place: placeLabel })}</p>
      )}
      <p className={note === null ? 'secondary' : 'issue-note'}>{note ?? t('issues.noNote')}</p>
      <p className="secondary">
        {by === null ? t('issues.noName') : t('author.unverified', { by })}
        {` · ${momentText(issue.seenAt, words)}`}
        {changed !== '' && ` · ${changed}`}
        {synthetic && ` · ${t('issues.synthetic')}`}
      </p>
      <p className="tool-buttons">
        <button
          type="button"
          className="plain-button"
          aria-label={t('issues.showOf', { id })}
          onClick={() => onShow(issue)}
          data-testid="issue-show"
        >
          {t('issues.show')}
        </button>
        <button
          type="button"
          className="plain-button"
          aria-label={t(isOpen ? 'issues.doCloseOf' : 'issues.reopenOf', { id })}
          onClick={() => onChange(issue)}
          data-testid="issue-change"
        >
          {t(isOpen ? 'issues.doClose' : 'issues.reopen')}
        </button>
      </p>
    </li>
  );
}
