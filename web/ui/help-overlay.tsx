import { Kbd, Modal } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../i18n/use-words.ts';

type HelpOverlayProps = { isOpen: boolean; onToggle: (open: boolean) => void };

/** The keys, behind `?`. */
export function HelpOverlay({ isOpen, onToggle }: HelpOverlayProps): JSX.Element {
  const { t } = useWords();
  const rows: [string[], string][] = [
    [['/'], t('help.search')],
    [['↑', '↓'], t('help.arrows')],
    [['Enter'], t('help.enter')],
    [['Esc'], t('help.escape')],
    [['N'], t('appearance.help')],
    [['P'], t('print.help')],
    [['C'], t('readBack.help')],
    [['S'], t('stop.help.move')],
    [['U'], t('stop.help.undo')],
    [['L'], t('layers.help')],
    [['M'], t('measure.help')],
    [['?'], t('help.help')],
    [[t('help.press.key')], t('help.press')],
    [['← ↑ ↓ →', '+', '−', 'Enter'], t('help.map')],
  ];
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
        size={460}
        // The page never scrolls, and locking it would inject a <style>.
        lockScroll={false}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': t('help.close') }}
      >
        <dl className="help-keys">
          {rows.map(([keys, meaning]) => (
            <div key={meaning}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
