import type { JSX, ReactNode } from 'react';

type FoldProps = { title: ReactNode; testId: string; children: ReactNode };

/** Details behind one line; once opened they are brought into view. */
export function Fold({ title, testId, children }: FoldProps): JSX.Element {
  return (
    <details
      className="fold"
      data-testid={testId}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
