import { type JSX, useRef, useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Health } from '../../server/health/schema.ts';
import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { coordinatesText } from '../dispatch/place-head.tsx';
import { readBackLine } from '../dispatch/read-back-words.ts';
import { stopPlace } from '../dispatch/stop-words.ts';
import { figureMeaning, unitClass } from '../dispatch/unit-answer.tsx';
import { secondsShown } from '../dispatch/time-bar-parts.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useWords } from '../i18n/use-words.ts';
import { PaperLegend } from '../print/paper-legend.tsx';
import { PaperMap } from '../print/paper-map.tsx';
import { SheetDoubts } from '../print/sheet-doubts.tsx';
import { SheetFoot } from '../print/sheet-foot.tsx';
import { SheetSupply } from '../print/sheet-supply.tsx';
import { SheetWater } from '../print/sheet-water.tsx';
import { SheetWind } from '../print/sheet-wind.tsx';
import { useSheetSizes } from './sheet-sizes.ts';
import { usePaperMaps } from '../print/use-paper-maps.ts';
import { useWhenPrintable } from '../print/use-when-printable.ts';
import { paperLines } from '../choices/paper-lines.ts';
import type { ShownWind } from '../wind/wind-words.ts';
import { CrewClosures } from './crew-closures.tsx';
import { CrewCode } from './crew-code.tsx';
import { CrewFacts } from './crew-facts.tsx';
import { CrewLinks } from './crew-links.tsx';
import { CrewSteps } from './crew-steps.tsx';
import { gpxWaters } from './gpx-waters.ts';
import type { Directions } from './use-directions.ts';

type CrewSheetProps = {
  shown: ShownAnswer;
  response: ResponseResult;
  unit: UnitResponse;
  directions: Directions;
  point: { lon: number; lat: number } | null;
  wind: ShownWind | null;
  health: UseQueryResult<Health, ApiError>;
};

/** Where to, by which road, where to stop, how much hose, which water; nothing of the other units. */
export function CrewSheet(props: CrewSheetProps): JSX.Element {
  const { shown, response, unit, directions, point, wind, health } = props;
  const words = useWords();
  const { t, format } = words;
  const { card } = shown;
  const page = useRef<HTMLElement>(null);
  const [openedAt] = useState(() => Date.now());
  const at = new Date(Math.max(openedAt, shown.response.dataUpdatedAt));
  const { destination } = response;
  const maps = usePaperMaps({ shown, response, point, wind }, useSheetSizes());
  const { scene, view, base, overview, overviewBase, water, numbered, closures } = maps;
  const isReady = useWhenPrintable(page, maps.isDrawn && !directions.isAsking);
  const marks = {
    scene,
    water: numbered,
    closures: (closures ?? []).map(({ closure, ...drawn }) => ({ ...closure, ...drawn })),
  };
  const label = point
    ? `${t('place.point')} ${coordinatesText(point)}`
    : (card.data?.label ?? destination.place?.label ?? destination.readBack.label);
  const seconds = secondsShown(unit);
  // Those that the list of closures names are not said twice.
  const listed = new Set<unknown>(
    closures?.filter(({ letter }) => letter !== '').map(({ closure }) => closure.id),
  );
  // Why it gets to no stop stands in place of the stop.
  const notes = unit.stop
    ? unit.notes.filter(({ params }) => !listed.has(params['closureId']))
    : [];
  const { steps } = directions;
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
        <SheetDoubts place={card.data ?? null} of={props} />
      </header>
      <div className="crew-top">
        <CrewFacts unit={unit} door={destination.door} />
        {unit.stop && <CrewCode stop={unit.stop} />}
      </div>
      {view && <PaperMap title={t('crew.map')} view={view} base={base} {...marks} />}
      {view && <PaperLegend {...marks} />}
      {paperLines(shown, words).map((line) => (
        <p key={line} className="sheet-note">
          {line}
        </p>
      ))}
      <SheetWind wind={wind} />
      {notes.length > 0 && (
        <ul className="crew-notes" aria-label={t('crew.notes')}>
          {notes.map((note) => (
            <li key={note.code} className="sheet-note">
              {wordNote(note, words)}
            </li>
          ))}
        </ul>
      )}
      <CrewClosures closures={closures} />
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
      <SheetSupply
        destination={destination}
        unit={unit}
        wording="short"
        closing="supply.estimate"
      />
      <CrewLinks
        way={{
          unit: unit.drive ? { ...unit, drive: { ...unit.drive, steps } } : unit,
          door: destination.door,
          label,
          stopName: unit.stop ? stopPlace(unit.stop, words) : '',
          waters: gpxWaters({ unit, task: shown.task, shown: water }, words),
          at: new Date(shown.response.dataUpdatedAt),
          isSynthetic: response.synthetic,
          attributions: base?.attributions ?? [],
        }}
      />
      <SheetFoot
        health={health.data}
        response={response}
        computedAt={shown.named?.answeredAt || shown.response.dataUpdatedAt}
        attributions={base?.attributions ?? []}
      />
    </article>
  );
}
