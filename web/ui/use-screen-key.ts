import { useEffect, useEffectEvent } from 'react';
import type { ScreenKey } from './key-table.ts';

/** Telex keyboards turn a lone W into Ư before the page hears of it. */
const typedByTelex: Record<string, string> = { ư: 'w' };

/** A box to tick takes no letters. */
const typedInto = 'input:not([type=checkbox], [type=radio]), textarea, select, [role="dialog"]';

/**
 * One key for one tool: anywhere on the screen, but never while a text is typed or a dialog is open.
 * Heard before the screen's own keys, so that Esc ends the tool and not the answer below it; `within` names where
 * it is heard from fields as well.
 */
export function useScreenKey(
  key: ScreenKey,
  act: (event: KeyboardEvent) => void,
  { isOn = true, within = null }: { isOn?: boolean; within?: string | null } = {},
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || keyOf(event) !== key || !isFree(event, within)) return;
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
function isFree(event: KeyboardEvent, within: string | null): boolean {
  const { target, ctrlKey, metaKey, altKey, isComposing } = event;
  if (ctrlKey || metaKey || altKey || isComposing) return false;
  if (!(target instanceof HTMLElement)) return true;
  if (within !== null && target.closest(within)) return true;
  return !target.isContentEditable && !target.closest(typedInto);
}
