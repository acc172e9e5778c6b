import type { JSX } from 'react';
import { errorText } from '../dispatch/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import type { ClosureEffect } from '../map/tool-marks.ts';
import { useLate } from '../ui/use-late.ts';
import { closesText, type Seen } from './closes-words.ts';
import type { Preview } from './use-closure-preview.ts';

type Of = { effect: ClosureEffect; classes: string[] };

/** What one of the list closes; nothing until the server has been asked. */
export function ClosesLines({
  seen,
  effect,
  classes,
}: Of & { seen: Seen | undefined }): JSX.Element | null {
  const words = useWords();
  if (!seen) return null;
  const { lines, isDoubt } = closesText(seen, { effect, classes, isDraft: false, words });
  return (
    <span className={isDoubt ? 'doubt' : undefined} data-testid="closure-closes">
      {lines.join(' ')}
    </span>
  );
}

/** What the one that is being drawn would close. */
export function PreviewLines({ preview, effect, classes }: Of & { preview: Preview }): JSX.Element {
  const words = useWords();
  const { t, maybe } = words;
  const { seen, failure, isAsking } = preview;
  const isLate = useLate(isAsking);
  const said = seen && closesText(seen, { effect, classes, isDraft: true, words });
  const why = failure && (maybe(`closures.error.${failure.code}`) ?? errorText(failure, words));
  return (
    <div role="status" className="closure-preview" data-testid="closure-preview">
      {isLate && <p className="secondary">{t('closures.closes.asking')}</p>}
      {why !== null && <p className="doubt">{t('closures.closes.failed', { why })}</p>}
      {said?.lines.map((line, index) => (
        <p key={line} className={said.isDoubt ? 'doubt' : index === 0 ? undefined : 'secondary'}>
          {line}
        </p>
      ))}
    </div>
  );
}
