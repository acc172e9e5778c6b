import './print.css';
import { useIsFetching } from '@tanstack/react-query';
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
import { Sheet } from './sheet.tsx';

const route = getRouteApi('/print');

/** The answer as a page for the dispatcher's printer; the print dialog opens when it is complete. */
export function PrintScreen(): JSX.Element {
  const { t, language } = useWords();
  const search = route.useSearch();
  const shown = useShownAnswer(search);
  const { response } = shown;
  const health = useHealth();
  const isAsking = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== 'health' }) > 0;
  const leave = useLeave();
  useScreenKey('Escape', leave);
  useScreenKey('p', print);
  return (
    <main className="print-screen" aria-label={t('print.region')}>
      <div className="print-bar">
        <button type="button" className="plain-button" onClick={leave}>
          {t('print.back')} <kbd>Esc</kbd>
        </button>
        <button type="button" className="plain-button" onClick={print}>
          {t('print.again')} <kbd>P</kbd>
        </button>
        <LanguageSwitch />
        <PrintState {...shown} />
      </div>
      {response.data && (
        <PaletteOfPaper value={day}>
          <Sheet
            // Another answer, or another language, is another page with other lengths.
            key={`${language} ${response.dataUpdatedAt}`}
            shown={shown}
            response={response.data}
            point={search.at ?? null}
            health={health}
            // Of a server that is away nothing more can be waited for.
            isWaiting={isAsking && !response.isError}
            onPrintable={print}
          />
        </PaletteOfPaper>
      )}
    </main>
  );
}

function print(): void {
  window.print();
}

/** Why there is no page, or why it is an old one. */
function PrintState({ target, response }: ReturnType<typeof useShownAnswer>): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const state = (): string => {
    if (!target) return t('print.nothing');
    if (response.isPending) return t('print.preparing');
    if (!response.isError) return '';
    return response.data
      ? t('print.old', { time: format.time(new Date(response.dataUpdatedAt)) })
      : t('answer.failed', { why: errorText(response.error, words) });
  };
  return <p role="status">{state()}</p>;
}
