import { Modal } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

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
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
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
