import type { JSX } from 'react';
import type { Position } from '../../geo/position.ts';
import { besideLine } from '../map/beside-line.ts';
import { signPixels } from '../map/scene-labels.ts';
import { footDots, hoseDashes } from '../map/hose-dashes.ts';
import type { LabelBox } from '../map/place-labels.ts';
import type { Scene } from '../map/scene.ts';
import { pointsEvery } from '../closures/points-every.ts';
import type { PaperClosure } from './closure-on-paper.ts';
import { ClosureSigns, ClosuresOnPaper } from './closures-on-paper.tsx';
import type { NumberedWater } from './numbered-water.ts';
import { At, pathOf } from './paper-at.tsx';
import { farSignBoxes, furnitureBoxes, paperWords, signBox, signBoxes } from './paper-boxes.ts';
import { PaperLabels } from './paper-labels.tsx';
import { DoorSign, FetchSign, FireSign, StationSign, StopSign, WaterSign } from './paper-signs.tsx';
import { isOnPaper, metersPerPixel, onPaper, type PaperView } from './paper-view.ts';
import { placeClosureSigns } from './place-closure-signs.ts';
import { Support } from './support-on-paper.tsx';

type SceneOnPaperProps = {
  scene: Scene;
  water: NumberedWater[];
  closures: PaperClosure[];
  /** Those of the base map lie over the lines, and under the signs. */
  labelsUrl: string | null;
  view: PaperView;
  /** The overview shows the route as a whole, and no details. */
  isOverview?: boolean;
};

/** From the middle of the road: beside the engine's line where both take the same road. */
const besidePixels = 6.5;

const wayStepPixels = 6;

/** The answer as lines and signs that print sharp, and that differ without any colour. */
export function SceneOnPaper(props: SceneOnPaperProps): JSX.Element {
  const { scene, water, closures, labelsUrl, view, isOverview = false } = props;
  const line = (positions: Position[]): string => pathOf(view, positions);
  const { truck, leg, stop } = scene;
  const station = truck?.line[0];
  const waterLines = scene.water
    .filter((mark) => mark.path.length > 1)
    .map(({ id, path }) => ({
      id,
      d: line(besideLine(path, besidePixels * metersPerPixel(view))),
    }));
  const words = isOverview ? [] : paperWords(scene, view);
  const taken = {
    signs: takenSigns(props),
    words: words.map(({ box }) => box),
    lines: wayPoints(scene, view),
  };
  return (
    <svg className="paper-scene" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
      <ClosuresOnPaper closures={closures} view={view} />
      <Building scene={scene} view={view} />
      {truck && <Line name={truck.sure ? 'truck' : 'guess'} d={line(truck.line)} />}
      {!isOverview && waterLines.map(({ id, d }) => <Line key={id} name="water-path" d={d} />)}
      {leg?.kind === 'hose' && leg.line.length > 1 && (
        <>
          <path className="paper-casing" d={line(leg.line)} />
          {isOverview ? (
            <path className="paper-hose paper-hose-far" d={line(leg.line)} />
          ) : (
            <path className="paper-hose" d={hoseDashes(leg.line).map(line).join('')} />
          )}
        </>
      )}
      {leg?.kind === 'foot' &&
        footDots(leg.line).map((at) => (
          <At key={at.join()} view={view} position={at}>
            <circle className="paper-foot" r="2.2" />
          </At>
        ))}
      {labelsUrl && <image href={labelsUrl} width={view.width} height={view.height} />}
      {station && isOverview && (
        <At view={view} position={station}>
          <StationSign />
        </At>
      )}
      {scene.water
        .filter(({ isFetched, position }) => isFetched && isOnPaper(view, position))
        .map(({ id, position }) => (
          <At key={id} view={view} position={position}>
            <FetchSign />
          </At>
        ))}
      {!isOverview && <Support scene={scene} view={view} />}
      {!isOverview &&
        water
          .filter(({ position }) => isOnPaper(view, position))
          .toReversed()
          .map(({ row, number, position }) => (
            <At key={row.point.id} view={view} position={position}>
              <WaterSign point={row.point} number={number} />
            </At>
          ))}
      {scene.fire && (
        <At view={view} position={scene.fire}>
          <FireSign />
        </At>
      )}
      {!isOverview && <Doors scene={scene} view={view} />}
      {stop && (
        <At view={view} position={stop.position}>
          <StopSign />
        </At>
      )}
      <HouseNumber scene={scene} view={view} />
      <ClosureSigns placed={placeClosureSigns(closures, taken, view)} />
      <PaperLabels words={words} />
    </svg>
  );
}

function takenSigns({ scene, water, view, isOverview = false }: SceneOnPaperProps): LabelBox[] {
  const numbered = water.map(({ position }) => signBox({ position, size: signPixels.water }, view));
  return [
    ...furnitureBoxes(view, isOverview),
    ...signBoxes(scene, view),
    ...(isOverview ? farSignBoxes(scene, view) : numbered),
  ];
}

/** Of the lines that must be seen, in pixels. */
function wayPoints({ truck, leg }: Scene, view: PaperView): Position[] {
  return [truck?.line ?? [], leg?.line ?? []]
    .flatMap((line) => pointsEvery(wayStepPixels * metersPerPixel(view), line))
    .filter((at) => isOnPaper(view, at))
    .map((at) => onPaper(view, at));
}

function Line({ name, d }: { name: 'truck' | 'guess' | 'water-path'; d: string }): JSX.Element {
  return (
    <>
      <path className="paper-casing" d={d} />
      <path className={`paper-${name}`} d={d} />
    </>
  );
}

function Building({ scene, view }: { scene: Scene; view: PaperView }): JSX.Element | null {
  const { building } = scene;
  if (!building) return null;
  const d = building.rings
    .flat()
    .map((ring) => `${pathOf(view, ring as Position[])}Z`)
    .join('');
  return <path className="paper-building" d={d} fillRule="evenodd" />;
}

/** Over the arrow of the wind, whose tail is here. */
function HouseNumber({ scene, view }: { scene: Scene; view: PaperView }): JSX.Element | null {
  const { building } = scene;
  if (!building?.number) return null;
  return (
    <At view={view} position={building.center}>
      <text className="paper-number" y="4">
        {building.number}
      </text>
    </At>
  );
}

function Doors({ scene, view }: { scene: Scene; view: PaperView }): JSX.Element {
  const { door, otherDoors, building } = scene;
  return (
    <>
      {otherDoors.map((position) => (
        <At key={position.join()} view={view} position={position}>
          <DoorSign isAssumed />
        </At>
      ))}
      {door && building && (
        <At view={view} position={door.position}>
          <DoorSign isAssumed={door.assumed} />
        </At>
      )}
    </>
  );
}
