import type { JSX } from 'react';
import { errorText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Roads } from './use-roads.ts';

/** What became of what was sent. */
export function RoadSaid({ roads }: { roads: Roads }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { done, failure } = roads;
  const refusal = failure ?? (done !== 'withdrawn' ? done?.failure : null) ?? null;
  const saved = done !== null && done !== 'withdrawn' ? done.saved : [];
  return (
    <div role="status" className="road-done" data-testid="road-said">
      {done === 'withdrawn' && <p>{t('roads.withdrawn')}</p>}
      {saved.length > 0 && (
        <p>{t('roads.saved', { what: saved.map((part) => t(`roads.part.${part}`)).join(', ') })}</p>
      )}
      {refusal && (
        <p className="doubt">
          {t('roads.not-saved', {
            why: words.maybe(`roads.error.${refusal.code}`) ?? errorText(refusal, words),
          })}
        </p>
      )}
    </div>
  );
}
