import { useMemo, useState } from 'react';
import type { Position } from '../../geo/position.ts';
import type { MeasureBy } from '../api.ts';
import type { Words } from '../i18n/words.ts';
import type { MapView } from '../map/map-view.ts';
import type { ToolMarks } from '../map/tool-marks.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { type Measured, sumLegs } from './measure-legs.ts';
import { metersText } from './meters-text.ts';
import { type TakePoint, useTakenPoints } from './use-taken-points.ts';
import { type StreetLegs, useStreetLegs } from './use-street-legs.ts';

export type Measure = {
  points: Position[];
  measured: Measured;
  street: StreetLegs;
  by: MeasureBy;
  setBy: (by: MeasureBy) => void;
  takePoint: TakePoint | null;
  removeLast: () => void;
  clear: () => void;
  marks: ToolMarks['measure'];
};

/** As many as the server takes; nobody counts further. */
const mostPoints = 50;
const noPoints: Position[] = [];

/** Points put on the map, and the ways between them; only while the tool is open. */
export function useMeasure(
  view: MapView | null,
  { isOn, words }: { isOn: boolean; words: Words },
): Measure {
  const [points, setPoints] = useState<Position[]>([]);
  const [by, setBy] = useState<MeasureBy>('foot');
  const street = useStreetLegs(isOn ? points : noPoints, by);
  const measured = useMemo(
    () =>
      sumLegs(
        points,
        street.legs.map((leg) => leg?.meters ?? null),
      ),
    [points, street.legs],
  );
  const marks = useMemo(
    () => ({
      points,
      street: street.legs.flatMap((leg) => (leg ? [leg.line] : [])),
      labels: ['', ...measured.running.map((meters) => metersText(meters, words))],
    }),
    [points, street.legs, measured, words],
  );
  const add = ({ lon, lat }: { lon: number; lat: number }) =>
    setPoints((before) => (before.length < mostPoints ? [...before, [lon, lat]] : before));
  const removeLast = () => setPoints((before) => before.slice(0, -1));

  const takePoint = useTakenPoints(view, { isOn, take: add });
  useScreenKey('Backspace', removeLast, { isOn });

  return {
    points,
    measured,
    street,
    by,
    setBy,
    takePoint,
    removeLast,
    clear: () => setPoints([]),
    marks: isOn ? marks : null,
  };
}
