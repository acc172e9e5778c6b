// The main job: from a place or point to the ranked units, their roads, stops, hose and water.
// Plan on the graph, time the drives, choose per unit, then draw what will be looked at first.

import type pg from 'pg';
import type { Logger } from 'pino';
import { minuteOfDay } from '../../geo/graph/day-hours.ts';
import type { Position } from '../../geo/position.ts';
import type { ClosuresInForce } from '../closures/closures-in-force.ts';
import type { DriveTables } from '../drive-table/drive-tables.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { DoorPlan } from '../planner/door-plan.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import type { UnitChoice } from './describe-unit.ts';
import { tooLate, within } from '../within.ts';
import { startDeadline, type Deadline } from './deadline.ts';
import { describeDestination, refuseFarDoor } from './destination.ts';
import { detailUnits } from './detail-units.ts';
import type { DrawingSources } from './draw-drives.ts';
import { isDegraded } from './is-degraded.ts';
import { foreseeSet } from './foresee-set.ts';
import { answerRoughly } from './fallback/rough-units.ts';
import {
  knowAccess,
  knowBuilding,
  knowSettings,
  knowStanding,
  knowTarget,
  recallUnits,
  type Standing,
} from './known.ts';
import { nameLandmarksInTime } from './name-landmarks.ts';
import { leavesTimeOpen, noteAge, noteOf } from './notes.ts';
import { sceneOf } from './supply-scene.ts';
import type { TrafficInForce } from '../traffic/traffic-in-force.ts';
import type { SettingsReader } from './read-settings.ts';
import { prepareReadBack, type ReadBackFrom } from './read-back.ts';
import type { ResponseRequest, ResponseResult } from './schema.ts';
import {
  listRoughStops,
  listStops,
  planSet,
  settingsFor,
  type SetPlan,
} from '../run-cards/set-for.ts';
import {
  describeNotRanked,
  findGaps,
  listUnplanned,
  refuseUnknown,
  sortUnits,
  type Sorted,
} from './sort-units.ts';
import { askDoor, startPlanning, type Door, type Planning } from './start-planning.ts';

export type ResponseServices = {
  database: pg.Pool;
  routers: Routers;
  roadGraph: RoadGraphClient;
  driveTables: DriveTables;
  readSettings: SettingsReader;
  closures: ClosuresInForce;
  traffic: TrafficInForce;
  log: Logger;
};

/** A dispatcher has an answer within 1.5 s; what is left of that is for the way there and back. */
const answerMillis = 1_250;
/** From then on the answer without a plan is prepared beside it. */
const planDueMillis = 300;

/** Closures that change while an answer is made must not leave it half of before and half of after. */
const maxTries = 3;
/** With less left there would be no plan at all; the page asks again by itself when closures change. */
const againMillis = 500;

export async function respond(
  services: ResponseServices,
  request: ResponseRequest,
): Promise<ResponseResult> {
  const deadline = startDeadline(answerMillis);
  for (let tries = 1; ; tries++) {
    const closures = services.closures.key();
    const result = await respondBy(deadline, services, request);
    const isLast = tries === maxTries || deadline.left(againMillis) < againMillis;
    if (isLast || services.closures.key() === closures) return result;
  }
}

async function respondBy(
  deadline: Deadline,
  services: ResponseServices,
  request: ResponseRequest,
): Promise<ResponseResult> {
  const { database, log } = services;
  const wait = { deadline, log };
  // What comes first may be refused before this one is waited for.
  const reading = Promise.allSettled([
    knowStanding(database, wait),
    knowBuilding(database, request, wait),
  ]);
  const [target, settings] = await Promise.all([
    knowTarget(database, request, wait),
    knowSettings(database, services.readSettings, request, wait),
  ]);
  refuseUnknown(request, settings.value);
  refuseFarDoor(request, target.value, settings.value.parameters);
  const known = {
    request,
    target: target.value,
    settings: settingsFor(request, settings.value),
  };
  const sources = sourcesOf(services, deadline, known);
  const likely = sortUnits(recallUnits(database), request, known.settings).ranked;
  const door = askDoor(sources, known, likely);
  const [standing, building] = await reading;
  if (standing.status === 'rejected') throw standing.reason;
  if (building.status === 'rejected') throw building.reason;
  const asked = toAsked({
    ...known,
    ...standing.value.value,
    sources,
    target: { ...target.value, ...building.value.value.row },
    isBuildingUnread: building.value.value.isUnread,
  });
  const { sorted, set } = asked;
  const units = sorted.ranked;
  const planning = startPlanning({ ...asked, units, others: set?.drives ?? null }, door);
  const ages = [target, settings, standing.value, building.value].map(
    ({ ageMillis }) => ageMillis ?? 0,
  );
  return noteAge(await respondAsPlanned(asked, planning), Math.max(...ages));
}

type Known = Standing &
  Door & {
    sources: DrawingSources;
    isBuildingUnread: boolean;
  };

type Asked = Known & {
  sorted: Sorted;
  set: SetPlan | null;
  readBackFrom: ReadBackFrom;
};

function sourcesOf(
  services: ResponseServices,
  deadline: Deadline,
  { request, settings: { classes, parameters } }: Pick<Known, 'request' | 'settings'>,
): DrawingSources {
  const when = request.at === undefined ? new Date() : new Date(request.at);
  return {
    ...services,
    parameters,
    deadline,
    minute: minuteOfDay(when, parameters.text('city_time_zone')),
    profileOf: (code) => classes.find((each) => each.code === code)?.routingProfile ?? code,
  };
}

function toAsked(known: Known): Asked {
  const { units, request, settings, target, sources } = known;
  return {
    ...known,
    sorted: sortUnits(units, request, settings),
    set: planSet(known),
    readBackFrom: prepareReadBack(sources, target),
  };
}

/** In full as soon as there is a plan; until then the rough answer is made beside it. */
async function respondAsPlanned(
  asked: Asked,
  { planned, ...plan }: Planning,
): Promise<ResponseResult> {
  const { deadline } = asked.sources;
  const due = await within(planned, deadline.left(planDueMillis));
  if (due !== tooLate && due.kind === 'answer') return respondInFull(asked, due.output, plan);
  const beside = Promise.allSettled([respondRoughly(asked)]);
  const answer = await planned;
  if (answer.kind === 'answer') return respondInFull(asked, answer.output, plan);
  const [roughly] = await beside;
  if (roughly.status === 'rejected') throw roughly.reason;
  return roughly.value;
}

async function respondInFull(
  asked: Asked,
  plan: DoorPlan,
  { choose, waters }: Pick<Planning, 'choose' | 'waters'>,
): Promise<ResponseResult> {
  const { request, target, settings, city, sources, sorted } = asked;
  const door: Position = [target.lon, target.lat];
  const all = await choose();
  const choices = all.filter((choice) => !hasNoTime(choice));
  const makeSet = asked.set?.start(listStops(choices));
  const knowingScene = foreseeSet(makeSet, choices, asked).then((recommended) =>
    sceneOf(all, { ...asked, recommended }),
  );
  const approach = choices[0]?.choice?.stop.point ?? door;
  const [{ units: detailed, support }, readBack] = await Promise.all([
    detailUnits(sources, choices, {
      plan,
      waters,
      door,
      settings,
      knowingScene,
      floors: target.floors,
      areNamed: request.unitIds !== undefined,
    }),
    asked.readBackFrom(approach),
  ]);
  const answered = request.landmarks ? await nameLandmarksInTime(sources, detailed) : detailed;
  const notRanked = [
    ...sorted.notRanked,
    ...listUnplanned(sorted.ranked, all),
    ...all.filter(hasNoTime).map(({ unit, why }) => describeNotRanked(unit, why!)),
  ];
  return {
    destination: describeDestination(target, request, {
      plan,
      settings,
      readBack,
      scene: await knowingScene,
      isUnread: asked.isBuildingUnread,
    }),
    units: answered,
    support,
    notRanked,
    set: (await makeSet?.({ units: answered, notRanked })) ?? null,
    notes: findGaps(asked, { isOffRoad: !plan.access }),
    degraded: isDegraded(all, answered),
    synthetic: city.synthetic,
    dataVersion: plan.version,
  };
}

function hasNoTime({ why }: UnitChoice): boolean {
  return why !== null && leavesTimeOpen(why);
}

/** Without a plan of the road graph: who is soonest near the door, and no more. */
async function respondRoughly(asked: Asked): Promise<ResponseResult> {
  const { request, target, settings, city, sources, sorted } = asked;
  const door: Position = [target.lon, target.lat];
  const [access, readBack] = await Promise.all([knowDoor(asked), asked.readBackFrom(door)]);
  const { stop } = request;
  const scene = sceneOf([], { ...asked, recommended: [] });
  const rough = await answerRoughly(
    sources,
    { units: sorted.ranked, classes: settings.classes },
    { door, access, chosen: stop ? [stop.lon, stop.lat] : null },
  );
  const notRanked = [
    ...sorted.notRanked,
    ...rough.notRanked.map(({ unit, why }) => describeNotRanked(unit, why)),
  ];
  const makeSet = asked.set?.start(listRoughStops(rough.units));
  return {
    destination: describeDestination(target, request, {
      plan: null,
      settings,
      readBack,
      scene,
      isUnread: asked.isBuildingUnread,
    }),
    units: rough.units,
    support: null,
    notRanked,
    set: (await makeSet?.({ units: rough.units, notRanked })) ?? null,
    notes: [noteOf('graph-away'), ...findGaps(asked, { isOffRoad: false })],
    degraded: true,
    synthetic: city.synthetic,
    dataVersion: city.version,
  };
}

/** Where the dispatcher says that the door meets its road, else where the register says. */
async function knowDoor(asked: Asked): ReturnType<typeof knowAccess> {
  const { request, target, sources, settings } = asked;
  const { door } = request;
  if (door) return { point: [door.lon, door.lat], road: null };
  const { database, deadline, log } = sources;
  const reaches = {
    maxMeters: settings.parameters.number('door_snap_max'),
    linkMeters: settings.parameters.number('door_link_max'),
  };
  return knowAccess(database, target, reaches, { deadline, log });
}
