import { type JSX, useState } from 'react';
import type { DataIssue } from '../../server/data-issues/schema.ts';
import { dataIssuesFile, type IssueFilter } from '../api.ts';
import { NameField } from '../author/name-field.tsx';
import { useNeededName } from '../author/use-needed-name.ts';
import { errorText, failureText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { LateSkeleton } from '../ui/late-skeleton.tsx';
import { IssueRow } from './issue-row.tsx';
import { holdsText } from './issue-words.ts';
import { KeptRow } from './kept-row.tsx';
import type { DataIssuesTool } from './use-data-issues.ts';
import { mostListed, useIssueList } from './use-issue-list.ts';

type IssueListProps = {
  issues: DataIssuesTool;
  name: string;
  onName: (name: string) => void;
};

/** All reports, the newest first: those still on their way, then those that the server has. */
export function IssueList({ issues, name, onName }: IssueListProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const [state, setState] = useState<IssueFilter>('open');
  const [filter, setFilter] = useState('');
  const { field, fault, ask } = useNeededName(name);
  const list = useIssueList(state);
  const all = list.data?.issues ?? [];
  const shown = all.filter((issue) => holdsText(issue, filter));
  const change = (issue: DataIssue) => {
    if (ask()) list.changes.change(issue, name.trim());
  };
  return (
    <>
      <div className="segments" role="group" aria-label={t('issues.state')}>
        {(['open', 'closed', 'all'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === state}
            onClick={() => setState(each)}
            data-testid={`issues-state-${each}`}
          >
            {t(`issues.state.${each}`)}
          </button>
        ))}
      </div>
      <label className="tool-field">
        {t('issues.filter')}
        <input
          type="search"
          value={filter}
          maxLength={80}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
          data-testid="issues-filter"
        />
      </label>
      <NameField name={name} onName={onName} field={field} fault={fault} testId="issue-by" />
      <div role="status">
        {list.isError && <p className="doubt">{failureText(list, 'issues.failed', words)}</p>}
        {list.changes.error && (
          <p className="doubt">
            {t('issues.changeFailed', { why: errorText(list.changes.error, words) })}
          </p>
        )}
        {list.isSuccess && shown.length === 0 && issues.outbox.kept.length === 0 && (
          <p className="secondary">{t(all.length === 0 ? 'issues.none' : 'issues.noneMatch')}</p>
        )}
      </div>
      {list.isPending && <LateSkeleton lines={3} />}
      <ul className="issue-list" aria-label={t('issues.tab.list')}>
        {issues.outbox.kept.map((kept) => (
          <KeptRow key={kept.issue.clientKey} kept={kept} onDiscard={issues.outbox.discard} />
        ))}
        {shown.map((issue) => (
          <IssueRow key={issue.id} issue={issue} onShow={issues.show} onChange={change} />
        ))}
      </ul>
      {(list.data?.total ?? 0) > all.length && (
        <p className="secondary">{t('issues.more', { n: mostListed })}</p>
      )}
      <p className="issue-files">
        {t('issues.export')}
        <a href={dataIssuesFile('csv', state)} download data-testid="issues-csv">
          CSV
        </a>
        <a href={dataIssuesFile('geojson', state)} download data-testid="issues-geojson">
          GeoJSON
        </a>
      </p>
    </>
  );
}
