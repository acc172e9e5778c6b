import './stop.css';
import type { JSX } from 'react';
import { errorText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { useLate } from '../ui/use-late.ts';
import { compareStops } from './compare-stops.ts';
import type { StopMoving } from './use-stop-moving.ts';

/** What moving the stop changed, and the ways back. */
export function StopChoice({ moving }: { moving: StopMoving }): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  const { planned, moved, isMoved, undo, reset } = moving;
  const isLate = useLate(moved.isAsking);
  if (!isMoved && !undo) return null;
  return (
    <div className="stop-choice" data-testid="stop-choice">
      <p role="status">
        {isMoved && !moved.isAsking && moved.unit && compareStops(planned, moved.unit, words)}
        {isMoved && isLate && t('stop.asking')}
        {isMoved && moved.error && t('stop.failed', { why: errorText(moved.error, words) })}
      </p>
      <p className="tool-buttons">
        {undo && (
          <button
            type="button"
            className="plain-button"
            onClick={undo}
            aria-keyshortcuts="U"
            data-testid="stop-undo"
          >
            {t('stop.undo')} <kbd>U</kbd>
          </button>
        )}
        {isMoved && (
          <button type="button" className="plain-button" onClick={reset} data-testid="stop-reset">
            {t('stop.reset')}
          </button>
        )}
      </p>
    </div>
  );
}

/** Beside where it stops: the same as key S. */
export function MoveStop({ grasp }: { grasp: () => void }): JSX.Element {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="plain-button stop-move"
      title={`${t('stop.moveTitle')} (S)`}
      aria-keyshortcuts="S"
      onClick={grasp}
      data-testid="stop-move"
    >
      {t('stop.move')}
    </button>
  );
}
