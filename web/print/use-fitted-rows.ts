import { type RefObject, useLayoutEffect, useState } from 'react';

/** From the fullest page to the sparest, in rows of units. */
const budgets = [12, 10, 8, 6, 5, 4, 3] as const;

/** As many rows as fit on the one page: fewer, as long as it overflows. */
export function useFittedRows(page: RefObject<HTMLElement | null>): {
  rows: number;
  /** Not even the fewest rows fit: letters must be smaller. */
  isTight: boolean;
} {
  const [step, setStep] = useState(0);
  // After every change: nobody but the browser knows how much room words take. It ends with the budgets.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- whatever changed may be longer now
  useLayoutEffect(() => {
    const element = page.current;
    if (!element || step >= budgets.length) return;
    if (element.scrollHeight > element.clientHeight + 1) setStep(step + 1);
  });
  return {
    rows: budgets[step] ?? budgets.at(-1) ?? 3,
    isTight: step >= budgets.length,
  };
}
