// Where the answer to a request meets the run cards.

import type { Position } from '../../geo/position.ts';
import { rankByCrew } from '../planner/rank-by-crew.ts';
import type { ResponseSettings, VehicleClass } from '../planner/settings.ts';
import type { DestinationRow } from '../response/queries.ts';
import type { UnitChoice } from '../response/describe-unit.ts';
import type { ResponseRequest, ResponseResult, UnitResponse } from '../response/schema.ts';
import type { DriveSources } from '../response/drive-times.ts';
import { createMobilisedDrives, type MobilisedDrives } from './mobilised-drives.ts';
import { capabilityOf } from './mobilised-offers.ts';
import type { MobilisedRow } from './queries.ts';
import { readCard, recommendSet } from './recommend-set.ts';
import type { RecommendedSet } from './schema.ts';
import type { OwnStop } from './stand-of-class.ts';
import { timeMobilised } from './time-mobilised.ts';

/** The same classes, ranked as the incident wants it. */
export function settingsFor(
  { incidentType }: Pick<ResponseRequest, 'incidentType'>,
  settings: ResponseSettings,
): ResponseSettings {
  if (incidentType !== 'rescue') return settings;
  return { ...settings, classes: settings.classes.map(rankByCrew) };
}

export type SetAsked = {
  request: ResponseRequest;
  target: DestinationRow;
  settings: ResponseSettings;
  mobilised: MobilisedRow[];
  sources: DriveSources;
};

export type MakeSet = (
  answer: Pick<ResponseResult, 'units' | 'notRanked'>,
) => Promise<RecommendedSet>;

/** What others may bring, and the set that it becomes part of. */
export type SetPlan = {
  drives: MobilisedDrives;
  /** Times what others bring as soon as it is known where own units stop, while the rest of the answer is made. */
  start: (own: OwnStop[]) => MakeSet;
};

/** null where only some units were asked for: a set is made of all. */
export function planSet({
  request,
  target,
  settings,
  mobilised,
  sources,
}: SetAsked): SetPlan | null {
  if (request.unitIds || request.vehicleClass !== undefined) return null;
  const { incidentType = 'fire', alarmLevel = 1, chosen, withUnitIds: withIds = [] } = request;
  const { use, floors } = target;
  const card = readCard({ incidentType, alarmLevel, use, floors }, settings);
  const wanted = new Set(card.requirements.map(({ capability }) => capability));
  const door: Position = [target.lon, target.lat];
  const { classes } = settings;
  const ofClass = Map.groupBy(
    mobilised.filter(
      ({ kind, vehicle_id: id }) => wanted.has(capabilityOf(kind)) || withIds.includes(id),
    ),
    (row) => classOfOthers(row, classes),
  );
  const drives = createMobilisedDrives(ofClass, { door, withIds, parameters: settings.parameters });
  const time = (own: OwnStop[]) => timeMobilised(sources, { own, classes, door, ofClass, drives });
  return {
    drives,
    start(own) {
      // The rest may fail before this one is waited for.
      const timing = Promise.allSettled([time(own)]);
      return async (answer) => {
        const [timed] = await timing;
        if (timed.status === 'rejected') throw timed.reason;
        const coming = new Set(answer.units.filter(({ stop }) => stop).map(({ unitId }) => unitId));
        const left = own.filter(({ unitId }) => coming.has(unitId));
        // The way of one turned out to be closed: nobody stops there.
        const others = left.length < own.length ? await time(left) : timed.value;
        return recommendSet(card, { ...answer, mobilised: others, chosen, withIds }, settings);
      };
    },
  };
}

/** One that its owner gave no class takes the roads of the class of its kind, else of the heaviest. */
export function classOfOthers(
  { vehicle_class: code, kind }: Pick<MobilisedRow, 'vehicle_class' | 'kind'>,
  classes: VehicleClass[],
): string {
  const ofKind = classes.find((each) => each.code === kind);
  const [heaviest] = classes.toSorted((a, b) => b.weightTonnes - a.weightTonnes);
  return code ?? ofKind?.code ?? heaviest?.code ?? '';
}

export function listStops(choices: UnitChoice[]): OwnStop[] {
  return choices.flatMap(({ unit, choice }) => {
    if (!choice) return [];
    const { stop, clocks } = choice;
    const walkingSeconds = clocks.parts?.walking ?? 0;
    const { unit_id: unitId, vehicle_class: vehicleClass } = unit;
    return [{ unitId, vehicleClass, point: stop.point, stop, walkingSeconds }];
  });
}

/** Without a plan, so that nobody knows how much hose they take. */
export function listRoughStops(units: UnitResponse[]): OwnStop[] {
  return units.flatMap(({ unitId, vehicleClass, stop, parts }) => {
    if (!stop) return [];
    const walkingSeconds = parts?.walking ?? 0;
    const point: Position = [stop.lon, stop.lat];
    return [{ unitId, vehicleClass, point, stop: null, walkingSeconds }];
  });
}
