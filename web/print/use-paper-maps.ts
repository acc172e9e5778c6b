import { useMemo } from 'react';
import type { Closure } from '../../server/closures/schema.ts';
import type { ResponseResult } from '../../server/response/schema.ts';
import { type ClosureOnWay, closuresOnWay } from '../closures/closures-on-way.ts';
import { useClosedStretches } from '../closures/use-closed-stretches.ts';
import { useCurrentClosures } from '../closures/use-current-closures.ts';
import { dispatchScene, framedPositions, wayPositions } from '../dispatch/dispatch-scene.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { waterShown, type WaterShown } from '../dispatch/water-rows.ts';
import { useWords } from '../i18n/use-words.ts';
import type { LabelBox } from '../map/place-labels.ts';
import type { Scene } from '../map/scene.ts';
import type { ShownWind } from '../wind/wind-words.ts';
import { clearSigns } from './clear-signs.ts';
import type { BaseMap } from './base-map.ts';
import { type NumberedWater, numberWater } from './numbered-water.ts';
import { paperWords, signBoxes } from './paper-boxes.ts';
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
  const {
    scene: planned,
    view,
    overview,
  } = useMemo(() => {
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
  const water = waterShown(response.destination, unit);
  const numbered = numberWater(water);
  const fixed = [planned.stop, ...numbered].flatMap((each) => (each ? [each.position] : []));
  const scene = view ? clearSigns(planned, fixed, view) : planned;
  const { language } = words;
  const nearMap = useBaseMap(view, { language, taken: view ? takenBoxes(scene, view) : [] });
  const farMap = useBaseMap(overview, { language, taken: [] });
  const { door } = response.destination;
  const { data: current, isPending: isAskingClosures } = useCurrentClosures();
  const { stretches, isAsking: isAskingStretches } = useClosedStretches(current ?? none);
  const closures = useMemo(() => {
    if (!current) return null;
    if (!unit) return [];
    const views = [view, overview].filter((each) => each !== null);
    return closuresOnWay(current, {
      unit,
      fire: [door.lon, door.lat],
      stretches,
      isInSight: (position) => views.some((each) => isOnPaper(each, position)),
    });
  }, [current, stretches, unit, door, view, overview]);
  return {
    scene,
    water,
    numbered,
    closures,
    view,
    base: nearMap.shown,
    overview,
    overviewBase: farMap.shown,
    isDrawn: isWhole(
      [
        { view, base: nearMap.settled },
        { view: overview, base: farMap.settled },
      ],
      { isAskingClosures: isAskingClosures || isAskingStretches },
    ),
  };
}

function takenBoxes(scene: Scene, view: PaperView): LabelBox[] {
  return [...signBoxes(scene, view), ...paperWords(scene, view).map(({ box }) => box)];
}
