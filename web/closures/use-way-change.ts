import { useEffect, useRef, useState } from 'react';
import type { UnitResponse } from '../../server/response/schema.ts';
import { followWay } from './way-change.ts';

export type WayChange = {
  /** Since when the unit is led otherwise than was seen last; null while it is not. */
  at: Date | null;
  /** It was seen. */
  dismiss: () => void;
};

/** Whether a unit is led otherwise than its sheet said before, for the same `asked`; said until somebody has seen it. */
export function useWayChange(unit: UnitResponse | null, asked: unknown[]): WayChange {
  const last = useRef<{ key: string; known: UnitResponse } | null>(null);
  const [at, setAt] = useState<Date | null>(null);
  const key = JSON.stringify(asked);
  useEffect(() => {
    if (!unit) return;
    if (last.current?.key !== key) {
      last.current = { key, known: unit };
      setAt(null);
      return;
    }
    const { known, isOther } = followWay(last.current.known, unit);
    last.current = { key, known };
    if (isOther) setAt(new Date());
  }, [unit, key]);
  return { at, dismiss: () => setAt(null) };
}
