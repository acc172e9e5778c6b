import { useEffect, useEffectEvent } from 'react';
import type { ScreenKey } from './key-table.ts';

/** Telex keyboards turn a lone W into Ư before the page hears of it. */
const typedByTelex: Record<string, string> = { ư: 'w' };

/** A box to tick takes no letters. */
const typedInto = 'input:not([type=checkbox], [type=radio]), textarea, select, [role="dialog"]';

/**
 * One key for one tool: anywhere on the screen, but never while a text is typed or a dialog is open.
 * Heard before the screen's own keys, so that Esc ends the tool and not the answer below it.
 */
export function useScreenKey(
  key: ScreenKey,
  act: (event: KeyboardEvent) => void,
  { isOn = true } = {},
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || keyOf(event) !== key || !isFree(event)) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', heard, { capture: true });
    return () => window.removeEventListener('keydown', heard, { capture: true });
  }, []);
}

function keyOf({ key }: KeyboardEvent): string {
  const lower = key.length === 1 ? key.toLowerCase() : key;
  return typedByTelex[lower] ?? lower;
}

/** Whether the keyboard belongs to nobody in particular. */
function isFree({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return false;
  if (!(target instanceof HTMLElement)) return true;
  return !target.isContentEditable && !target.closest(typedInto);
}
