import { Hono } from 'hono';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { answerJson, compressAnswers } from './compress-answers.ts';

const long = { text: 'nước '.repeat(1_000) };
const app = new Hono()
  .use(compressAnswers())
  .get('/long', (context) => context.json(long))
  .get('/quick', (context) => answerJson(context, long))
  .get('/short', (context) => context.json({ text: 'nước' }))
  .get('/nothing', (context) => context.body(null, 204))
  .get('/varies', (context) => context.json(long, 200, { Vary: 'Origin' }));

function ask(path: string, encodings: string | null = 'gzip, deflate, br', method = 'GET') {
  const headers = encodings === null ? {} : { 'Accept-Encoding': encodings };
  return app.request(path, { method, headers });
}

test('a long answer comes compressed, and says on what that depends', async () => {
  const answer = await ask('/long');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.byteLength).toBeLessThan(500);
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(long);
  expect((await ask('/varies')).headers.get('vary')).toBe('Origin, Accept-Encoding');
});

test('an answer in a hurry is the same one', async () => {
  const [quick, other] = [await ask('/quick'), await ask('/long')];
  expect(Object.fromEntries(quick.headers)).toEqual(Object.fromEntries(other.headers));
  const text = gunzipSync(Buffer.from(await quick.arrayBuffer())).toString();
  expect(JSON.parse(text)).toEqual(long);
  const plain = await ask('/quick', 'gzip;q=0');
  expect([plain.headers.get('content-encoding'), await plain.json()]).toEqual([null, long]);
});

test.each([
  {},
  { nothing: undefined },
  { none: null, empty: [], one: ['nước'], number: 1.5, 'a "name"': { deep: [{ undefined }] } },
  { nothing: undefined, text: 'ngõ\u2028\ud800', none: [undefined, 1, [], [[2]]] },
  { holes: Object.assign([], { 1: 'a', length: 3 }) },
  {
    at: new Date(0),
    days: [new Date(0)],
    acts: () => 1,
    unknown: { toJSON: () => undefined },
    last: 1,
  },
  ['a', undefined],
  new Date(0),
])('an answer in a hurry is written as any other: %j', async (value) => {
  const hurried = new Hono().get('/', (context) => answerJson(context, value));
  const answer = await hurried.request('/', { headers: { 'Accept-Encoding': 'gzip' } });
  const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
  expect(text).toBe(JSON.stringify(value));
});

test.each([null, '', 'br', 'gzip;q=0', 'gzip;q=0, *', 'identity'])(
  'whoever says %j gets it as it is',
  async (encodings) => {
    const answer = await ask('/long', encodings);
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(await answer.json()).toEqual(long);
  },
);

test('a short answer, none, and one to HEAD stay as they are', async () => {
  const short = await ask('/short');
  expect(short.headers.get('content-encoding')).toBeNull();
  expect(await short.json()).toEqual({ text: 'nước' });
  const nothing = await ask('/nothing');
  expect([nothing.status, await nothing.text()]).toEqual([204, '']);
  const head = await ask('/long', 'gzip', 'HEAD');
  expect([head.headers.get('content-encoding'), await head.text()]).toEqual([null, '']);
});
