// The plan comes class by class, and what is asked of the road graph for the first must not run out of time while it is
// still busy with the last.

import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { createRouters } from '../osrm-client/routers.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { tooLate, within } from '../within.ts';
import { startDeadline } from './deadline.ts';
import type { DriveSources } from './drive-times.ts';
import { knowStanding, knowTarget } from './known.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import { createSettingsReader } from './read-settings.ts';
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

async function planWith(roadGraph: RoadGraphClient) {
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
  const routers = createRouters({ urls: {} });
  const asked = { request, target: target.value };
  const sources: DriveSources = {
    routers,
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
    { ...asked, settings, units: standing.value.units, others: null, sources },
    askDoor(sources, asked),
  );
  const { kind } = await planned;
  const choices = await choose();
  await routers.close();
  const stops = choices.flatMap(({ choice }) => (choice ? [choice.stop] : []));
  return {
    answer: { kind, routers: choices.map(({ unit, router }) => `${unit.call_sign} ${router}`) },
    stops,
    waters,
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

it('water is looked for once, as soon as there are stops', async () => {
  const asked: string[] = [];
  const noting: RoadGraphClient = {
    ...city.roadGraph,
    ask: (name, input, millis) => {
      asked.push(name);
      return city.roadGraph.ask(name, input, millis);
    },
  };
  const { stops, waters } = await planWith(noting);
  const before = [...asked];
  expect(before.filter((name) => name === 'water')).toHaveLength(1);
  const waterOf = await waters.of(stops);
  expect(asked).toEqual(before);
  const [first] = stops;
  expect(waterOf!(first!)).toEqual((await city.roadGraph.call('water', [first!.hoseStart]))[0]);
});
