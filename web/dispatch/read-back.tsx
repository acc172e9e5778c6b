import { type JSX, type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { copyText } from '../ui/copy-text.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';

const copiedForMs = 2_000;

/** The line to say to the caller; what is copied has the address before it. */
export function ReadBack({
  line,
  shown,
  children,
}: {
  line: string;
  shown: string;
  /** What else can be done with the answer. */
  children?: ReactNode;
}): JSX.Element {
  const { t } = useWords();
  const [copied, setCopied] = useState<{ line: string; ok: boolean } | null>(null);
  const state = copied?.line === line ? copied : null;
  const copy = () => void copyText(line).then((ok) => setCopied({ line, ok }));
  useScreenKey('c', copy);
  useEffect(() => {
    if (!copied?.ok) return;
    const timer = setTimeout(() => setCopied(null), copiedForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="read-back">
      <p data-testid="read-back">
        {shown !== '' && <span className="read-back-label">{t('readBack.label')} </span>}
        {shown}
      </p>
      <button
        type="button"
        className="plain-button"
        title={`${t('readBack.copy')} (C)`}
        aria-keyshortcuts="C"
        onClick={copy}
      >
        {state?.ok ? t('readBack.copied') : t('readBack.copy')}
      </button>
      {children}
      <p className="fp-unseen" role="status">
        {state?.ok && t('readBack.copied')}
      </p>
      {state && !state.ok && (
        <div className="doubt" role="alert">
          {t('readBack.copyFailed')}
          <textarea
            readOnly
            aria-label={t('readBack.label')}
            rows={3}
            value={line}
            ref={(field) => field?.select()}
            data-testid="read-back-line"
          />
        </div>
      )}
    </div>
  );
}
