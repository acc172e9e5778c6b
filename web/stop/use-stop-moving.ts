import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import type { Words } from '../i18n/words.ts';
import type { MapView } from '../map/map-view.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { lastStop, type LonLat, noMoves, recordMove, withoutLast } from './stop-moves.ts';
import type { MovedUnit } from './use-moved-unit.ts';

export type StopMoving = {
  /** As it was planned, to compare with. */
  planned: UnitResponse;
  isMoved: boolean;
  moved: MovedUnit;
  /** Gives the keyboard to the stop on the map. */
  grasp: () => void;
  /** Null when there is nothing to take back. */
  undo: (() => void) | null;
  reset: () => void;
  /** To one of the stops that the answer offers. */
  moveTo: (stop: LonLat) => void;
};

type StopMovingInput = {
  /** Null while no unit is shown. */
  planned: UnitResponse | null;
  door: LonLat | null;
  moved: MovedUnit;
  /** The chosen stop; undefined where it was planned. */
  stop: LonLat | undefined;
  /** Which answer this is. */
  answerKey: string;
  choose: (unitId: string, stop: LonLat | null) => void;
};

/** Lets the stop of the unit shown be moved by hand, by key S, and taken back by key U. */
export function useStopMoving(
  view: MapView | null,
  { planned, door, moved, stop, answerKey, choose }: StopMovingInput,
  { t, format }: Words,
): StopMoving | null {
  const [moves, setMoves] = useState(noMoves);
  const unitId = planned?.unitId ?? '';
  const of = `${answerKey} ${unitId}`;
  const position = useStopPosition(planned, moved, stop);
  const move = (to: LonLat | null) => {
    setMoves(recordMove(moves, of, stop ?? null));
    choose(unitId, to);
  };
  const before = lastStop(moves, of);
  const undo = () => {
    if (before === undefined) return;
    setMoves(withoutLast(moves));
    choose(unitId, before);
  };
  const drop = useEffectEvent(([lon, lat]: Position) => move({ lon, lat }));
  const callSign = planned?.callSign ?? '';

  useEffect(() => {
    if (!view) return;
    const atDoor: Position | null = door && [door.lon, door.lat];
    view.hands.stop.hold(
      position &&
        atDoor && {
          position,
          door: atDoor,
          label: t('stop.handle', { callSign }),
          describe: (at) =>
            t('stop.describe', { meters: format.number(metersBetween(at, atDoor)) }),
          onDrop: (at) => drop(at),
        },
    );
  }, [view, position, door, callSign, t, format]);

  const grasp = () => view?.hands.stop.focus();
  useScreenKey('s', grasp, { isOn: position !== null });
  useScreenKey('u', undo, { isOn: before !== undefined });
  if (!planned || !position) return null;
  return {
    planned,
    isMoved: stop !== undefined,
    moved,
    grasp,
    undo: before === undefined ? null : undo,
    reset: () => move(null),
    moveTo: move,
  };
}

/** On its road when that is known, else where the hand put it. */
function useStopPosition(
  planned: UnitResponse | null,
  moved: MovedUnit,
  stop: LonLat | undefined,
): Position | null {
  const shown = stop ? (moved.isAsking ? stop : (moved.unit?.stop ?? stop)) : planned?.stop;
  const { lon, lat } = shown ?? {};
  return useMemo(() => (lon === undefined || lat === undefined ? null : [lon, lat]), [lon, lat]);
}
