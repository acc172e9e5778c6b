// Which roads closures close, as whoever draws them sees it; on an invented town, through PostGIS, the road graph and the API.

import { describe, expect, it } from 'vitest';
import { lineMeters } from '../../geo/distance.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { nearBridge, useRiverTown } from './closed-town-for-test.ts';
import type { ClosedStretches, ClosurePreview, StretchesOfClosures } from './stretches-schema.ts';

const { city, send, close, withdraw } = useRiverTown();

const junction = { type: 'Point', coordinates: at(400, 0) };
const alongSouth = { type: 'LineString', coordinates: [at(100, 3), at(300, 3)] };

async function preview(body: Record<string, unknown>) {
  const { status, body: seen } = await send('POST', '/preview', { effect: 'impassable', ...body });
  return { status, body: seen as ClosurePreview };
}

async function list(): Promise<StretchesOfClosures['closures']> {
  const { status, body } = await send('GET', '/stretches');
  expect(status).toBe(200);
  return (body as StretchesOfClosures).closures;
}

const namesOf = ({ roads }: ClosedStretches) => roads.map(({ road }) => road.name);
const soon = (millis: number): string => new Date(Date.now() + millis).toISOString();

describe('a closure that is only drawn', () => {
  it('says which streets it would close, how far, and for whom, and closes nothing', async () => {
    const { body } = await preview({ geometry: alongSouth, vehicleClasses: ['large'] });
    expect(body.unknown).toBeNull();
    const closes = body.closes!;
    expect(namesOf(closes)).toEqual(['Phố Nam']);
    expect(closes.meters).toBeCloseTo(216, -1);
    expect(closes).toMatchObject({ vehicleClasses: ['large'], onFoot: false, stretchCount: 1 });
    expect(lineMeters(closes.stretches[0]!.line)).toBeCloseTo(closes.meters, 0);
    expect((await send('GET', '?state=all')).body).toMatchObject({ total: 0 });
  });

  it('on a junction says all that meet there', async () => {
    const { closes } = (await preview({ geometry: junction })).body;
    expect(new Set(namesOf(closes!))).toEqual(new Set(['Cầu Gần', 'Phố Nam']));
    expect(closes!.meters).toBe(0);
  });

  it('that closes nothing says so, in place of being refused', async () => {
    const { status, body } = await preview({
      geometry: { type: 'Point', coordinates: at(600, 300) },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ closes: { roads: [], stretches: [], roadCount: 0 } });
  });

  it('to people only where nobody passes says that nobody is kept away by it', async () => {
    const passage = { type: 'Point', coordinates: at(650, 760) };
    const asked = { geometry: passage, vehicleClasses: ['large'], onFoot: true };
    const shut = (await preview(asked)).body.closes!;
    expect(shut).toMatchObject({ vehicleClasses: [], onFoot: true, roadCount: 1 });
    expect(shut.roads[0]!.road).toMatchObject({ name: null, class: 'footway' });
    const avoided = (await preview({ ...asked, effect: 'avoid' })).body.closes!;
    expect(avoided).toMatchObject({ onFoot: false, roadCount: 0 });
    // So it is when it is entered.
    const entered = { ...asked, effect: 'avoid', reason: 'x', by: 'y' };
    expect((await send('POST', '', entered)).status).toBe(422);
  });

  it.each([
    ['without a shape', {}, 'geometry'],
    ['of a class that is none', { geometry: junction, vehicleClasses: ['tank'] }, 'tank'],
    ['with a word that nobody knows', { geometry: junction, reason: 'x' }, 'reason'],
    [
      'over a whole country',
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [105, 20],
            [107, 22],
          ],
        },
      },
      'degrees',
    ],
  ])('%s is refused with what is wrong', async (_, body, what) => {
    const answer = await preview(body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(what);
  });
});

describe('the closures in force and to come', () => {
  it('say which streets they close, each its own, until they are withdrawn', async () => {
    expect(await list()).toEqual([]);
    const now = await close({ geometry: nearBridge });
    const later = await close({ geometry: alongSouth, effect: 'avoid', from: soon(3_600_000) });
    const [second, first] = await list();
    expect([second!.id, first!.id]).toEqual([later.id, now.id]);
    expect(namesOf(first!.closes!)).toEqual(['Cầu Gần']);
    expect(namesOf(second!.closes!)).toEqual(['Phố Nam']);
    await withdraw(now.id);
    expect((await list()).map(({ id }) => id)).toEqual([later.id]);
  });

  it('are looked at anew when the roads are others', async () => {
    const { id } = await close({ geometry: nearBridge });
    expect(namesOf((await list())[0]!.closes!)).toEqual(['Cầu Gần']);
    const { pool } = city().database;
    const rename = (name: string, before: string) =>
      pool.query('update streets set name = $1 where name = $2', [name, before]);
    await rename('Cầu Mới', 'Cầu Gần');
    await city().reloadGraph();
    const [seen] = await list();
    await rename('Cầu Gần', 'Cầu Mới');
    await city().reloadGraph();
    expect([seen!.id, namesOf(seen!.closes!)]).toEqual([id, ['Cầu Mới']]);
  });
});

describe('the description of the API', () => {
  it('has both', async () => {
    const document = await (await city().app.request('/api/openapi.json')).json();
    const { paths, components } = document as {
      paths: Record<string, Record<string, unknown>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(Object.keys(paths['/api/closures/preview']!)).toEqual(['post']);
    expect(Object.keys(paths['/api/closures/stretches']!)).toEqual(['get']);
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['ClosedStretches', 'DrawnClosure', 'ClosurePreview']),
    );
  });
});
