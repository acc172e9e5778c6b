import './dispatch.css';
import './narrow.css';
import './search.css';
import './answer.css';
import './time-bar.css';
import './units.css';
import { type JSX, useMemo, useRef, useState } from 'react';
import type { PlaceResult } from '../../server/places/schema.ts';
import type { StatedPosition } from '../../geo/positions/stated-position.ts';
import { AppearanceSwitch } from '../appearance/appearance-switch.tsx';
import { CallerStrip } from '../caller/caller-strip.tsx';
import { PositionOffer } from '../caller/position-offer.tsx';
import { isSamePoint, typedText } from '../caller/position-words.ts';
import { useCallerMark, useCallerOfLink } from '../caller/use-caller.ts';
import { useDataIssues } from '../data-issues/use-data-issues.ts';
import { useRouteChange } from '../closures/use-route-change.ts';
import { useWords } from '../i18n/use-words.ts';
import { BaseLegend } from '../map/base-legend.tsx';
import { noSigns } from '../map/base-signs.ts';
import { Legend } from '../map/legend.tsx';
import { MapPane } from '../map/map-pane.tsx';
import type { MapView } from '../map/map-view.ts';
import { StatusLine } from '../status/status-line.tsx';
import { useStopMoving } from '../stop/use-stop-moving.ts';
import { useSceneWithTools } from '../tools/use-scene-with-tools.ts';
import { ToolBar } from '../tools/tool-bar.tsx';
import { useTools } from '../tools/use-tools.ts';
import { HelpOverlay } from '../ui/help-overlay.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useLate } from '../ui/use-late.ts';
import { useTraffic } from '../traffic/use-traffic.ts';
import { useWind } from '../wind/use-wind.ts';
import { Answer } from './answer.tsx';
import { dispatchScene } from './dispatch-scene.ts';
import { EmptyState } from './empty-state.tsx';
import { mapText } from './map-text.ts';
import { MapTools } from './map-tools.tsx';
import { nameQuestion } from './ranking.ts';
import { ResultList } from './result-list.tsx';
import { SearchBox } from './search-box.tsx';
import { StatusBanners, SyntheticBadge } from './status-banners.tsx';
import { useActiveResult } from './use-active-result.ts';
import { useHealth, usePrefetchedResponse } from './use-answers.ts';
import { useCityView } from './use-city-view.ts';
import { useDispatchKeys } from './use-dispatch-keys.ts';
import { useDispatchState } from './use-dispatch-state.ts';
import { useFlight } from './use-flight.ts';
import { conditionsOf, useFreshData } from './use-fresh-data.ts';
import { useOnMap } from './use-on-map.ts';
import { routeOf, useShownAnswer } from './use-shown-answer.ts';
import { nearText, useTypedSearch } from './use-typed-search.ts';

const noResults: PlaceResult[] = [];

/** From a shouted address to the answer: one search box, one panel, one map. */
export function DispatchScreen(): JSX.Element {
  const words = useWords();
  const state = useDispatchState();
  const { typed, search } = state;
  const [view, setView] = useState<MapView | null>(null);
  const [searching, setSearching] = useState(search.place === undefined && !search.at);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const [near, setNear] = useState(state.camera && nearText(state.camera));
  const [signs, setSigns] = useState(noSigns);
  const input = useRef<HTMLInputElement>(null);

  const health = useHealth();
  const bounds = health.data?.city?.bounds ?? null;
  const { position, q, places, results, resultsAreCurrent } = useTypedSearch(typed, {
    bounds,
    near,
  });
  const { active, setActive, resetActive } = useActiveResult(typed.trim(), results);
  const activeResult = results[active] ?? null;

  const shown = useShownAnswer(search, { fallsBack: true });
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
  const route = useMemo(() => routeOf(showsResults ? null : unit), [showsResults, unit]);
  const tools = useTools(view, { words, route });
  const targetKey = target && nameQuestion(target);
  const stopMoving = useStopMoving(
    view,
    {
      planned: showsResults ? null : shown.planned,
      moved: shown.moved,
      door: response.data?.destination.door ?? null,
      stop: shown.stop,
      answerKey: targetKey ?? '',
      choose: state.chooseStop,
    },
    words,
  );
  const wind = useWind(search.wind, state.chooseWind);
  const change = useRouteChange(
    {
      targetKey,
      conditions: health.data && conditionsOf(health.data),
      response: response.data,
      unit: shown.planned,
    },
    words,
  );
  const traffic = useTraffic({
    isOn: !tools.layers.hidden.has('traffic'),
    key: health.data?.traffic.key ?? '',
  });
  const caller = useCallerMark(search.caller, words);
  const onMap = useOnMap({
    showsResults,
    candidates: isStale ? noResults : results,
    active,
    shown,
    point: search.at,
    wind: wind.shown,
  });
  const issues = useDataIssues(view, onMap, { isOn: tools.open === 'issues', health });
  const answerScene = useMemo(() => dispatchScene(onMap, words), [onMap, words]);
  const scene = useSceneWithTools(answerScene, {
    caller,
    measure: tools.measure.marks,
    issue: issues.mark,
    closures: tools.closures.marks,
    traffic,
    road: tools.roads.marks,
    hidden: tools.layers.hidden,
    stop: showsResults ? undefined : shown.stop,
  });
  useFlight(view, scene, {
    // Another alarm level is no reason to fly.
    targetKey: target && JSON.stringify([search.place, search.at]),
    answered: response.isSuccess || response.isError,
    candidatesAreCurrent: showsResults && resultsAreCurrent,
  });

  const endSearch = () => {
    setSearching(false);
    // The keyboard is the answer's now: one letter is a tool. `/` and Esc lead back.
    input.current?.blur();
  };
  const choosePlace = (id: string) => {
    endSearch();
    state.choosePlace(id);
  };
  const choosePoint = (at: { lon: number; lat: number }) => {
    endSearch();
    state.choosePoint(at);
  };
  const chooseCaller = (at: StatedPosition) => {
    endSearch();
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
    resetActive();
    setSearching(true);
  };
  const keys = useDispatchKeys({
    input,
    showsResults,
    // A search that failed is asked again by itself, and at once by Enter, which waits for that too.
    results: resultsAreCurrent && !places.isError ? results : null,
    askAgain: places.isError ? () => void places.refetch() : null,
    takePosition: position ? () => position.kind === 'position' && chooseCaller(position) : null,
    active,
    setActive,
    choosePlace,
    unitIds: units.map((candidate) => candidate.unitId),
    unitId: chosen?.unitId ?? null,
    chooseUnit: state.chooseUnit,
    help: { isOpen: helpIsOpen, setOpen: setHelpIsOpen },
    reopenResults: () => setSearching(true),
    goBack: () => {
      if (showsResults && target) {
        endSearch();
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
              shown={shown}
              state={state}
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
        onPress={tools.takePoint ?? issues.takePoint ?? choosePoint}
        onMoved={state.setCamera}
        onSigns={setSigns}
        text={mapText(onMap, words)}
      >
        <ToolBar
          tools={tools}
          issues={issues}
          wind={wind}
          vehicleClasses={health.data?.vehicleClasses.map(({ code }) => code) ?? []}
          hasRoute={route.length > 1}
          traffic={health.data?.traffic}
          change={change}
        />
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
