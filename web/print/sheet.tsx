import { type JSX, useRef, useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Health } from '../../server/health/schema.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { useWords } from '../i18n/use-words.ts';
import { SheetSet } from '../run-cards/sheet-set.tsx';
import type { ShownSet } from '../run-cards/use-set.ts';
import type { ListedUnit } from '../stop/listed-units.ts';
import type { ShownWind } from '../wind/wind-words.ts';
import { PaperLegend } from './paper-legend.tsx';
import { PaperMap } from './paper-map.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetHead } from './sheet-head.tsx';
import { paperLines } from '../choices/paper-lines.ts';
import { SheetUnit } from './sheet-unit.tsx';
import { SheetUnits } from './sheet-units.tsx';
import { SheetSupply } from './sheet-supply.tsx';
import { SheetWater } from './sheet-water.tsx';
import { SheetWind } from './sheet-wind.tsx';
import { useFittedPage } from './use-fitted-page.ts';
import { usePaperMaps } from './use-paper-maps.ts';
import { useWhenPrintable } from './use-when-printable.ts';

type SheetProps = {
  shown: ShownAnswer;
  response: ResponseResult;
  units: ListedUnit[];
  /** Who is to be sent. */
  set: ShownSet | null;
  point: { lon: number; lat: number } | null;
  health: UseQueryResult<Health, ApiError>;
  wind: ShownWind | null;
  /** Whether something of the answer is still on its way. */
  isWaiting: boolean;
  onPrintable: () => void;
};

/** Side by side 190 mm wide: the page without its margins. */
const sizes = {
  near: { width: 502, height: 340 },
  nearMargin: 52,
  overview: { width: 208, height: 120 },
  overviewMargin: 22,
};

/** The answer on one page A4, as it is when the page is made. */
export function Sheet(props: SheetProps): JSX.Element {
  const { shown, response, units, set, point, health, wind, isWaiting, onPrintable } = props;
  const words = useWords();
  const { card, unit } = shown;
  const page = useRef<HTMLElement>(null);
  const [at] = useState(() => new Date());
  const maps = usePaperMaps({ shown, response, point, wind }, sizes);
  const { scene, view, base, overview, overviewBase, water, numbered } = maps;
  const fit = useFittedPage(page);
  const isReady = useWhenPrintable(page, maps.isDrawn && fit.isMeasured && !isWaiting, onPrintable);
  const closures = (maps.closures ?? []).map(({ closure, stretches }) => ({
    ...closure,
    stretches,
    letter: '',
  }));
  const marks = { scene, water: numbered, closures };
  // Where not even the sparest list fits, the engines behind are left to the screen.
  const told = fit.isTight ? { ...shown, support: null } : shown;
  return (
    <article
      ref={page}
      className={`sheet paper ${fit.letters}`}
      data-testid="sheet"
      data-ready={isReady}
    >
      <SheetHead card={card} point={point} of={props} at={at} />
      <div className="sheet-maps">
        {view ? (
          <PaperMap title={words.t('print.map')} view={view} base={base} {...marks} />
        ) : (
          <p>{words.t('print.noMap')}</p>
        )}
        <div>
          {overview && (
            <PaperMap
              title={words.t('print.overview')}
              view={overview}
              base={overviewBase}
              {...marks}
              isOverview
            />
          )}
          <PaperLegend {...marks} />
          {maps.closures === null && <p className="sheet-note">{words.t('closures.unknown')}</p>}
        </div>
      </div>
      <div className="sheet-columns">
        <div>
          {unit && <SheetUnit unit={unit} lines={paperLines(told, words)} />}
          <SheetWind wind={wind} />
          <SheetWater shown={water} water={numbered} view={view} />
        </div>
        <div>
          <SheetSupply
            destination={response.destination}
            unit={unit}
            wording={fit.wording}
            closing={fit.wording === 'full' ? 'supply.estimate' : 'supply.paper.short'}
          />
          {set && <SheetSet shown={set} />}
          <SheetUnits
            units={units}
            notRanked={response.notRanked}
            chosenId={unit?.unitId ?? null}
            budget={fit}
          />
        </div>
      </div>
      <section className="sheet-notes">
        <b>{words.t('print.notes')}</b>
        <span>{words.t('print.notesBy')}: ……………………………</span>
      </section>
      <SheetFoot
        health={health.data}
        response={response}
        computedAt={shown.named?.answeredAt || shown.response.dataUpdatedAt}
        attributions={base?.attributions ?? []}
      />
    </article>
  );
}
