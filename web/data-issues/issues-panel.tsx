import './data-issues.css';
import { type JSX, useEffect, useState } from 'react';
import { useAuthorName } from '../author/use-author-name.ts';
import { useWords } from '../i18n/use-words.ts';
import { ToolPanel } from '../tools/tool-panel.tsx';
import { IssueForm } from './issue-form.tsx';
import { IssueList } from './issue-list.tsx';
import type { DataIssuesTool } from './use-data-issues.ts';

type IssuesPanelProps = { issues: DataIssuesTool; onClose: () => void };

/** A new report, or the list of all. */
export function IssuesPanel({ issues, onClose }: IssuesPanelProps): JSX.Element {
  const { t } = useWords();
  const [tab, setTab] = useState<'new' | 'list'>('new');
  const [name, setName] = useAuthorName();
  useFocusGivenBack();
  return (
    <ToolPanel title={t('issues.title')} onClose={onClose} testId="issues-panel" isWide>
      <div className="segments" role="group" aria-label={t('issues.title')}>
        {(['new', 'list'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === tab}
            onClick={() => setTab(each)}
            data-testid={`issues-${each}`}
          >
            {t(`issues.tab.${each}`)}
          </button>
        ))}
      </div>
      {tab === 'new' ? (
        <IssueForm issues={issues} name={name} onName={setName} onClose={onClose} />
      ) : (
        <IssueList issues={issues} name={name} onName={setName} />
      )}
    </ToolPanel>
  );
}

/** Whoever works by keyboard goes on where they were. */
function useFocusGivenBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
