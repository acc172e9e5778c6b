import type { JSX, ReactNode } from 'react';
import type { Position } from '../../geo/position.ts';
import { besideLine } from '../map/beside-line.ts';
import { footDots, hoseDashes } from '../map/hose-dashes.ts';
import type { Scene } from '../map/scene.ts';
import { besideLeg } from '../map/scene-texts.ts';
import { DoorSign, FireSign, StationSign, StopSign, WaterSign } from './paper-signs.tsx';
import { isOnPaper, metersPerPixel, onPaper, type PaperView } from './paper-view.ts';
import type { NumberedWater } from './numbered-water.ts';

type SceneOnPaperProps = {
  scene: Scene;
  water: NumberedWater[];
  view: PaperView;
  /** The overview shows the route as a whole, and no details. */
  isOverview?: boolean;
};

/** From the middle of the road: beside the engine's line where both take the same road. */
const besidePixels = 6.5;

/** The answer as lines and signs that print sharp, and that differ without any colour. */
export function SceneOnPaper(props: SceneOnPaperProps): JSX.Element {
  const { scene, water, view, isOverview = false } = props;
  const line = (positions: Position[]): string => pathOf(view, positions);
  const { truck, leg, stop } = scene;
  const station = truck?.line[0];
  const waterPath = scene.water.find((mark) => mark.path.length > 1)?.path ?? [];
  const path = besideLine(waterPath, besidePixels * metersPerPixel(view));
  return (
    <svg className="paper-scene" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
      <Building scene={scene} view={view} />
      {truck && <Line name={truck.sure ? 'truck' : 'guess'} d={line(truck.line)} />}
      {!isOverview && path.length > 1 && <Line name="water-path" d={line(path)} />}
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
      {station && isOverview && (
        <At view={view} position={station}>
          <StationSign />
        </At>
      )}
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
          {!isOverview && <StopLabel scene={scene} label={stop.label} />}
        </At>
      )}
    </svg>
  );
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
  return (
    <>
      <path className="paper-building" d={d} fillRule="evenodd" />
      {building.number && (
        <At view={view} position={building.center}>
          <text className="paper-number" y="4">
            {building.number}
          </text>
        </At>
      )}
    </>
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

function StopLabel({ scene, label }: { scene: Scene; label: string }): JSX.Element {
  const { offset, anchor = 'start' } = besideLeg(scene);
  const x = Math.sign(offset[0]) * 16;
  return (
    <text className="paper-label" x={x} y="4.5" style={{ textAnchor: anchor }}>
      {label}
    </text>
  );
}

type AtProps = { view: PaperView; position: Position; children: ReactNode };

function At({ view, position, children }: AtProps): JSX.Element {
  const [x, y] = onPaper(view, position);
  return <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>{children}</g>;
}

function pathOf(view: PaperView, positions: Position[]): string {
  const points = positions.map((at) =>
    onPaper(view, at)
      .map((value) => value.toFixed(1))
      .join(' '),
  );
  return points.length === 0 ? '' : `M${points.join('L')}`;
}
