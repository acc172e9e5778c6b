import './appearance.css';
import type { JSX } from 'react';
import type { Health } from '../../server/health/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { choose, switchPalette } from './appearance.ts';
import { type Choice, choices } from './choice.ts';
import { useAppearance, useSunOfCity } from './use-appearance.ts';

const icons: Record<Choice, JSX.Element> = {
  day: (
    <>
      <circle cx="10" cy="10" r="3.5" />
      <path d="M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16" />
    </>
  ),
  night: <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.5V10l3 2" />
    </>
  ),
};

/** Day, night, or by the clock of the sun over the city; kept on this machine. */
export function AppearanceSwitch({ city }: { city: Health['city'] | undefined }): JSX.Element {
  const { choice } = useAppearance();
  const { t } = useWords();
  useSunOfCity(city);
  useScreenKey('n', switchPalette);
  return (
    <div className="appearance-switch card" role="group" aria-label={t('appearance.name')}>
      {choices.map((name) => (
        <button
          key={name}
          type="button"
          title={t(`appearance.${name}`)}
          aria-label={t(`appearance.${name}`)}
          aria-pressed={name === choice}
          data-testid={`appearance-${name}`}
          onClick={() => choose(name)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            {icons[name]}
          </svg>
        </button>
      ))}
    </div>
  );
}
