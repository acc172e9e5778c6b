import { type JSX, useMemo, useRef, useState } from 'react';
import type { Health } from '../../server/health/schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import { dispatchScene, framedPositions } from '../dispatch/dispatch-scene.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { coordinatesText } from '../dispatch/place-head.tsx';
import { readBackLine } from '../dispatch/read-back-words.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import { figureMeaning, unitClass } from '../dispatch/unit-answer.tsx';
import { secondsShown } from '../dispatch/time-bar-parts.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { waterShown } from '../dispatch/water-rows.ts';
import { waterName } from '../dispatch/water-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { numberWater } from '../print/numbered-water.ts';
import { PaperMap } from '../print/paper-map.tsx';
import { viewOf } from '../print/paper-view.ts';
import { SheetFoot } from '../print/sheet-foot.tsx';
import { SheetWater } from '../print/sheet-water.tsx';
import { useBaseMap } from '../print/use-base-map.ts';
import { useWhenPrintable } from '../print/use-when-printable.ts';
import { paperLines } from '../choices/paper-lines.ts';
import { CrewFacts } from './crew-facts.tsx';
import { CrewLinks } from './crew-links.tsx';
import { CrewSteps } from './crew-steps.tsx';
import type { Directions } from './use-directions.ts';

type CrewSheetProps = {
  shown: ShownAnswer;
  response: ResponseResult;
  unit: UnitResponse;
  directions: Directions;
  point: { lon: number; lat: number } | null;
  health: Health | undefined;
};

/** A5 without its margins; a phone has less. */
const mapWidth = Math.min(496, window.innerWidth - 32);
const mapSize = { width: mapWidth, height: Math.round(0.62 * mapWidth) };
const overviewSize = { width: mapWidth, height: Math.round(0.42 * mapWidth) };

/** Where to, by which road, where to stop, how much hose, which water; nothing of the other units. */
export function CrewSheet(props: CrewSheetProps): JSX.Element {
  const { shown, response, unit, directions, point, health } = props;
  const words = useWords();
  const { t, format, language } = words;
  const { card } = shown;
  const page = useRef<HTMLElement>(null);
  const [at] = useState(() => new Date());
  const { destination } = response;
  const { scene, view, overview } = useMemo(() => {
    const scene = dispatchScene(
      { candidates: [], activeCandidate: 0, card: card.data ?? null, point, response, unit },
      words,
    );
    const near = framedPositions(scene);
    const way = scene.truck ? [...scene.truck.line, ...near] : [];
    return { scene, view: viewOf(near, mapSize, 44), overview: viewOf(way, overviewSize, 24) };
  }, [card.data, point, response, unit, words]);
  const base = useBaseMap(view, language);
  const overviewBase = useBaseMap(overview, language);
  const water = waterShown(destination, unit);
  const [nearest] = water.usable;
  const numbered = numberWater(water);
  const isDrawn = (!view || base !== null) && (!overview || overviewBase !== null);
  const isReady = useWhenPrintable(page, isDrawn && !directions.isAsking);
  const marks = { scene, water: numbered };
  const label = point
    ? `${t('place.point')} ${coordinatesText(point)}`
    : (card.data?.label ?? destination.place?.label ?? destination.readBack.label);
  const seconds = secondsShown(unit);
  const steps = directions.steps ?? unit.drive?.steps ?? [];
  return (
    <article
      ref={page}
      className="crew-sheet sheet paper"
      data-testid="crew-sheet"
      data-ready={isReady}
    >
      <header>
        <p className="sheet-top">
          <b>
            {t('crew.title')} · {unit.callSign}
          </b>
          {response.synthetic && (
            <strong className="sheet-synthetic">{t('print.synthetic')}</strong>
          )}
          <span>
            {t('print.printed', { time: `${format.time(at)}, ${format.date(at.toISOString())}` })}
          </span>
        </p>
        <h1 data-testid="crew-label">{label}</h1>
        <p>{readBackLine(destination.readBack, words)}</p>
        <p className="sheet-figure">
          {seconds !== null && <b>{format.clock(seconds)}</b>}
          <span>
            {figureMeaning(unit, seconds, t)} · {unit.station.name} · {unitClass(unit, words)}
          </span>
        </p>
      </header>
      <CrewFacts unit={unit} door={destination.door} />
      {paperLines(shown, words).map((line) => (
        <p key={line} className="sheet-note">
          {line}
        </p>
      ))}
      {unit.notes.length > 0 && (
        <ul className="crew-notes" aria-label={t('crew.notes')}>
          {unit.notes.map((note) => (
            <li key={note.code} className="sheet-note">
              {wordNote(note, words)}
            </li>
          ))}
        </ul>
      )}
      {view && <PaperMap title={t('crew.map')} view={view} base={base} {...marks} />}
      <CrewSteps steps={steps} drive={unit.drive} />
      {overview && (
        <PaperMap
          title={t('print.overview')}
          view={overview}
          base={overviewBase}
          {...marks}
          isOverview
        />
      )}
      <SheetWater shown={water} water={numbered} view={view} />
      <CrewLinks
        way={{
          unit: unit.drive ? { ...unit, drive: { ...unit.drive, steps } } : unit,
          door: destination.door,
          label,
          stopName: unit.stop ? stopPlace(unit.stop, words) : '',
          water: nearest ? { ...nearest.point, name: waterName(nearest, words) } : null,
          at: new Date(shown.response.dataUpdatedAt),
          isSynthetic: response.synthetic,
          attributions: base?.attributions ?? [],
        }}
      />
      <SheetFoot
        health={health}
        response={response}
        computedAt={shown.response.dataUpdatedAt}
        attributions={base?.attributions ?? []}
      />
    </article>
  );
}
