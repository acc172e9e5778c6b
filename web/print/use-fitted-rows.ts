import { type RefObject, useLayoutEffect, useState } from 'react';

/** How much of the list of units is printed. */
export type Budget = {
  /** Units in full. */
  rows: number;
  /** Units named in each of the lists below them; of the others only how many there are. */
  named: number;
};

/** From the fullest page to the sparest. */
const budgets: readonly Budget[] = [
  { rows: 12, named: 24 },
  { rows: 10, named: 24 },
  { rows: 8, named: 24 },
  { rows: 6, named: 24 },
  { rows: 4, named: 24 },
  { rows: 3, named: 24 },
  { rows: 3, named: 12 },
  { rows: 3, named: 4 },
];
const sparest = { rows: 3, named: 3 };

/** As much as fits on the one page: less, as long as it overflows. */
export function useFittedRows(page: RefObject<HTMLElement | null>): {
  budget: Budget;
  /** Not even the sparest fits: letters must be smaller. */
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
  return { budget: budgets[step] ?? sparest, isTight: step >= budgets.length };
}
