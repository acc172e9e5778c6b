import { useIsFetching } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import { stopOf } from '../choices/choices-in-address.ts';
import { useWayChange } from '../closures/use-way-change.ts';
import { errorText } from '../dispatch/error-words.ts';
import { useHealth } from '../dispatch/use-answers.ts';
import { useFreshData } from '../dispatch/use-fresh-data.ts';
import { type ShownAnswer, useShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { type ShownSet, useSet } from '../run-cards/use-set.ts';
import type { ListedUnit } from '../stop/listed-units.ts';
import { useListedUnits } from '../stop/use-listed-units.ts';
import { useShownWind } from '../wind/use-wind.ts';
import type { ShownWind } from '../wind/wind-words.ts';
import { PaperScreen } from './paper-screen.tsx';
import { printPage } from './print-page.ts';
import { keepPrinted, nextSheet, nothingPrinted, type Printing } from './printing.ts';
import { Sheet } from './sheet.tsx';

const route = getRouteApi('/print');

type OnPage = {
  shown: ShownAnswer;
  response: ResponseResult;
  units: ListedUnit[];
  set: ShownSet | null;
  wind: ShownWind | null;
};

/** The answer as a page for the dispatcher's printer; the print dialog opens once, when it is complete. */
export function PrintScreen(): JSX.Element {
  const words = useWords();
  const { t, language, format } = words;
  const search = route.useSearch();
  const shown = useShownAnswer(search);
  const { target, unit, moved } = shown;
  const { data: response } = shown.response;
  const units = useListedUnits(shown, search.stop);
  const set = useSet(search, shown);
  const health = useHealth();
  const wind = useShownWind(search.wind);
  const isOfAnother = shown.response.isKept || moved.isAsking || shown.isPlanning;
  // A place that the plan gives it is no other question: that it changed must be told.
  const change = useWayChange(isOfAnother ? null : unit, [
    target,
    search.unit,
    stopOf(search, unit?.unitId ?? null),
  ]);
  useFreshData(health, null);
  const isAsking = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== 'health' }) > 0;
  const [printing, setPrinting] = useState<Printing<OnPage>>(nothingPrinted);
  const newest: OnPage | null =
    response && !shown.named?.isAsking && !shown.isPlanning
      ? { shown, response, units, set, wind }
      : null;
  const page = printing.answer ?? newest;
  const isPrinted = printing.answer !== null;
  // An answer that says the same again is the same value.
  const isOther = response !== undefined && response !== printing.answer?.response;
  const isNewer = isPrinted && (isOther || change.at !== null);
  const printNewer = (): void => {
    change.dismiss();
    setPrinting(nextSheet(printing));
  };
  const time = format.time(new Date(shown.response.dataUpdatedAt));
  return (
    <PaperScreen
      label={t('print.region')}
      state={isNewer ? t('print.newer', { time }) : describeState(shown, words)}
      offer={isNewer && { text: t('print.printNewer'), take: printNewer }}
    >
      {page && (
        <Sheet
          // Another language is another page with other lengths; so is what is printed after this one.
          key={`${language} ${printing.sheet}`}
          {...page}
          point={search.at ?? null}
          health={health}
          // Of a server that is away nothing more can be waited for.
          isWaiting={!isPrinted && isAsking && shown.response.error === null}
          onPrintable={() => {
            const next = keepPrinted(printing, page, language);
            if (next === printing) return;
            setPrinting(next);
            change.dismiss();
            printPage();
          }}
        />
      )}
    </PaperScreen>
  );
}

function describeState({ target, response, named, moved }: ShownAnswer, words: Words): string {
  const { t, format } = words;
  if (!target) return t('print.nothing');
  if (response.isPending || named?.isAsking) return t('print.preparing');
  if (!response.data)
    return response.error ? t('answer.failed', { why: errorText(response.error, words) }) : '';
  if (moved.error) return t('stop.failed', { why: errorText(moved.error, words) });
  const isOld = response.isError || response.isKept;
  return isOld ? t('print.old', { time: format.time(new Date(response.dataUpdatedAt)) }) : '';
}
