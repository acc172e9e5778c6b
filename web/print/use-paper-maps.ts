import { useMemo } from 'react';
import type { Position } from '../../geo/position.ts';
import type { Closure } from '../../server/closures/schema.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import { type ClosureOnWay, closuresOnWay } from '../closures/closures-on-way.ts';
import { useClosedStretches } from '../closures/use-closed-stretches.ts';
import { useCurrentClosures } from '../closures/use-current-closures.ts';
import { dispatchScene, framedPositions, wayPositions } from '../dispatch/dispatch-scene.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { waterShown, type WaterShown } from '../dispatch/water-rows.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Scene } from '../map/scene.ts';
import type { ShownWind } from '../wind/wind-words.ts';
import { clearSigns } from './clear-signs.ts';
import { closureSignPlace } from './closure-on-paper.ts';
import type { BaseMap } from './draw-base-map.ts';
import { type NumberedWater, numberWater } from './numbered-water.ts';
import { isOnPaper, isWhole, type PaperSize, type PaperView, viewOf } from './paper-view.ts';
import { useBaseMap } from './use-base-map.ts';

type Printed = {
  shown: ShownAnswer;
  response: ResponseResult;
  point: { lon: number; lat: number } | null;
  wind: ShownWind | null;
};

type Sizes = { near: PaperSize; nearMargin: number; overview: PaperSize; overviewMargin: number };

export type PaperMaps = {
  scene: Scene;
  water: WaterShown;
  numbered: NumberedWater[];
  /** null while the server has not said which there are. */
  closures: ClosureOnWay[] | null;
  /** Around the fire; null where there is nothing to draw. */
  view: PaperView | null;
  base: BaseMap | null;
  /** The whole way, with where tankers fetch water; null where there is neither. */
  overview: PaperView | null;
  overviewBase: BaseMap | null;
  isDrawn: boolean;
};

const none: Closure[] = [];

/** What the two maps of a sheet show, and their pictures. */
export function usePaperMaps({ shown, response, point, wind }: Printed, sizes: Sizes): PaperMaps {
  const words = useWords();
  const { unit, support } = shown;
  const card = shown.card.data ?? null;
  const { near, nearMargin, overview: whole, overviewMargin } = sizes;
  const { scene, view, overview } = useMemo(() => {
    const scene = dispatchScene(
      { candidates: [], activeCandidate: 0, card, point, response, unit, support, wind },
      words,
    );
    return {
      scene,
      view: viewOf(framedPositions(scene), near, nearMargin),
      overview: viewOf(wayPositions(scene), whole, overviewMargin),
    };
  }, [card, point, response, unit, support, wind, words, near, nearMargin, whole, overviewMargin]);
  const base = useBaseMap(view, words.language);
  const overviewBase = useBaseMap(overview, words.language);
  const water = waterShown(response.destination, unit);
  const numbered = numberWater(water);
  const { data: current, isPending: isAskingClosures } = useCurrentClosures();
  const { stretches, isAsking: isAskingStretches } = useClosedStretches(current ?? none);
  const closures = useMemo(() => {
    if (!current) return null;
    if (!unit) return [];
    const views = [view, overview].filter((each) => each !== null);
    return closuresOnWay(current, {
      unit,
      stretches,
      isInSight: (position) => views.some((each) => isOnPaper(each, position)),
    });
  }, [current, stretches, unit, view, overview]);
  return {
    scene: view ? clearSigns(scene, fixedSigns({ scene, numbered, closures, view }), view) : scene,
    water,
    numbered,
    closures,
    view,
    base,
    overview,
    overviewBase,
    isDrawn: isWhole(
      [
        { view, base },
        { view: overview, base: overviewBase },
      ],
      { isAskingClosures: isAskingClosures || isAskingStretches },
    ),
  };
}

function fixedSigns({
  scene: { stop },
  numbered,
  closures,
  view,
}: Pick<PaperMaps, 'scene' | 'numbered' | 'closures'> & { view: PaperView }): Position[] {
  return [
    ...(stop ? [stop.position] : []),
    ...numbered.map(({ position }) => position),
    ...(closures ?? []).map(({ closure: { geometry }, stretches }) =>
      closureSignPlace({ geometry, stretches }, view),
    ),
  ];
}
