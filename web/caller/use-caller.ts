import { useEffect, useEffectEvent, useMemo } from 'react';
import type { StatedPosition } from '../../geo/positions/stated-position.ts';
import type { Words } from '../i18n/words.ts';
import type { ToolMarks } from '../map/tool-marks.ts';

/** What the map shows of the caller. */
export function useCallerMark(
  caller: StatedPosition | undefined,
  { t }: Words,
): ToolMarks['caller'] {
  return useMemo(
    () =>
      caller
        ? {
            position: [caller.lon, caller.lat],
            accuracyMeters: caller.accuracyMeters,
            label: t('caller.mark'),
          }
        : null,
    [caller, t],
  );
}

/** A link that says where the caller is and nothing else asks for a response to there. */
export function useCallerOfLink(
  caller: StatedPosition | undefined,
  { isAlone, choose }: { isAlone: boolean; choose: (caller: StatedPosition) => void },
): void {
  const chooseIt = useEffectEvent(() => {
    if (caller && isAlone) choose(caller);
  });
  useEffect(() => chooseIt(), []);
}
