import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Wording } from '../water/supply-words.ts';

/** How much of the list of units is printed. */
export type Budget = {
  /** Units in full. */
  rows: number;
  /** Units named in each of the lists below them; of the others only how many there are. */
  named: number;
};

type Share = Budget & { wording: Wording };

/**
 * What of the right column is printed, from the fullest to the sparest. Units beyond the first six are named
 * below the list before the plan of the water is said in shorter words.
 */
const shares: readonly Share[] = [
  { rows: 12, named: Infinity, wording: 'full' },
  { rows: 10, named: Infinity, wording: 'full' },
  { rows: 8, named: Infinity, wording: 'full' },
  { rows: 6, named: Infinity, wording: 'full' },
  { rows: 6, named: 24, wording: 'full' },
  { rows: 6, named: 24, wording: 'short' },
  { rows: 4, named: 24, wording: 'short' },
  { rows: 3, named: 24, wording: 'short' },
  { rows: 3, named: 12, wording: 'short' },
  { rows: 3, named: 4, wording: 'short' },
  { rows: 3, named: 3, wording: 'short' },
];

/** From here on letters are made smaller before more is left out. */
const sparse = shares.findIndex(({ rows }) => rows <= 4);

/** Letters as they should be, smaller, and as small as can be read. */
const letterSizes = ['', 'sheet-small', 'sheet-tight'] as const;

export type Fit = Share & {
  /** How large the letters are, as a class. */
  letters: (typeof letterSizes)[number];
  /** Not even small letters were enough: of the unit only what nobody can do without is said. */
  isTight: boolean;
  /** False until the letters are there to be measured. */
  isMeasured: boolean;
};

export type Steps = { share: number; letters: number };

/**
 * As much as fits on the one page. Where the right column is what overflows, it gives way; where it is the
 * left one, or the right one has become sparse, the letters become smaller.
 */
export function useFittedPage(page: RefObject<HTMLElement | null>): Fit {
  const [steps, setSteps] = useState<Steps>({ share: 0, letters: 0 });
  const isMeasured = useLetters();
  // After every change: nobody but the browser knows how much room words take. It ends with the steps.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- whatever changed may be longer now
  useLayoutEffect(() => {
    const element = page.current;
    if (!element || !isMeasured || element.scrollHeight <= element.clientHeight + 1) return;
    const next = shorten(steps, isLeftLonger(element));
    if (next) setSteps(next);
  });
  return {
    ...shares[steps.share]!,
    letters: letterSizes[steps.letters]!,
    isTight: steps.letters === letterSizes.length - 1,
    isMeasured,
  };
}

/** The next sparer page; null where there is none. */
export function shorten({ share, letters }: Steps, leftIsLonger: boolean): Steps | null {
  const canShrink = letters < letterSizes.length - 1;
  const limit = canShrink ? sparse : shares.length - 1;
  const canGiveWay = share < limit;
  if (canGiveWay && !leftIsLonger) return { share: share + 1, letters };
  // Smaller letters leave room for more of them.
  if (canShrink) return { share: 0, letters: letters + 1 };
  return canGiveWay ? { share: share + 1, letters } : null;
}

function isLeftLonger(page: HTMLElement): boolean {
  const [left = 0, right = 0] = [...page.querySelectorAll('.sheet-columns > div')].map(
    (column) => column.lastElementChild?.getBoundingClientRect().bottom ?? 0,
  );
  return left > right;
}

/** Whether the letters of the page are there: those that stand in for them meanwhile are wider. */
function useLetters(): boolean {
  const [areThere, setAreThere] = useState(false);
  useEffect(() => {
    let isLeft = false;
    const wait = async (): Promise<void> => {
      await document.fonts.ready;
      if (!isLeft) setAreThere(true);
    };
    void wait();
    return () => {
      isLeft = true;
    };
  }, []);
  return areThere;
}
