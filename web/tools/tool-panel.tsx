import { CloseButton } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';

type ToolPanelProps = {
  title: string;
  testId: string;
  onClose: () => void;
  children: ReactNode;
};

/** The card of an open tool, below its button. */
export function ToolPanel({ title, testId, onClose, children }: ToolPanelProps): JSX.Element {
  const { t } = useWords();
  return (
    <section className="tool-panel card" aria-label={title} data-testid={testId}>
      <div className="tool-head">
        <h2>{title}</h2>
        <CloseButton size="sm" aria-label={t('tools.close')} onClick={onClose} />
      </div>
      {children}
    </section>
  );
}
