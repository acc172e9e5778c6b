// The plan of a door. The road graph looks for the stops of one routing data after the other; while it does, the routers
// time the drives to those that it has found.

import type { Position } from '../../geo/position.ts';
import type { ClassPlan, DoorRequest, StartPlace, StopsRequest } from '../planner/door-plan.ts';
import type { ResponseSettings } from '../planner/settings.ts';
import type { GraphAnswer } from '../road-graph/road-graph.ts';
import type { MobilisedDrives } from '../run-cards/mobilised-drives.ts';
import { chooseForAll } from './choose-units.ts';
import { compareUnits, type UnitChoice } from './describe-unit.ts';
import type { DriveSources } from './drive-times.ts';
import type { DestinationRow, UnitRow } from './queries.ts';
import type { ResponseRequest } from './schema.ts';
import { listStarts } from './sort-units.ts';
import { createWaters, type Waters } from './waters.ts';

/** Most of the time that there is: a rough answer that comes sooner is worth less than a full one in time. */
const planMillis = 1_000;

export type Planning = {
  /** What the road graph says of the door, once it has planned for every class. */
  planned: Promise<GraphAnswer<'door'>>;
  /** The best stop of every unit, in the order of the ranking; to be asked for after a plan has come. */
  choose: () => Promise<UnitChoice[]>;
  /** Looked for around the stops of the plan while drives to them are timed. */
  waters: Waters;
};

export type Door = { request: ResponseRequest; target: DestinationRow; settings: ResponseSettings };

export type DoorAsked = {
  door: DoorRequest;
  answer: Promise<GraphAnswer<'door'>>;
  /** Of the classes of these units, one ask for each routing data; what was asked before is not asked again. */
  askStops: (units: UnitRow[]) => Promise<GraphAnswer<'stops'>>[];
};

type Asked = Door & {
  sources: DriveSources;
  /** Those that can be sent. */
  units: UnitRow[];
  /** Timed along with them. */
  others: MobilisedDrives | null;
};

/**
 * Before it is known which units there are: the stops of every class are looked for along the same ways on foot, and
 * those of the classes that were there when last asked (`likely`) are looked for at once.
 */
export function askDoor(sources: DriveSources, asked: Door, likely: UnitRow[]): DoorAsked {
  const { roadGraph, deadline } = sources;
  const door = doorOf(sources, asked);
  const kept = new Map<string, Promise<GraphAnswer<'stops'>>>();
  const ask = (classes: string[], starts: StartPlace[]): Promise<GraphAnswer<'stops'>> => {
    const input = { ...door, ...describeStops(asked.request), classes, starts };
    const key = JSON.stringify(input);
    const answer = kept.get(key) ?? roadGraph.ask('stops', input, deadline.left(planMillis));
    kept.set(key, answer);
    return answer;
  };
  const answer = roadGraph.ask('door', door, deadline.left(planMillis));
  const group = (units: UnitRow[]) => groupByRouter(asked.settings, sources, units);
  // Where those on the road are now is not known yet: the graph keeps what it plans for the others. An error is for who
  // asks for the same.
  void Promise.allSettled(group(likely).map((classes) => ask(classes, [])));
  return {
    door,
    answer,
    askStops: (units) =>
      group(units).map((classes) =>
        ask(classes, listStarts(units.filter(({ vehicle_class: code }) => classes.includes(code)))),
      ),
  };
}

function describeStops({ stop }: ResponseRequest): Pick<StopsRequest, 'stop'> {
  return stop ? { stop: [stop.lon, stop.lat] } : {};
}

export function startPlanning(asked: Asked, { door, answer, askStops }: DoorAsked): Planning {
  const { settings, sources, units, others } = asked;
  const stops = askStops(units);
  const planned = allOf(stops, answer);
  const after = { ...sources, roadGraph: askedAfter(planned, sources) };
  const choices = stops.map(async (each) => {
    const found = await each;
    const plans: ClassPlan[] = found.kind === 'answer' ? found.output : [];
    return chooseForAll(after, { units, others }, { plans, door: door.door }, settings);
  });
  const waters = createWaters(sources);
  // An error is for who asks for them; without a plan nobody does.
  const choosing = Promise.allSettled([Promise.all(choices), lookAround(stops, waters)]);
  return {
    planned,
    waters,
    choose: async () => {
      const [chosen] = await choosing;
      if (chosen.status === 'rejected') throw chosen.reason;
      return chosen.value.flat().toSorted(compareUnits);
    },
  };
}

async function lookAround(asked: Promise<GraphAnswer<'stops'>>[], waters: Waters): Promise<void> {
  const answers = await Promise.all(asked);
  if (answers.some(({ kind }) => kind === 'away')) return;
  const plans = answers.flatMap((answer) => (answer.kind === 'answer' ? answer.output : []));
  waters.lookAhead(plans.flatMap(({ stops }) => stops));
}

/** Calls wait until the plan has come, and only then is it time that they take: the road graph does one after the other. */
function askedAfter(
  planned: Promise<unknown>,
  { roadGraph, deadline }: Pick<DriveSources, 'roadGraph' | 'deadline'>,
): DriveSources['roadGraph'] {
  return {
    ...roadGraph,
    ask: async (name, input, millis) => {
      await planned;
      return roadGraph.ask(name, input, deadline.left(millis));
    },
  };
}

async function allOf(
  stops: Promise<GraphAnswer<'stops'>>[],
  door: Promise<GraphAnswer<'door'>>,
): Promise<GraphAnswer<'door'>> {
  const away = (await Promise.all(stops)).find((answer) => answer.kind === 'away');
  return away ?? door;
}

function doorOf({ minute }: DriveSources, { request, target }: Door): DoorRequest {
  return {
    door: [target.lon, target.lat],
    // Which way is nearest the graph knows better: no address says that it is that one.
    roadId: target.provenance === 'nearest-way' ? null : target.road_id,
    otherDoors: target.other_doors.map(({ lon, lat, roadId }) => ({
      position: [lon, lat],
      roadId,
    })),
    ...(request.door && { doorAt: [request.door.lon, request.door.lat] satisfies Position }),
    minute,
    firstCrew: request.incidentType === 'rescue',
  };
}

/** Classes by the routing data that they drive by; first those that go on footways as well: their data are the largest. */
function groupByRouter(
  { classes: known }: ResponseSettings,
  { profileOf }: Pick<DriveSources, 'profileOf'>,
  units: UnitRow[],
): string[][] {
  const ranked = new Set(units.map(({ vehicle_class: code }) => code));
  const classes = known
    .filter(({ code }) => ranked.has(code))
    .toSorted((a, b) => Number(b.footways) - Number(a.footways))
    .map(({ code }) => code);
  return [...Map.groupBy(classes, profileOf).values()];
}
