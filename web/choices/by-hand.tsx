import { type JSX, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { closeOnEscape } from '../ui/close-on-escape.ts';
import { type ByHand, byHandText } from './by-hand-words.ts';

type ByHandProps = { byHand: ByHand; onWhy: (why: string) => void; onReset: () => void };

/** As long as the address bar takes. */
export const mostReason = 120;
/** The address bar follows when the hand rests. */
const restMs = 400;

/** What was chosen by hand, room for a reason, and the way back. */
export function ByHandStrip({ byHand, onWhy, onReset }: ByHandProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { typed, setTyped, write } = useReason(byHand.why, onWhy);
  return (
    <div className="by-hand" data-testid="by-hand">
      <p>{byHandText(byHand, words)}</p>
      <input
        value={typed}
        maxLength={mostReason}
        placeholder={t('byHand.whyHint')}
        aria-label={t('byHand.whyHint')}
        autoComplete="off"
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={write}
        onKeyDown={(event) => {
          const { currentTarget } = event;
          if (event.key === 'Enter') currentTarget.blur();
          closeOnEscape(event, () => currentTarget.blur());
        }}
        data-testid="by-hand-why"
      />
      <button
        type="button"
        className="plain-button"
        onClick={onReset}
        aria-keyshortcuts="R"
        data-testid="by-hand-reset"
      >
        {t('byHand.reset')} <kbd>R</kbd>
      </button>
    </div>
  );
}

/** What is typed shows at once; what the address bar says otherwise (back, forward) holds. */
function useReason(why: string, onWhy: (why: string) => void) {
  const [typed, setTyped] = useState(why);
  const written = useRef(why);
  useEffect(() => {
    if (why === written.current) return;
    written.current = why;
    setTyped(why);
  }, [why]);
  const write = useEffectEvent(() => {
    if (typed === written.current) return;
    written.current = typed;
    onWhy(typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => write(), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, setTyped, write: () => write() };
}
