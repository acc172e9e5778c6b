import { Skeleton } from '@mantine/core';
import type { JSX } from 'react';
import { useLate } from './use-late.ts';

/** Grey lines in place of what is to come, shown only when it takes its time. */
export function LateSkeleton({ lines }: { lines: number }): JSX.Element | null {
  const isLate = useLate(true);
  if (!isLate) return null;
  return (
    <div className="late-skeleton" data-testid="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={16} animate={false} width={line % 2 === 0 ? '100%' : '70%'} />
      ))}
    </div>
  );
}
