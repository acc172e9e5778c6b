import { useEffect, useRef, useState } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { wordChange } from './route-change.ts';

type Shown = {
  targetKey: string | null;
  /** Names the closures and the traffic in force. */
  conditions: string | undefined;
  response: ResponseResult | undefined;
  unitId: string | null;
};

const shownMs = 20_000;

/** What closures and traffic changed of the answer on the screen; null when nothing, and after a while. */
export function useRouteChange(shown: Shown, words: Words): string | null {
  const { targetKey, conditions, response, unitId } = shown;
  const last = useRef<Shown | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const before = last.current;
    if (before?.response === response || conditions === undefined) return;
    last.current = { targetKey, conditions, response, unitId };
    if (!before?.response || !response || before.targetKey !== targetKey) setSaid(null);
    else if (before.conditions !== conditions)
      setSaid(wordChange(before.response, response, { unitId, words }));
  }, [targetKey, conditions, response, unitId, words]);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return said;
}
