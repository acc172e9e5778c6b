import { CloseButton } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';

type ToolPanelProps = {
  title: string;
  testId: string;
  onClose: () => void;
  children: ReactNode;
  /** For forms and lists with long lines. */
  isWide?: boolean;
};

/** The card of an open tool, below its button. */
export function ToolPanel(props: ToolPanelProps): JSX.Element {
  const { title, testId, onClose, children, isWide = false } = props;
  const { t } = useWords();
  return (
    <section
      className={`tool-panel card${isWide ? ' is-wide' : ''}`}
      aria-label={title}
      data-testid={testId}
    >
      <div className="tool-head">
        <h2>{title}</h2>
        <CloseButton size="sm" aria-label={t('tools.close')} onClick={onClose} />
      </div>
      {children}
    </section>
  );
}
