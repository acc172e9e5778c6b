// Which move-up is suggested, of some that may be shut off. Pure.

import type { MoveUp } from './find-uncovered.ts';

export type PickedMove = MoveUp & {
  /** Nobody said in time whether what is closed leaves it a way, nor how long that takes. */
  isUnchecked: boolean;
};

/** null: there is none; without seconds, where nobody said how long it takes. */
export type Way = { seconds: number | null } | null | 'unknown';

/** Each is one question, and a hint beside an answer is worth no more of them: of the rest only those count whose class nothing holds up. */
const mostAsked = 8;

/**
 * The first of them that has a way. Where none is known to have one, the first of those asked about of which nobody said
 * in time that it has none; null where those are all shut off.
 */
export async function chooseMove(
  moveUps: MoveUp[],
  {
    isHeldUp,
    look,
  }: {
    /** Roads are closed to its class. */
    isHeldUp: (moveUp: MoveUp) => boolean;
    look: (moveUp: MoveUp) => Promise<Way>;
  },
): Promise<PickedMove | null> {
  const unknown: MoveUp[] = [];
  for (const [index, moveUp] of moveUps.entries()) {
    if (!isHeldUp(moveUp)) return { ...moveUp, isUnchecked: false };
    if (index >= mostAsked) continue;
    const way = await look(moveUp);
    if (way === 'unknown') unknown.push(moveUp);
    else if (way) return { ...moveUp, driveSeconds: way.seconds, isUnchecked: false };
  }
  return unknown[0] ? { ...unknown[0], driveSeconds: null, isUnchecked: true } : null;
}
