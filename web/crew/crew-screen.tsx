import './crew.css';
import { getRouteApi } from '@tanstack/react-router';
import type { JSX } from 'react';
import { day } from '../../tiles/palettes/day.ts';
import { PaletteOfPaper } from '../appearance/use-appearance.ts';
import { errorText } from '../dispatch/error-words.ts';
import { useHealth } from '../dispatch/use-answers.ts';
import { useShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useWords } from '../i18n/use-words.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useLeave } from '../ui/use-leave.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { CrewSheet } from './crew-sheet.tsx';
import { useDirections } from './use-directions.ts';
import { useSmallPaper } from './use-small-paper.ts';

const route = getRouteApi('/crew');

/** What one crew needs on its way: on the phone in the cab, and on paper of A5. */
export function CrewScreen(): JSX.Element {
  const { t, language } = useWords();
  const search = route.useSearch();
  const shown = useShownAnswer(search);
  const { target, response, unit, moved } = shown;
  const directions = useDirections({ target, unitId: unit?.unitId ?? null, stop: search.stop });
  const health = useHealth();
  const leave = useLeave();
  useSmallPaper();
  useScreenKey('Escape', leave);
  useScreenKey('p', print);
  const isReady = response.data && unit && !moved.isAsking;
  return (
    <main className="print-screen crew-screen" aria-label={t('crew.region')}>
      <div className="print-bar">
        <button type="button" className="plain-button" onClick={leave}>
          {t('print.back')} <kbd>Esc</kbd>
        </button>
        <button type="button" className="plain-button" onClick={print}>
          {t('print.again')} <kbd>P</kbd>
        </button>
        <LanguageSwitch />
        <CrewState {...shown} />
      </div>
      {isReady && (
        <PaletteOfPaper value={day}>
          <CrewSheet
            key={`${language} ${response.dataUpdatedAt} ${unit.unitId}`}
            shown={shown}
            response={response.data}
            unit={unit}
            directions={directions}
            point={search.at ?? null}
            health={health.data}
          />
        </PaletteOfPaper>
      )}
    </main>
  );
}

function print(): void {
  window.print();
}

/** Why there is no sheet, or why it is an old one. */
function CrewState({ target, response, unit }: ReturnType<typeof useShownAnswer>): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const state = (): string => {
    if (!target) return t('print.nothing');
    if (response.isPending) return t('crew.preparing');
    if (!response.data) return t('answer.failed', { why: errorText(response.error, words) });
    if (response.isError)
      return t('print.old', { time: format.time(new Date(response.dataUpdatedAt)) });
    return unit ? '' : t('crew.nobody');
  };
  return <p role="status">{state()}</p>;
}
