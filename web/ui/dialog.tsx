import { Modal } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useScreenKey } from './use-screen-key.ts';

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** What the button that closes it says to who does not see it. */
  close: string;
  children: ReactNode;
};

/** Over the screen, until it is read; Esc closes it. */
export function Dialog({ isOpen, onClose, title, close, children }: DialogProps): JSX.Element {
  // Its own Esc would be the screen's as well where the keyboard has not come into the dialog yet.
  useScreenKey('Escape', onClose, { isOn: isOpen, within: '[role="dialog"]' });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      closeOnEscape={false}
      title={title}
      centered
      size={880}
      // The page never scrolls, and locking it would inject a <style>.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': close }}
    >
      {children}
    </Modal>
  );
}
