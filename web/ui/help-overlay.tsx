import { Kbd } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Dialog } from './dialog.tsx';
import { keyTable } from './key-table.ts';

type HelpOverlayProps = { isOpen: boolean; onToggle: (open: boolean) => void };

/** The keys, behind `?`. */
export function HelpOverlay({ isOpen, onToggle }: HelpOverlayProps): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <button
        type="button"
        className="help-button card"
        aria-label={t('help.open')}
        title={t('help.open')}
        onClick={() => onToggle(true)}
      >
        ?
      </button>
      <Dialog
        isOpen={isOpen}
        onClose={() => onToggle(false)}
        title={t('help.title')}
        close={t('help.close')}
      >
        <dl className="help-keys">
          {keyTable.map(({ shown, meaning }) => (
            <div key={meaning}>
              <dt>
                {('text' in shown ? [t(shown.text)] : shown).map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
