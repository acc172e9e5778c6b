import './print.css';
import './sheet-tables.css';
import type { JSX, ReactNode } from 'react';
import { day } from '../../tiles/palettes/day.ts';
import { PaletteOfPaper } from '../appearance/use-appearance.ts';
import { useWords } from '../i18n/use-words.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useLeave } from '../ui/use-leave.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { printPage } from './print-page.ts';

type PaperScreenProps = {
  label: string;
  className?: string;
  /** Why there is no sheet, or why it is an old one; empty when all is well. */
  state: string;
  /** What the unit is told otherwise than before; null while nothing. */
  change?: { text: string; dismiss: () => void } | null;
  /** What can be done about that; false for nothing. */
  offer?: { text: string; take: () => void } | false;
  /** The sheet, drawn by day also at night. */
  children: ReactNode;
};

/** A sheet of paper under a bar that is not printed: back, print, language, state. */
export function PaperScreen({
  label,
  className = '',
  state,
  change = null,
  offer = false,
  children,
}: PaperScreenProps): JSX.Element {
  const { t } = useWords();
  const leave = useLeave();
  useScreenKey('Escape', leave);
  useScreenKey('p', printPage);
  return (
    <main className={`print-screen ${className}`} aria-label={label}>
      <div className="print-bar">
        <button type="button" className="plain-button" onClick={leave}>
          {t('print.back')} <kbd>Esc</kbd>
        </button>
        <button type="button" className="plain-button" onClick={printPage}>
          {t('print.again')} <kbd>P</kbd>
        </button>
        <LanguageSwitch />
        <p role="status">{state}</p>
        {offer && (
          <button
            type="button"
            className="plain-button"
            onClick={offer.take}
            data-testid="print-newer"
          >
            {offer.text}
          </button>
        )}
        {change && (
          <div className="paper-change" role="alert" data-testid="paper-change">
            <p>{change.text}</p>
            <button type="button" className="plain-button" onClick={change.dismiss}>
              {t('closures.changed.seen')}
            </button>
          </div>
        )}
      </div>
      <PaletteOfPaper value={day}>{children}</PaletteOfPaper>
    </main>
  );
}
