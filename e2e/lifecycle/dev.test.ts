import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProduct, type RunningProduct } from '../product.ts';

let product: RunningProduct;
beforeAll(async () => {
  product = await startProduct({ command: 'dev' });
});
afterAll(() => product.stop());

async function get(path: string): Promise<{ type: string; text: string }> {
  const response = await fetch(product.url + path);
  expect(response.status).toBe(200);
  return { type: response.headers.get('Content-Type') ?? '', text: await response.text() };
}

test('the development page serves its own sources, also the one called like the API', async () => {
  expect((await get('/')).text).toContain('main.tsx');
  expect((await get('/api.ts')).type).toContain('javascript');
});

test('it reaches the API, and the map by its own address', async () => {
  expect(JSON.parse((await get('/api/health')).text)).toMatchObject({ database: 'ok' });
  expect((await get('/tiles/style/day.json')).text).toContain(`${product.url}/tiles/base.json`);
});
