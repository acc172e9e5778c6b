import './dispatch.css';
import './search.css';
import './answer.css';
import './water.css';
import './units.css';
import { type JSX, useMemo, useRef, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { parsePosition } from '../../geo/positions/parse-position.ts';
import type { StatedPosition } from '../../geo/positions/stated-position.ts';
import { AppearanceSwitch } from '../appearance/appearance-switch.tsx';
import { CallerStrip } from '../caller/caller-strip.tsx';
import { PositionOffer } from '../caller/position-offer.tsx';
import { isSamePoint, typedText } from '../caller/position-words.ts';
import { useCallerMark, useCallerOfLink } from '../caller/use-caller.ts';
import { useDataIssues } from '../data-issues/use-data-issues.ts';
import { useWords } from '../i18n/use-words.ts';
import { BaseLegend } from '../map/base-legend.tsx';
import { noSigns } from '../map/base-signs.ts';
import { Legend } from '../map/legend.tsx';
import { MapPane } from '../map/map-pane.tsx';
import type { MapView } from '../map/map-view.ts';
import { StatusLine } from '../status/status-line.tsx';
import { useStopMoving } from '../stop/use-stop-moving.ts';
import { sceneWithTools } from '../tools/scene-with-tools.ts';
import { ToolBar } from '../tools/tool-bar.tsx';
import { useTools } from '../tools/use-tools.ts';
import { HelpOverlay } from '../ui/help-overlay.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useLate } from '../ui/use-late.ts';
import { useWind } from '../wind/use-wind.ts';
import { Answer } from './answer.tsx';
import { dispatchScene } from './dispatch-scene.ts';
import { EmptyState } from './empty-state.tsx';
import { mapText } from './map-text.ts';
import { MapTools } from './map-tools.tsx';
import { ResultList } from './result-list.tsx';
import { SearchBox } from './search-box.tsx';
import { StatusBanners, SyntheticBadge } from './status-banners.tsx';
import { useHealth, usePlaceResults, usePrefetchedResponse } from './use-answers.ts';
import { useCityView } from './use-city-view.ts';
import { useDispatchKeys } from './use-dispatch-keys.ts';
import { useDispatchState } from './use-dispatch-state.ts';
import { useFlight } from './use-flight.ts';
import { useFreshData } from './use-fresh-data.ts';
import { useShownAnswer } from './use-shown-answer.ts';

/** Long enough to skip the letters in between, short enough not to be felt. */
const typingPauseMs = 80;

/** To about 100 m: nearer than that no two searches differ. */
function nearText({ lon, lat }: { lon: number; lat: number }): string {
  return `${lon.toFixed(3)},${lat.toFixed(3)}`;
}

/** From a shouted address to the answer: one search box, one panel, one map. */
export function DispatchScreen(): JSX.Element {
  const words = useWords();
  const state = useDispatchState();
  const { typed, search } = state;
  const [view, setView] = useState<MapView | null>(null);
  const [searching, setSearching] = useState(search.place === undefined && !search.at);
  const [active, setActive] = useState(0);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const [near, setNear] = useState(state.camera && nearText(state.camera));
  const [signs, setSigns] = useState(noSigns);
  const input = useRef<HTMLInputElement>(null);

  const health = useHealth();
  const bounds = health.data?.city?.bounds ?? null;
  const position = useMemo(() => parsePosition(typed, bounds), [typed, bounds]);
  const [q] = useDebouncedValue(position ? '' : typed.trim(), typingPauseMs);
  const places = usePlaceResults(q, near);
  const results = useMemo(
    () => (typed.trim() === '' || position ? [] : (places.data?.results ?? [])),
    [typed, position, places.data],
  );
  const resultsAreCurrent = q === typed.trim() && !places.isPlaceholderData && !places.isFetching;
  const activeResult = results[Math.min(active, results.length - 1)] ?? null;

  const shown = useShownAnswer(search);
  const { target, card, response, chosen, unit } = shown;
  usePrefetchedResponse(searching && activeResult?.match === 'exact' ? activeResult.id : null);
  const units = response.data?.units ?? [];
  useFreshData(health, view);
  const placed = card.isSuccess || response.isSuccess;
  const notFound = response.isError && !card.isFetching;
  useCityView(view, health.data, {
    isGiven: state.camera !== null || (target !== null && placed),
    mayCome: target !== null && !notFound,
  });

  const showsResults = searching && typed.trim() !== '';
  // Counted from the last letter: a list that says so between letters would flicker.
  const isStale = useLate(
    showsResults && q === typed.trim() && !resultsAreCurrent && !places.isError,
  );
  const tools = useTools(view, words);
  const targetKey = target ? JSON.stringify(target) : null;
  const stopMoving = useStopMoving(
    view,
    {
      planned: showsResults ? null : shown.planned,
      moved: shown.moved,
      door: response.data?.destination.door ?? null,
      stop: search.stop,
      answerKey: targetKey ?? '',
      choose: state.chooseStop,
    },
    words,
  );
  const wind = useWind(search.wind, state.chooseWind);
  const caller = useCallerMark(search.caller, words);
  const onMap = useMemo(
    () => ({
      candidates: showsResults && !isStale ? results : [],
      activeCandidate: active,
      // The fire of before would pass for one of the results.
      card: (!showsResults && card.data) || null,
      point: (!showsResults && search.at) || null,
      response: (!showsResults && response.data) || null,
      unit: showsResults ? null : unit,
      wind: showsResults ? null : wind.shown,
    }),
    [showsResults, isStale, results, active, card.data, search.at, response.data, unit, wind.shown],
  );
  const issues = useDataIssues(view, onMap, { isOn: tools.open === 'issues', health });
  const answerScene = useMemo(() => dispatchScene(onMap, words), [onMap, words]);
  const scene = useMemo(
    () =>
      sceneWithTools(answerScene, {
        caller,
        measure: tools.measure.marks,
        issue: issues.mark,
        hidden: tools.layers.hidden,
        stop: showsResults ? undefined : search.stop,
      }),
    [
      answerScene,
      caller,
      tools.measure.marks,
      issues.mark,
      tools.layers.hidden,
      showsResults,
      search.stop,
    ],
  );
  useFlight(view, scene, {
    targetKey,
    answered: response.isSuccess || response.isError,
    candidatesAreCurrent: showsResults && resultsAreCurrent,
  });

  const choosePlace = (id: string) => {
    setSearching(false);
    // The keyboard is the answer's now: one letter is a tool. `/` and Esc lead back.
    input.current?.blur();
    state.choosePlace(id);
  };
  const choosePoint = (at: { lon: number; lat: number }) => {
    setSearching(false);
    input.current?.blur();
    state.choosePoint(at);
  };
  const chooseCaller = (at: StatedPosition) => {
    setSearching(false);
    input.current?.blur();
    state.chooseCaller(at);
  };
  useCallerOfLink(search.caller, {
    isAlone: target === null && typed === '',
    choose: chooseCaller,
  });
  const type = (text: string) => {
    // Where the map looks when a search begins; later the map follows the results, not they it.
    if (view && (typed === '' || !searching)) setNear(nearText(view.center()));
    state.setTyped(typedText(text, bounds));
    setActive(0);
    setSearching(true);
  };
  const keys = useDispatchKeys({
    input,
    showsResults,
    // A search that failed is asked again when the server is back: Enter waits for that too.
    results: resultsAreCurrent && !places.isError ? results : null,
    takePosition: position ? () => position.kind === 'position' && chooseCaller(position) : null,
    active,
    setActive,
    choosePlace,
    unitIds: units.map((candidate) => candidate.unitId),
    unitId: chosen?.unitId ?? null,
    chooseUnit: state.chooseUnit,
    toggleHelp: () => setHelpIsOpen((open) => !open),
    reopenResults: () => setSearching(true),
    goBack: () => {
      if (showsResults && target) {
        setSearching(false);
        input.current?.blur();
        return;
      }
      input.current?.focus();
      if (target) {
        setSearching(true);
        state.leaveTarget();
        input.current?.focus();
      } else type('');
    },
  });

  return (
    <div className="dispatch">
      <main className="dispatch-panel" aria-label={words.t('panel.label')}>
        <h1 className="fp-unseen">{words.t('app.title')}</h1>
        <SearchBox
          ref={input}
          text={typed}
          onType={type}
          onKeyDown={keys}
          showsResults={showsResults}
          activeId={showsResults && resultsAreCurrent ? (activeResult?.id ?? null) : null}
        />
        <StatusBanners health={health} response={response.data ?? null} />
        <div className="dispatch-scroll">
          {search.caller && !showsResults && (
            <CallerStrip
              caller={search.caller}
              isTarget={isSamePoint(search.caller, search.at)}
              placeId={search.place ?? null}
              onPlace={choosePlace}
              onAsk={() => search.caller && chooseCaller(search.caller)}
              onForget={state.forgetCaller}
            />
          )}
          {showsResults && position ? (
            <PositionOffer parsed={position} bounds={bounds} onChoose={chooseCaller} />
          ) : showsResults ? (
            <ResultList
              places={places}
              typed={typed.trim()}
              results={results}
              isCurrent={resultsAreCurrent}
              isStale={isStale}
              active={active}
              onActive={setActive}
              onChoose={choosePlace}
            />
          ) : target ? (
            <Answer
              card={card}
              response={response}
              point={search.at ?? null}
              unit={unit}
              onUnit={state.chooseUnit}
              stopMoving={stopMoving}
              wind={wind.shown}
              typed={typed.trim()}
              onSearchAgain={() => {
                setSearching(true);
                input.current?.focus();
              }}
            />
          ) : (
            <EmptyState
              health={health.data}
              onExample={(text, id) => {
                state.setTyped(text);
                choosePlace(id);
              }}
            />
          )}
        </div>
        <StatusLine health={health} />
      </main>
      <MapPane
        scene={scene}
        camera={state.camera}
        onReady={setView}
        onPress={tools.open === 'measure' ? tools.measure.add : (issues.takePoint ?? choosePoint)}
        onMoved={state.setCamera}
        onSigns={setSigns}
        text={mapText(onMap, words)}
      >
        <ToolBar tools={tools} issues={issues} wind={wind} />
        <div className="dispatch-corner">
          <SyntheticBadge health={health.data} response={response.data} />
          <AppearanceSwitch city={health.data?.city} />
          <LanguageSwitch />
          <HelpOverlay isOpen={helpIsOpen} onToggle={setHelpIsOpen} />
        </div>
        <div className="dispatch-legend">
          <BaseLegend signs={signs} isOpen={target === null && !showsResults} />
          <Legend scene={scene} />
          <MapTools view={view} scene={scene} />
        </div>
      </MapPane>
    </div>
  );
}
