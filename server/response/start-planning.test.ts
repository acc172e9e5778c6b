// The plan comes class by class, and what is asked of the road graph for the first must not run out of time while it is
// still busy with the last.

import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { shippedParameters } from '../planner/settings-for-test.ts';
import { createRouters, type Routers } from '../osrm-client/routers.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { createMobilisedDrives, type MobilisedDrives } from '../run-cards/mobilised-drives.ts';
import type { MobilisedRow } from '../run-cards/queries.ts';
import { findStand } from '../run-cards/stand-of-class.ts';
import { listStops } from '../run-cards/set-for.ts';
import { tooLate, within } from '../within.ts';
import { startDeadline } from './deadline.ts';
import type { DriveSources } from './drive-times.ts';
import { knowStanding, knowTarget, recallUnits } from './known.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import { createSettingsReader } from './read-settings.ts';
import type { UnitRow } from './queries.ts';
import { askDoor, startPlanning } from './start-planning.ts';

const lonLat = (east: number, north: number) => at(east, north).join(',');

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], east: [900, 0] },
      ways: [{ nodes: ['west', 'east'], tags: { highway: 'secondary', name: 'Phố Dài' } }],
    },
    {
      stations: `id,name,lon,lat\nA,Đội A,${lonLat(60, 5)}\n`,
      units: [
        'id,call_sign,station_id,vehicle_class',
        '1,XE 01,A,large',
        '2,XE 02,A,small',
        '3,XE 03,A,motorbike',
      ].join('\n'),
    },
  );
}, 60_000);
afterAll(() => city.close());

/** As the real one does: one call after the other; but the stops of some class take it long. */
function slowAt(vehicleClass: string, millis: number): RoadGraphClient {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...city.roadGraph,
    ask: async (name, input, millisLeft) => {
      const turn = last.then(async () => {
        if (name === 'stops' && JSON.stringify(input).includes(vehicleClass)) await sleep(millis);
        return city.roadGraph.ask(name, input, 1_000);
      });
      last = turn;
      const answer = await within(turn, millisLeft);
      return answer === tooLate ? { kind: 'away', why: 'late' } : answer;
    },
  };
}

type With = {
  routers?: Routers;
  others?: MobilisedDrives | null;
  likely?: UnitRow[];
  /** In place of those of the register. */
  units?: UnitRow[];
};

/** Without routers but for those that are given. */
async function planWith(
  roadGraph: RoadGraphClient,
  { routers, others = null, likely = [], units }: With = {},
) {
  const { pool: database } = city.database;
  const log = pino({ level: 'silent' });
  const deadline = startDeadline(1_250);
  const [lon, lat] = at(700, 10);
  const request = { lon, lat };
  const settings = await createSettingsReader(database).readSettings();
  const [target, standing] = await Promise.all([
    knowTarget(database, request, { deadline, log }),
    knowStanding(database, { deadline, log }),
  ]);
  const away = createRouters({ urls: {} });
  const asked = { request, target: target.value, settings };
  const sources: DriveSources = {
    routers: routers ?? away,
    roadGraph,
    driveTables: city.driveTables,
    database,
    parameters: settings.parameters,
    minute: null,
    profileOf: (code) => code,
    deadline,
    log,
  };
  const { planned, choose, waters } = startPlanning(
    { ...asked, units: units ?? standing.value.units, others, sources },
    askDoor(sources, asked, likely),
  );
  const { kind } = await planned;
  const choices = await choose();
  await away.close();
  const stops = choices.flatMap(({ choice }) => (choice ? [choice.stop] : []));
  return {
    answer: { kind, routers: choices.map(({ unit, router }) => `${unit.call_sign} ${router}`) },
    stops,
    waters,
    choices,
    sources,
  };
}

it('who was planned for first is timed by the graph, however long it takes with the last', async () => {
  const byGraph = ['XE 02 graph', 'XE 01 graph', 'XE 03 graph'];
  for (const vehicleClass of ['small', 'large'])
    expect((await planWith(slowAt(vehicleClass, 450))).answer).toEqual({
      kind: 'answer',
      routers: byGraph,
    });
});

it('a plan that lacks a class is none', async () => {
  expect((await planWith(slowAt('small', 1_100))).answer).toMatchObject({ kind: 'away' });
});

function noteAsked(): { asked: string[]; noting: RoadGraphClient } {
  const asked: string[] = [];
  const noting: RoadGraphClient = {
    ...city.roadGraph,
    ask: (name, input, millis) => {
      asked.push(name);
      return city.roadGraph.ask(name, input, millis);
    },
  };
  return { asked, noting };
}

it('the stops of units that were there when last asked are looked for ahead, and only those of others anew', async () => {
  const { pool: database } = city.database;
  const log = pino({ level: 'silent' });
  const { value } = await knowStanding(database, { deadline: startDeadline(1_000), log });
  expect(recallUnits(database)).toEqual(value.units);
  // One of them has left its station: its class is asked for anew, with where it starts.
  const [first, ...others] = value.units;
  const { lon, lat } = first!;
  const left = { ...first!, start_id: -1, position_lon: lon, position_lat: lat };
  for (const [likely, units, asks] of [
    [[], value.units, 3],
    [value.units, value.units, 3],
    [value.units.slice(0, 1), value.units, 3],
    [[left, ...others], value.units, 3],
    [value.units, [left, ...others], 4],
    [[left, ...others], [left, ...others], 4],
  ] as const satisfies [UnitRow[], UnitRow[], number][]) {
    const { asked, noting } = noteAsked();
    const { answer } = await planWith(noting, { likely, units });
    expect(answer).toEqual((await planWith(city.roadGraph, { units })).answer);
    expect(asked.slice(0, 1 + likely.length)).toEqual(['door', ...likely.map(() => 'stops')]);
    expect(asked.filter((name) => name === 'stops')).toHaveLength(asks);
  }
});

it('water is looked for once, as soon as there are stops', async () => {
  const { asked, noting } = noteAsked();
  const { stops, waters } = await planWith(noting);
  const before = [...asked];
  expect(before.filter((name) => name === 'water')).toHaveLength(1);
  const waterOf = await waters.of(stops);
  expect(asked).toEqual(before);
  const [first] = stops;
  expect(waterOf!(first!)).toEqual((await city.roadGraph.call('water', [first!.hoseStart]))[0]);
});

/** Of others, at another place than the station: timed along with own units, and once more by itself. */
async function timeCrane(roadGraph: RoadGraphClient) {
  const tables: string[] = [];
  const routers: Routers = {
    ...city.routers,
    table: (code, request) => {
      tables.push(`${code} ${request.sources.length}`);
      return city.routers.table(code, request);
    },
  };
  const [lon, lat] = at(300, 5);
  const crane: MobilisedRow = {
    vehicle_id: 'mobilised:1',
    kind: 'crane',
    name: 'CẨU 1',
    owner: 'Công ty A',
    phone: null,
    call_out_min: 15,
    tank_l: null,
    ladder_m: null,
    vehicle_class: 'large',
    status: 'available',
    lon,
    lat,
  };
  const door = at(700, 10);
  const ofClass = new Map([['large', [crane]]]);
  const drives = () => createMobilisedDrives(ofClass, { door, parameters: shippedParameters });
  const others = drives();
  const { choices, sources } = await planWith(roadGraph, { routers, others });
  const classes = choices.map(({ vehicle }) => vehicle);
  const large = classes.find(({ code }) => code === 'large')!;
  const stand = findStand(large, { own: listStops(choices), classes, door });
  const timed = await others.timeTo(sources, large, stand);
  const together = tables.toSorted();
  const alone = await drives().timeTo(sources, large, stand);
  return { timed, together, alone };
}

it('vehicles of others are timed in the table of own units of their class, where that has one stop', async () => {
  const { timed, together, alone } = await timeCrane(city.roadGraph);
  expect(together).toEqual(['large 2', 'motorbike 1', 'small 1']);
  expect(timed).toEqual(alone);
  expect(timed[0]).toMatchObject({ router: 'osrm', isKnown: true, isUnchecked: false });
  expect(timed[0]!.seconds).toBeGreaterThan(10);
});

it('a vehicle of others whose way the road graph did not look at in time says so', async () => {
  const isLate: RoadGraphClient = {
    ...city.roadGraph,
    ask: (name, input, millis) =>
      name === 'settle'
        ? Promise.resolve({ kind: 'away', why: 'late' })
        : city.roadGraph.ask(name, input, millis),
  };
  const { timed } = await timeCrane(isLate);
  expect(timed).toEqual([
    { router: 'osrm', seconds: expect.any(Number), isKnown: false, isUnchecked: true },
  ]);
});
