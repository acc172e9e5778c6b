import { type JSX, useEffect, useState } from 'react';
import { closeOnEscape } from '../data-issues/name-field.tsx';
import { useWords } from '../i18n/use-words.ts';
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
  const { why } = byHand;
  const [typed, setTyped] = useState(why);
  useEffect(() => {
    if (typed === why) return;
    const timer = setTimeout(() => onWhy(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed, why, onWhy]);
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
