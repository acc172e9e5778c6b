import { Skeleton } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';

/** Shorter waits are not worth a change on screen. */
const patienceMs = 300;

/** Grey lines in place of what is to come, shown only when it takes its time. */
export function LateSkeleton({ lines }: { lines: number }): JSX.Element | null {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div className="late-skeleton" data-testid="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={16} animate={false} width={line % 2 === 0 ? '100%' : '70%'} />
      ))}
    </div>
  );
}
