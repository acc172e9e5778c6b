import './crew.css';
import { getRouteApi } from '@tanstack/react-router';
import type { JSX } from 'react';
import { noPaperText } from '../choices/by-hand-words.ts';
import { stopOf } from '../choices/choices-in-address.ts';
import { useWayChange } from '../closures/use-way-change.ts';
import { errorText } from '../dispatch/error-words.ts';
import { useHealth } from '../dispatch/use-answers.ts';
import { useFreshData } from '../dispatch/use-fresh-data.ts';
import { useShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { PaperScreen } from '../print/paper-screen.tsx';
import { useShownWind } from '../wind/use-wind.ts';
import { CrewSheet } from './crew-sheet.tsx';
import { useDirections } from './use-directions.ts';
import { useSmallPaper } from './use-small-paper.ts';

const route = getRouteApi('/crew');

/** What one crew needs on its way: on the phone in the cab, and on paper of A5. */
export function CrewScreen(): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const search = route.useSearch();
  const shown = useShownAnswer(search);
  const { target, response, unit, moved, stop, isPlanning } = shown;
  // Turns to the stop that is shown.
  const turnsTo = moved.error ? undefined : stop;
  const directions = useDirections({ target, unit: unit?.drive ? unit : null, stop: turnsTo });
  const health = useHealth();
  const wind = useShownWind(search.wind);
  const isOfAnother = response.isKept || moved.isAsking || isPlanning;
  // A place that the plan gives it is no other question: that it changed must be told.
  const change = useWayChange(isOfAnother ? null : unit, [
    target,
    search.unit,
    stopOf(search, unit?.unitId ?? null),
  ]);
  useFreshData(health, null);
  useSmallPaper();
  // Of a server that is away nothing more can be waited for.
  const isAsking = (moved.isAsking || isPlanning) && !health.isError;
  const isReady = response.data && unit && !isAsking;
  return (
    <PaperScreen
      label={t('crew.region')}
      className="crew-screen"
      state={describeState(shown, words)}
      change={
        change.at && {
          text: t('closures.changed.sheet', { time: words.format.time(change.at) }),
          dismiss: change.dismiss,
        }
      }
    >
      {isReady && (
        <CrewSheet
          key={`${language} ${unit.unitId}`}
          shown={shown}
          response={response.data}
          unit={unit}
          directions={directions}
          point={search.at ?? null}
          wind={wind}
          health={health}
        />
      )}
    </PaperScreen>
  );
}

function describeState(
  { target, response, unit, named, moved, isPlanning }: ReturnType<typeof useShownAnswer>,
  words: Words,
): string {
  const { t, format } = words;
  if (!target) return t('print.nothing');
  if (response.isPending) return t('crew.preparing');
  if (!response.data)
    return response.error ? t('answer.failed', { why: errorText(response.error, words) }) : '';
  if (named?.isAsking || isPlanning) return t('crew.preparing');
  const whyNone = noPaperText(named, words);
  if (whyNone !== null) return whyNone;
  if (moved.error) return t('stop.failed', { why: errorText(moved.error, words) });
  if (response.isError || response.isKept)
    return t('print.old', { time: format.time(new Date(response.dataUpdatedAt)) });
  if (named?.isOld) return t('print.old', { time: format.time(new Date(named.answeredAt)) });
  return unit ? '' : t('crew.nobody');
}
