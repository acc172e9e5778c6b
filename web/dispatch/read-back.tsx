import { useClipboard } from '@mantine/hooks';
import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** The line to say to the caller; what is copied has the address before it. */
export function ReadBack({ line, shown }: { line: string; shown: string }): JSX.Element {
  const { t } = useWords();
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <div className="read-back">
      <p data-testid="read-back">
        <span className="read-back-label">{t('readBack.label')} </span>
        {shown}
      </p>
      <button type="button" className="plain-button" onClick={() => clipboard.copy(line)}>
        {clipboard.copied ? t('readBack.copied') : t('readBack.copy')}
      </button>
      {clipboard.error && (
        <p className="doubt" role="alert">
          {t('readBack.copyFailed')}
        </p>
      )}
    </div>
  );
}
