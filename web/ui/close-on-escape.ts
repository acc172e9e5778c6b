import type { KeyboardEvent } from 'react';

/** Inside a field Esc belongs to the field, and must not reach the answer. */
export function closeOnEscape(event: KeyboardEvent, onClose: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  onClose();
}
