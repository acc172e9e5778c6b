import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { takeShape, type DraftShape } from './closure-draft.ts';
import type { Closures } from './use-closures.ts';

const shapes: DraftShape[] = ['point', 'line', 'area'];

/** Where it is closed: pressed on the map, or put under its cross-hair by keys. */
export function ClosureShape({
  closures,
  hasRoute,
}: {
  closures: Closures;
  hasRoute: boolean;
}): JSX.Element {
  const { t } = useWords();
  const { draft, change, removeLast, takeRoute } = closures;
  return (
    <>
      <div className="segments" role="group" aria-label={t('closures.shape')}>
        {shapes.map((shape) => (
          <button
            key={shape}
            type="button"
            aria-pressed={draft.shape === shape}
            onClick={() => change(takeShape(draft, shape))}
            data-testid={`closure-${shape}`}
          >
            {t(`closures.shape.${shape}`)}
          </button>
        ))}
      </div>
      <p className="secondary" role="status" data-testid="closure-points">
        {draft.points.length === 0
          ? t('closures.hint')
          : t('closures.points', { n: draft.points.length })}
      </p>
      <div className="tool-buttons">
        {hasRoute && (
          <button
            type="button"
            className="plain-button"
            onClick={takeRoute}
            data-testid="closure-route"
          >
            {t('closures.takeRoute')}
          </button>
        )}
        {draft.points.length > 0 && (
          <button type="button" className="plain-button" onClick={removeLast}>
            {t('closures.removeLast')}
          </button>
        )}
      </div>
    </>
  );
}
