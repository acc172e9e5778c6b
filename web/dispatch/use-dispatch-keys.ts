import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { PlaceResult } from '../../server/places/schema.ts';

export type DispatchKeys = {
  input: RefObject<HTMLInputElement | null>;
  showsResults: boolean;
  /** null while the list does not yet answer what is typed. */
  results: PlaceResult[] | null;
  /** Asks anew for what could not be found out; null where nothing failed. */
  askAgain: (() => void) | null;
  /** Takes the position that was typed in place of an address; null when it was an address. */
  takePosition: (() => void) | null;
  active: number;
  setActive: (index: number) => void;
  /** Also takes the keyboard out of the search box: single letters are tools from then on. */
  choosePlace: (id: string) => void;
  unitIds: string[];
  unitId: string | null;
  chooseUnit: (id: string) => void;
  help: { isOpen: boolean; setOpen: (isOpen: boolean) => void };
  reopenResults: () => void;
  goBack: () => void;
};

/** The whole screen by keyboard: `/` ↑ ↓ Enter Esc `?`. Returns the handler for the search box. */
export function useDispatchKeys(keys: DispatchKeys): (event: KeyboardEvent) => void {
  const waitsForResults = useRef(false);
  const pressed = useEffectEvent((event: globalThis.KeyboardEvent) => pressAnywhere(event, keys));
  const chooseAwaited = useEffectEvent(() => {
    if (!waitsForResults.current || keys.results === null) return;
    waitsForResults.current = false;
    const awaited = keys.results[keys.active];
    // Something else may have been chosen meanwhile.
    if (awaited && keys.showsResults) keys.choosePlace(awaited.id);
  });

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  // Enter pressed before the results came takes what is marked of them when they do: the best, if nothing else was.
  useEffect(() => chooseAwaited(), [keys.results]);

  return (event) => {
    waitsForResults.current = false;
    if (!keys.showsResults) {
      if (event.key === 'Enter') keys.reopenResults();
      return;
    }
    if (keys.takePosition) {
      if (event.key === 'Enter') keys.takePosition();
      return;
    }
    const { results, active } = keys;
    const count = results?.length ?? 0;
    if (event.key === 'ArrowDown' && count > 0) keys.setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0)
      keys.setActive(active > 0 ? active - 1 : count - 1);
    else if (event.key === 'Enter') {
      const chosen = results?.[active];
      if (chosen) keys.choosePlace(chosen.id);
      else if (results === null) {
        waitsForResults.current = true;
        keys.askAgain?.();
      }
    } else return;
    event.preventDefault();
  };
}

const otherFields = 'textarea, select, input:not([type=checkbox])';

function pressAnywhere(event: globalThis.KeyboardEvent, keys: DispatchKeys): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  // A dialog has its own Esc, and has closed by the time it gets here.
  const inDialog = target instanceof Element && target.closest('[role="dialog"]') !== null;
  if (inDialog && !(keys.help.isOpen && event.key === '?')) return;
  // A note may hold a slash; the search box alone shares its keys with the screen.
  const inField = target instanceof Element && target.closest(otherFields) !== null;
  if (inField && target !== keys.input.current && event.key !== 'Escape') return;
  const onMap = target instanceof HTMLCanvasElement;
  // No address begins with a slash or a question mark.
  const typing = target instanceof HTMLInputElement && target.value !== '';
  if (event.key === 'Escape') keys.goBack();
  else if (event.key === '/' && !typing) {
    keys.input.current?.focus();
    keys.input.current?.select();
  } else if (event.key === '?' && !typing) keys.help.setOpen(!keys.help.isOpen);
  else if (isArrow(event.key) && !onMap && !keys.showsResults && keys.unitIds.length > 1)
    keys.chooseUnit(nextUnit(keys, event.key === 'ArrowDown' ? 1 : -1));
  else return;
  event.preventDefault();
}

function isArrow(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp';
}

function nextUnit({ unitIds, unitId }: DispatchKeys, step: number): string {
  // One that the list lacks stands before it.
  const at = unitIds.indexOf(unitId ?? '');
  const next = Math.min(unitIds.length - 1, Math.max(0, at + step));
  return unitIds[next] ?? '';
}
