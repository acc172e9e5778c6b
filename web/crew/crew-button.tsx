import { getRouteApi } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { PlanPins } from '../choices/unit-task.ts';
import { useWords } from '../i18n/use-words.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';

const route = getRouteApi('/');

/** Opens the crew's sheet of the unit shown, in the plan that is shown: by hand, and by `X`. */
export function CrewButton(props: { unitId: string; pins: PlanPins | null }): JSX.Element {
  const { unitId, pins } = props;
  const { t } = useWords();
  const go = route.useNavigate();
  const open = (): void =>
    void go({ to: '/crew', search: (search) => ({ ...search, ...pins, unit: unitId }) });
  useScreenKey('x', open);
  return (
    <button
      type="button"
      className="plain-button crew-open"
      title={`${t('crew.help')} (X)`}
      aria-keyshortcuts="X"
      onClick={open}
      data-testid="crew-open"
    >
      {t('crew.button')}
    </button>
  );
}
