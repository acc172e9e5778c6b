import { Kbd, Modal } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';
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
      <Modal
        opened={isOpen}
        onClose={() => onToggle(false)}
        title={t('help.title')}
        centered
        size={880}
        // The page never scrolls, and locking it would inject a <style>.
        lockScroll={false}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': t('help.close') }}
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
      </Modal>
    </>
  );
}
