// Who of many units is described in full, and who only when asked for by name.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import type { ResponseResult } from './schema.ts';

const lonLat = (east: number, north: number): string =>
  at(east, north)
    .map((degrees) => degrees.toFixed(7))
    .join(',');

const today = new Date().toISOString().slice(0, 10);
const classes = [...Array<string>(5).fill('large'), ...Array<string>(3).fill('motorbike')];

/** Of the other station. */
const farther = new Set([3, 4, 7]);

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], middle: [500, 0], east: [900, 0], end: [500, 150] },
      ways: [
        {
          nodes: ['west', 'middle', 'east'],
          tags: { highway: 'secondary', name: 'Phố Dài', width: '9' },
        },
        // Nobody measured it.
        { nodes: ['middle', 'end'], tags: { highway: 'service', name: 'Ngõ 5 Phố Dài' } },
      ],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Gần,${lonLat(60, 5)}\nB,Đội Xa,${lonLat(5, 5)}\n`,
      units: [
        'id,call_sign,station_id,vehicle_class',
        ...classes.map(
          (code, index) =>
            `${index + 1},XE 0${index + 1},${farther.has(index) ? 'B' : 'A'},${code}`,
        ),
      ].join('\n'),
      'water-points': [
        'id,kind,lon,lat,status,flow_lps,tested_on',
        `h1,hydrant,${lonLat(700, 6)},working,15,${today}`,
      ].join('\n'),
    },
  );
}, 60_000);
afterAll(() => city.close());

const [lon, lat] = at(750, 20);

async function ask(more: object = {}): Promise<ResponseResult> {
  const { status, body } = await city.respond({ lon, lat, ...more });
  expect(status).toBe(200);
  return body;
}

const inFull = ({ units }: ResponseResult) => units.map(({ water }) => water !== null);
const drawn = ({ units }: ResponseResult) => units.map(({ drive }) => drive?.geometry != null);

it('the first three come with water and a way', async () => {
  const answer = await ask();
  expect(answer.units.map(({ vehicleClass }) => vehicleClass)).toEqual(classes);
  expect(inFull(answer)).toEqual(classes.map((_, index) => index < 3));
  expect(drawn(answer)).toEqual(inFull(answer));
});

it('the others come with it when they are asked for, up to twelve at once', async () => {
  const { units } = await ask();
  const named = await ask({ unitIds: units.slice(1, 5).map(({ unitId }) => unitId) });
  expect(inFull(named)).toEqual([true, true, true, true]);
  expect(drawn(named)).toEqual([true, true, true, true]);
});

const hedges = ({ units }: ResponseResult) =>
  units
    .filter(({ role }) => role === 'first-attack')
    .map(({ notes }) =>
      notes.map(({ code }) => code).filter((code) => code.startsWith('if-narrower')),
    );

it('what follows where an assumed width is too little is told of them only', async () => {
  const [east, north] = at(500, 140);
  const answer = await ask({ lon: east, lat: north });
  expect(hedges(answer)).toEqual([[], [], []]);
  const motorbikes = answer.units.filter(({ role }) => role === 'first-attack');
  const unitIds = motorbikes.slice(1).map(({ unitId }) => unitId);
  const named = await ask({ lon: east, lat: north, unitIds });
  expect(hedges(named)).toEqual([['if-narrower'], ['if-narrower']]);
});

it('in a rescue the first that brings water is told in full, however many crews come before it', async () => {
  const answer = await ask({ incidentType: 'rescue' });
  const water = answer.units.findIndex(({ role }) => role === 'water');
  expect(water).toBeGreaterThan(2);
  expect(answer.units[water]?.water?.status).toBe('found');
  expect(answer.support?.supply).not.toBeNull();
});

it('where closures are in force, also the ways of the first six and of the first two of each class', async () => {
  const away = { type: 'Point', coordinates: at(890, 0) };
  const close = async (vehicleClass: string): Promise<() => Promise<unknown>> => {
    const path = '/api/closures';
    const headers = { 'Content-Type': 'application/json' };
    const said = { effect: 'avoid', reason: 'thử', by: 'Lan', vehicleClasses: [vehicleClass] };
    const body = JSON.stringify({ geometry: away, ...said });
    const drawn = await city.app.request(path, { method: 'POST', headers, body });
    const { id } = (await drawn.json()) as { id: number };
    const ended = { method: 'DELETE', headers, body: JSON.stringify({ by: 'Lan' }) };
    return async () => city.app.request(`${path}/${id}`, ended);
  };
  const endMotorbikes = await close('motorbike');
  expect(drawn(await ask())).toEqual([true, true, true, false, false, true, true, false]);
  await endMotorbikes();
  const endLarge = await close('large');
  expect(drawn(await ask())).toEqual([true, true, true, true, true, false, false, false]);
  await endLarge();
});

it('a unit of a class that the road graph does not know yet is named, and why it is not ranked', async () => {
  const { pool } = city.database;
  await pool.query(
    `insert into vehicle_classes
     select (jsonb_populate_record(c, jsonb_build_object('code', 'foam', 'valid_from', current_date + 1, 'valid_to', null))).*
     from vehicle_classes c where code = 'motorbike'`,
  );
  await pool.query("update units set vehicle_class = 'foam' where call_sign = 'XE 08'");
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const { units, notRanked } = await ask({ at: tomorrow });
  expect(units).toHaveLength(classes.length - 1);
  expect(notRanked).toMatchObject([
    { callSign: 'XE 08', why: { code: 'unknown-class', params: { vehicleClass: 'foam' } } },
  ]);
});
