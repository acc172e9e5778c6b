// On which side the goal lies, by both routers, through the real import, OSRM, road graph and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, serveCity, type MiniCity } from './mini-city-for-test.ts';
import type { ResponseResult } from './schema.ts';

/** A street from west to east with a station at either end; an alley of people goes off to the north, one goes on at the east end. */
const world = {
  nodes: {
    west: [0, 0], mouth: [400, 0], east: [800, 0], beyond: [900, 0], top: [400, 200],
  },
  ways: [
    {
      nodes: ['west', 'mouth', 'east'],
      tags: { highway: 'secondary', name: 'Phố Khương Hạ', width: '9' },
    },
    {
      nodes: ['mouth', 'top'],
      tags: { highway: 'service', name: 'Ngõ 29 Phố Khương Hạ', width: '1.5' },
    },
    { nodes: ['east', 'beyond'], tags: { highway: 'service', service: 'alley', width: '1.5' } },
  ],
} satisfies Parameters<typeof openMiniCity>[0]; // prettier-ignore

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, {
    stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(5, 5)}\nB,Đội Đông,${lonLat(795, 5)}\n`,
    units:
      'id,call_sign,station_id,vehicle_class\n1,TÂY,A,large\n2,ĐÔNG,B,large\n3,MÔ TÔ,A,motorbike\n',
  });
}, 120_000);
afterAll(() => city.close());

type Place = [east: number, north: number];

function goalsOf({ units }: ResponseResult, router: string) {
  return Object.fromEntries(
    units.map(({ callSign, drive }) => {
      expect(drive!.router).toBe(router);
      expect(drive!.steps.at(-1)!.code).toBe('arrive');
      expect(drive!.steps.slice(0, -1).every(({ goal }) => goal === undefined)).toBe(true);
      const { kind, side, road } = drive!.steps.at(-1)!.goal ?? {};
      return [callSign, [kind, side, ...(road ? [road.name] : [])].join(' ').trim()];
    }),
  );
}

const point = ([lon, lat]: number[]) => ({ lon, lat });

/** What each unit is told at its arrival, by call sign. */
async function goalsAt(to: Place, router: string) {
  const { body } = await city.respond(point(at(...to)));
  return goalsOf(body, router);
}

/** What the large engine from the west is told at a stop that the dispatcher chose. */
async function goalFrom(stop: Place, to: Place, router: string) {
  const target = point(at(...to));
  const { units } = (await city.respond(target)).body;
  const { unitId } = units.find(({ callSign }) => callSign === 'TÂY')!;
  const { body } = await city.respond({
    ...target,
    unitIds: [unitId],
    stop: point(at(...stop)),
  });
  return goalsOf(body, router)['TÂY'];
}

it('while the road graph is away, the house lies beside the place where it meets its road', async () => {
  const served = await serveCity(city.database, city.osrm, undefined, { isLoading: true });
  const respond = async (body: object) => {
    const answer = await served.app.request('/api/response', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as ResponseResult;
  };
  const target = point(at(200, 12));
  const answer = await respond(target);
  expect(answer.notes.map(({ code }) => code)).toContain('graph-away');
  expect(goalsOf(answer, 'osrm')).toEqual({
    TÂY: 'place left',
    ĐÔNG: 'place right',
    'MÔ TÔ': 'place left',
  });
  const { unitId } = answer.units.find(({ callSign }) => callSign === 'TÂY')!;
  const chosen = await respond({ ...target, unitIds: [unitId], stop: point(at(300, 0)) });
  expect(goalsOf(chosen, 'osrm')).toEqual({ TÂY: '' });
  await served.close();
});

describe.each(['osrm', 'graph'])('at the arrival by %s', (router) => {
  beforeAll(async () => {
    if (router === 'graph') await Promise.all(Object.values(city.osrm).map((each) => each.stop()));
  });

  it('the house lies on the side on which its door is, as the unit comes', async () => {
    const north = { TÂY: 'place left', ĐÔNG: 'place right', 'MÔ TÔ': 'place left' };
    const south = { TÂY: 'place right', ĐÔNG: 'place left', 'MÔ TÔ': 'place right' };
    expect(await goalsAt([200, 8], router)).toEqual(north);
    expect(await goalsAt([200, -8], router)).toEqual(south);
    // So far off that hose is laid to it from the street.
    expect(await goalsAt([200, -40], router)).toEqual(south);
  });

  it('nothing is said of a door on the line of the street itself', async () => {
    expect(await goalsAt([200, 2], router)).toEqual({ TÂY: '', ĐÔNG: '', 'MÔ TÔ': '' });
  });

  it('where people go on by an alley, its mouth lies on a side', async () => {
    expect(await goalsAt([390, 120], router)).toEqual({
      TÂY: 'way left Ngõ 29 phố Khương Hạ',
      ĐÔNG: 'way right Ngõ 29 phố Khương Hạ',
      'MÔ TÔ': 'place left',
    });
  });

  it('nothing is said of an alley that goes straight on', async () => {
    expect((await goalsAt([880, 10], router))['TÂY']).toBe('');
  });

  it('from a stop of the dispatcher’s the house is told beside it, and the way on elsewhere', async () => {
    expect(await goalFrom([196, 0], [200, 12], router)).toBe('place left');
    expect(await goalFrom([150, 0], [200, 12], router)).toBe('');
    expect(await goalFrom([400, 0], [390, 120], router)).toBe('way left');
  });
});
