import { getRouteApi } from '@tanstack/react-router';
import { type JSX, useEffect, useEffectEvent } from 'react';
import type { PlanPins } from '../choices/unit-task.ts';
import { useWords } from '../i18n/use-words.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { preloadDrawing } from './load-drawing.ts';

const route = getRouteApi('/');

/** Opens the answer as it is shown, where another unit stands for the one of the address as well, as a page: by hand, by `P`, and by what a browser prints with. */
export function PrintButton(props: { unitId: string | null; pins: PlanPins | null }): JSX.Element {
  const { unitId, pins } = props;
  const { t } = useWords();
  const go = route.useNavigate();
  const open = (): void =>
    void go({
      to: '/print',
      search: (search) =>
        'unit' in search && unitId ? { ...search, ...pins, unit: unitId } : search,
    });
  useScreenKey('p', open);
  usePrintShortcut(open);
  useEffect(() => void preloadDrawing(), []);
  return (
    <button
      type="button"
      className="plain-button"
      title={t('print.help')}
      onClick={open}
      data-testid="print"
    >
      {t('print.button')}
    </button>
  );
}

/** The browser itself would print the screen: its panel cut off and its map blank. */
function usePrintShortcut(open: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p';
    if (!isPrint || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}
