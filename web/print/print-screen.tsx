import { useIsFetching } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type JSX, useRef } from 'react';
import { useWayChange } from '../closures/use-way-change.ts';
import { errorText } from '../dispatch/error-words.ts';
import { useHealth } from '../dispatch/use-answers.ts';
import { useFreshData } from '../dispatch/use-fresh-data.ts';
import { useShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { useShownWind } from '../wind/use-wind.ts';
import { PaperScreen } from './paper-screen.tsx';
import { printPage } from './print-page.ts';
import { Sheet } from './sheet.tsx';

const route = getRouteApi('/print');

/** The answer as a page for the dispatcher's printer; the print dialog opens when it is complete. */
export function PrintScreen(): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const search = route.useSearch();
  const shown = useShownAnswer(search);
  const { target, response, unit, moved, stop } = shown;
  const health = useHealth();
  const wind = useShownWind(search.wind);
  const change = useWayChange(moved.isAsking ? null : unit, [target, search.unit, stop]);
  useFreshData(health, null);
  // A page that follows new data is not sent to the printer unasked: who printed it is told instead.
  const printedIn = useRef<string | null>(null);
  const printOnce = (): void => {
    if (printedIn.current === language) return;
    printedIn.current = language;
    printPage();
  };
  const isAsking = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== 'health' }) > 0;
  return (
    <PaperScreen
      label={t('print.region')}
      state={describeState(shown, words)}
      change={
        change.at && {
          text: t('closures.changed.printed', { time: words.format.time(change.at) }),
          dismiss: change.dismiss,
        }
      }
    >
      {response.data && !shown.named?.isAsking && (
        <Sheet
          // Another answer, or another language, is another page with other lengths.
          key={`${language} ${response.dataUpdatedAt}`}
          shown={shown}
          response={response.data}
          point={search.at ?? null}
          health={health}
          wind={wind}
          // Of a server that is away nothing more can be waited for.
          isWaiting={isAsking && response.error === null}
          onPrintable={printOnce}
        />
      )}
    </PaperScreen>
  );
}

function describeState(
  { target, response, named, moved }: ReturnType<typeof useShownAnswer>,
  words: Words,
): string {
  const { t, format } = words;
  if (!target) return t('print.nothing');
  if (response.isPending || named?.isAsking) return t('print.preparing');
  if (!response.data)
    return response.error ? t('answer.failed', { why: errorText(response.error, words) }) : '';
  if (moved.error) return t('stop.failed', { why: errorText(moved.error, words) });
  const isOld = response.isError || response.isKept;
  return isOld ? t('print.old', { time: format.time(new Date(response.dataUpdatedAt)) }) : '';
}
