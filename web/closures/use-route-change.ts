import { useEffect, useMemo, useRef, useState } from 'react';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import { afterSaying, type Watch, watchAnswers, wordChange } from './route-change.ts';

type OnScreen = {
  targetKey: string | null;
  /** Names the closures, the hours and the traffic in force. */
  conditions: string | undefined;
  response: ResponseResult | undefined;
  /** The unit looked at, with its way as soon as that is there. */
  unit: UnitResponse | null;
};

const shownMs = 20_000;

/** What closures, markets and traffic changed of the answer on the screen; null when nothing, and after a while. */
export function useRouteChange(onScreen: OnScreen, words: Words): string | null {
  const { targetKey, conditions, response, unit } = onScreen;
  const watch = useRef<Watch | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const answer = useMemo(
    () =>
      response && {
        units: response.units.map((each) => (each.unitId === unit?.unitId ? unit : each)),
      },
    [response, unit],
  );
  const unitId = unit?.unitId ?? null;
  useEffect(() => {
    if (conditions === undefined) return;
    if (watch.current?.targetKey !== targetKey || !answer) setSaid(null);
    if (!answer) return;
    const now = Date.now();
    const next = watchAnswers(watch.current, { targetKey, conditions, answer }, now);
    watch.current = next.watch;
    const text = next.before && wordChange(next.before, answer, { unitId, words });
    if (text === null) return;
    watch.current = afterSaying(next.watch, answer, now);
    setSaid(text);
  }, [targetKey, conditions, answer, unitId, words]);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return said;
}
