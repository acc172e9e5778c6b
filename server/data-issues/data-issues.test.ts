import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { serveCity } from '../response/mini-city-for-test.ts';
import type { DataIssue, DataIssues } from './schema.ts';

type Served = Awaited<ReturnType<typeof serveCity>>;
type Answer = { status: number; body: DataIssue & { error?: { code: string; message: string } } };

let database: TestDatabase;
let served: Served;
let sent = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  served = await serveCity(database, {});
}, 60_000);

beforeEach(async () => {
  await database.pool.query('truncate data_issues restart identity');
  await database.pool.query('delete from cities');
});

afterAll(async () => {
  await served.close();
  await database.drop();
});

async function post(path: string, body: unknown): Promise<Answer> {
  const answer = await served.app.request(`/api/data-issues${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

function newIssue(told: object = {}): Record<string, unknown> {
  return {
    clientKey: `key-of-the-test-${++sent}`,
    subject: { kind: 'map' },
    lon: 105.81,
    lat: 21.01,
    dataVersion: '7',
    ...told,
  };
}

async function report(told: object = {}): Promise<DataIssue> {
  const { status, body } = await post('', newIssue(told));
  expect(body.error).toBeUndefined();
  expect(status).toBe(201);
  return body;
}

async function list(query = ''): Promise<DataIssues> {
  return (await (await served.app.request(`/api/data-issues${query}`)).json()) as DataIssues;
}

const readFile = (name: string) => served.app.request(`/api/data-issues.${name}`);

async function loadCity(synthetic: boolean): Promise<void> {
  await database.pool.query(
    `insert into cities (name, synthetic, extent)
     values ('Thử', $1, st_makeenvelope(105.8, 21, 105.82, 21.02, 4326))`,
    [synthetic],
  );
}

test('a report keeps what was on the screen, who wrote it and when, and counts as unverified', async () => {
  const kept = await report({
    subject: { kind: 'stop', id: 'unit:3', label: 'đầu ngách 70 (2,1 m*)' },
    place: { id: 'address:12', label: 'Số 37, ngách 29/70 phố Khương Hạ' },
    note: ' Ngách có cọc\nxe không vào được ',
    by: 'Lan',
    dataVersion: '41',
    seenAt: '2026-03-31T08:15:00Z',
  });
  expect(kept).toMatchObject({
    state: 'open',
    stateBy: null,
    subjectKind: 'stop',
    subjectId: 'unit:3',
    subjectLabel: 'đầu ngách 70 (2,1 m*)',
    placeId: 'address:12',
    placeLabel: 'Số 37, ngách 29/70 phố Khương Hạ',
    lon: 105.81,
    lat: 21.01,
    note: 'Ngách có cọc\nxe không vào được',
    by: 'Lan',
    verified: false,
    dataVersion: '41',
    seenAt: '2026-03-31T08:15:00.000Z',
  });
  expect(Date.parse(kept.receivedAt)).toBeGreaterThan(Date.now() - 60_000);
  expect(await list()).toEqual({ total: 1, issues: [kept] });
});

test('one key is enough: neither note nor name is asked for', async () => {
  expect(await report()).toMatchObject({ note: null, by: null, subjectLabel: null });
});

test('a report that is sent again, also at the same moment, is kept once', async () => {
  const issue = newIssue({ note: 'cửa ở phía sau' });
  const answers = await Promise.all([1, 2, 3, 4].map(() => post('', issue)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect((await post('', { ...issue, note: 'khác' })).body.note).toBe('cửa ở phía sau');
  expect((await list()).total).toBe(1);
});

test('a clock that runs ahead is not believed', async () => {
  const kept = await report({ seenAt: '2999-01-01T00:00:00Z' });
  expect(Date.parse(kept.seenAt)).toBeLessThan(Date.now() + 60_000);
});

describe('what was invented', () => {
  test('is so when the loaded city is, unless the screen showed another one', async () => {
    expect((await report()).synthetic).toBe(false);
    await loadCity(true);
    expect((await report()).synthetic).toBe(true);
    expect((await report({ synthetic: false })).synthetic).toBe(false);
  });

  test('says so in both files', async () => {
    await loadCity(true);
    await report();
    const csv = await (await readFile('csv')).text();
    const [names = '', row = ''] = csv.split('\r\n');
    expect(row.split(',')[names.split(',').indexOf('synthetic')]).toBe('true');
    const json = (await (await readFile('geojson')).json()) as {
      synthetic: boolean;
      features: { properties: DataIssue }[];
    };
    expect(json.synthetic).toBe(true);
    expect(json.features[0]?.properties.synthetic).toBe(true);
  });
});

describe('a report that is done with', () => {
  test('is closed and reopened by somebody, and the one who came first stays', async () => {
    const { id } = await report();
    const closed = await post(`/${id}/close`, { by: 'Minh' });
    expect(closed.body).toMatchObject({ state: 'closed', stateBy: 'Minh' });
    const again = await post(`/${id}/close`, { by: 'Hoa' });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(closed.body);
    expect((await list()).total).toBe(0);
    expect((await list('?state=closed')).issues.map((issue) => issue.id)).toEqual([id]);
    const reopened = await post(`/${id}/reopen`, { by: 'Hoa' });
    expect(reopened.body).toMatchObject({ state: 'open', stateBy: 'Hoa' });
  });

  test('needs a name, and must exist', async () => {
    const { id } = await report();
    expect((await post(`/${id}/close`, { by: ' ' })).status).toBe(400);
    expect((await post(`/${id}/close`, {})).status).toBe(400);
    const missing = await post('/99/close', { by: 'Minh' });
    expect(missing.status).toBe(404);
    expect(missing.body.error?.message).toMatch(/no report 99/);
    expect((await post('/0/close', { by: 'Minh' })).status).toBe(400);
    expect((await post(`/9${'9'.repeat(30)}/close`, { by: 'Minh' })).status).toBe(400);
  });
});

test('the list comes page by page, never unbounded', async () => {
  for (let i = 0; i < 5; i++) await report();
  const first = await list('?limit=2');
  expect(first).toMatchObject({ total: 5, issues: [{ id: 5 }, { id: 4 }] });
  const next = await list('?limit=2&before=4');
  expect(next).toMatchObject({ total: 5, issues: [{ id: 3 }, { id: 2 }] });
  for (const query of ['?limit=0', '?limit=1001', '?limit=x', '?before=0', '?state=mended'])
    expect((await served.app.request(`/api/data-issues${query}`)).status, query).toBe(400);
});

describe('the files', () => {
  test('come as something to keep, of one state or of all', async () => {
    const { id } = await report({ note: 'đã sửa' });
    await report({ note: 'chưa sửa' });
    await post(`/${id}/close`, { by: 'Minh' });
    const csv = await readFile('csv');
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(csv.headers.get('content-disposition')).toMatch(/attachment.*data-issues\.csv/);
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2);
    expect((await (await readFile('csv?state=all')).text()).trim().split('\r\n')).toHaveLength(3);
    const geojson = await readFile('geojson?state=all');
    expect(geojson.headers.get('content-type')).toBe('application/geo+json');
    expect(geojson.headers.get('content-disposition')).toMatch(/data-issues\.geojson/);
    expect(await geojson.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [
        { geometry: { type: 'Point', coordinates: [105.81, 21.01] }, properties: { id: 2 } },
        { properties: { id: 1, state: 'closed', stateBy: 'Minh' } },
      ],
    });
  });

  test('hold nothing that a spreadsheet runs', async () => {
    await report({
      by: '=HYPERLINK("x")',
      note: '@SUM(1)\n+2',
      subject: { kind: 'map', label: '-1' },
    });
    const bytes = Buffer.from(await (await readFile('csv')).arrayBuffer()).toString('utf8');
    expect(bytes.startsWith('\uFEFF')).toBe(true);
    expect(bytes).toContain(`"'=HYPERLINK(""x"")"`);
    expect(bytes).toContain(`"'@SUM(1)\n+2"`);
    expect(bytes).toContain(`,'-1,`);
  });
});

describe('hostile input', () => {
  test.each([
    [{ note: 'a\0b' }],
    [{ note: '\uD800' }],
    [{ note: 'bell \u0007' }],
    [{ note: 'x'.repeat(2001) }],
    [{ note: '   ' }],
    [{ note: 7 }],
    [{ by: 'two\nlines' }],
    [{ by: 'x'.repeat(81) }],
    [{ subject: { kind: 'city' } }],
    [{ subject: { kind: 'place', id: 'x'.repeat(81) } }],
    [{ subject: { kind: 'place', label: 'a\0' } }],
    [{ subject: null }],
    [{ place: { label: 'x'.repeat(301) } }],
    [{ lon: 181 }],
    [{ lat: -86 }],
    [{ lon: '105.8' }],
    [{ lon: null }],
    [{ clientKey: 'short' }],
    [{ clientKey: `${'k'.repeat(20)}'; drop table data_issues` }],
    [{ clientKey: undefined }],
    [{ dataVersion: '-1' }],
    [{ dataVersion: 'x' }],
    [{ seenAt: 'yesterday' }],
    [{ seenAt: '0000-01-01T00:00:00Z' }],
    [{ by: '\u200B\u202E' }],
    [{ note: 'a\u2028b' }],
    [{ synthetic: 'no' }],
  ])('%j is refused with a clear 400, and nothing is kept', async (told) => {
    const { status, body } = await post('', newIssue(told));
    expect(status).toBe(400);
    expect(body.error?.code).toBe('invalid-input');
    expect(body.error?.message.length).toBeGreaterThan(5);
    expect((await list()).total).toBe(0);
  });

  test('a body that is none, or far too big, is refused as well', async () => {
    expect((await post('', '{')).status).toBe(400);
    expect((await post('', '[]')).status).toBe(400);
    const huge = await post('', newIssue({ note: 'x'.repeat(100_000) }));
    expect(huge.status).toBe(413);
    expect((await list('?state=all')).total).toBe(0);
  });

  test('odd texts are kept as they are', async () => {
    const note = `Robert'); drop table data_issues; -- <script>alert(1)</script> 🔥 ngõ Ổ`;
    expect((await report({ note })).note).toBe(note);
  });
});
