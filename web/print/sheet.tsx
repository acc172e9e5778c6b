import { type JSX, useMemo, useRef, useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Health } from '../../server/health/schema.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';
import { dispatchScene, framedPositions } from '../dispatch/dispatch-scene.ts';
import { degradedWhy } from '../dispatch/status-banners.tsx';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { waterShown } from '../dispatch/water-rows.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { SheetSet } from '../run-cards/sheet-set.tsx';
import { numberWater } from './numbered-water.ts';
import { PaperLegend } from './paper-legend.tsx';
import { PaperMap } from './paper-map.tsx';
import { viewOf } from './paper-view.ts';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetHead } from './sheet-head.tsx';
import { paperLines } from '../choices/paper-lines.ts';
import { SheetUnit } from './sheet-unit.tsx';
import { SheetUnits } from './sheet-units.tsx';
import { SheetWater } from './sheet-water.tsx';
import { useBaseMap } from './use-base-map.ts';
import { useFittedRows } from './use-fitted-rows.ts';
import { useWhenPrintable } from './use-when-printable.ts';

type SheetProps = {
  shown: ShownAnswer;
  response: ResponseResult;
  point: { lon: number; lat: number } | null;
  health: UseQueryResult<Health, ApiError>;
  /** Whether something of the answer is still on its way. */
  isWaiting: boolean;
  onPrintable: () => void;
};

/** A page that is older than it looks, or reckoned without the best router, must say so. */
function warningsOf({ shown, response, health }: SheetProps, words: Words): string[] {
  const { t, format } = words;
  const warnings: string[] = [];
  if (shown.response.isError || health.isError)
    warnings.push(t('print.old', { time: format.time(new Date(shown.response.dataUpdatedAt)) }));
  else if (response.degraded || health.data?.status === 'degraded')
    warnings.push(t('banner.degraded', { why: degradedWhy(health.data, response, words) }));
  return warnings;
}

/** Side by side 190 mm wide: the page without its margins. */
const mapSize = { width: 502, height: 340 };
const overviewSize = { width: 208, height: 132 };

/** The answer on one page A4, as it is when the page is made. */
export function Sheet(props: SheetProps): JSX.Element {
  const { shown, response, point, health, isWaiting, onPrintable } = props;
  const words = useWords();
  const { card, unit } = shown;
  const page = useRef<HTMLElement>(null);
  const [at] = useState(() => new Date());
  const { scene, view, overview } = useMemo(() => {
    const scene = dispatchScene(
      { candidates: [], activeCandidate: 0, card: card.data ?? null, point, response, unit },
      words,
    );
    const near = framedPositions(scene);
    const route = scene.truck ? [...scene.truck.line, ...near] : [];
    return { scene, view: viewOf(near, mapSize, 52), overview: viewOf(route, overviewSize, 22) };
  }, [card.data, point, response, unit, words]);
  const base = useBaseMap(view, words.language);
  const overviewBase = useBaseMap(overview, words.language);
  const fit = useFittedRows(page);
  const water = waterShown(response.destination, unit);
  const numbered = numberWater(water);
  const isDrawn = (!view || base !== null) && (!overview || overviewBase !== null);
  const isReady = useWhenPrintable(page, isDrawn && !isWaiting, onPrintable);
  const marks = { scene, water: numbered };
  // Where not even the sparest list fits, the engines behind are left to the screen.
  const told = fit.isTight ? { ...shown, support: null } : shown;
  return (
    <article
      ref={page}
      className={fit.isTight ? 'sheet paper sheet-tight' : 'sheet paper'}
      data-testid="sheet"
      data-ready={isReady}
    >
      <SheetHead
        card={card}
        point={point}
        response={response}
        warnings={warningsOf(props, words)}
        at={at}
      />
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
        </div>
      </div>
      <div className="sheet-columns">
        <div>
          {unit && <SheetUnit unit={unit} lines={paperLines(told, words)} />}
          <SheetWater shown={water} water={numbered} view={view} />
        </div>
        <div>
          {response.set && <SheetSet set={response.set} />}
          <SheetUnits
            units={response.units}
            notRanked={response.notRanked}
            chosenId={unit?.unitId ?? null}
            budget={fit.budget}
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
        computedAt={shown.response.dataUpdatedAt}
        attributions={base?.attributions ?? []}
      />
    </article>
  );
}
