import { useEffect, useRef, useState } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { wordChange } from './route-change.ts';

type Shown = {
  targetKey: string | null;
  /** Names the closures in force. */
  closures: string | undefined;
  response: ResponseResult | undefined;
  unitId: string | null;
};

const shownMs = 20_000;

/** What closures changed of the answer on the screen; null when nothing, and after a while. */
export function useRouteChange(shown: Shown, words: Words): string | null {
  const { targetKey, closures, response, unitId } = shown;
  const last = useRef<Shown | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const before = last.current;
    if (before?.response === response || closures === undefined) return;
    last.current = { targetKey, closures, response, unitId };
    if (!before?.response || !response || before.targetKey !== targetKey) setSaid(null);
    else if (before.closures !== closures)
      setSaid(wordChange(before.response, response, { unitId, words }));
  }, [targetKey, closures, response, unitId, words]);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return said;
}
