import { expect, test } from 'vitest';
import { askFor, typeAddress, untilMapRests } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

test('with the network cut off, the map and its Vietnamese letters are complete', async () => {
  // Every journey also fails at a console error, a refused script or a request to anybody else.
  const { page, requested } = await stage.open();
  await askFor(page);
  await untilMapRests(page);
  await page.getByTestId('search').fill('');
  await typeAddress(page, 'so 5');
  await page.getByRole('option').nth(2).waitFor();
  await page.keyboard.press('Enter');
  await untilMapRests(page);

  const { origin } = new URL(page.url());
  expect(requested.filter((url) => url.includes('glyphs'))).toEqual([]);
  const paths = requested.map((url) => url.slice(origin.length));
  expect(paths.filter((path) => path.startsWith('/tiles/base/')).length).toBeGreaterThan(3);
  const mapLetters = paths.filter((path) => path.startsWith('/tiles/fonts/'));
  expect(mapLetters.filter((path) => path.includes('vietnamese')).length).toBeGreaterThan(0);
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter((face) => face.status !== 'unloaded')
      .map(({ family, status }) => ({ family: family.replaceAll(/["']/g, ''), status }));
  });
  expect(faces.length).toBeGreaterThan(3);
  for (const { family, status } of faces) {
    // MapLibre gives the faces of the style names of its own.
    expect(family).toMatch(/^(Be Vietnam Pro|maplibre-gl-font-face)/);
    expect(status).toBe('loaded');
  }
});

test('the guard against inline scripts and foreign servers stands', async () => {
  const { page, troubles } = await stage.goOn({
    causes: /security policy|Content Security Policy/,
  });
  const tried = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.name = "inline ran"';
    document.head.append(script);
    const reached = await fetch('http://127.0.0.2:9/').then(
      () => true,
      () => false,
    );
    return { name: window.name, reached };
  });
  expect(tried).toEqual({ name: '', reached: false });
  await expect.poll(() => troubles.join()).toMatch(/script-src-elem refused inline/);
  await expect.poll(() => troubles.join()).toMatch(/connect-src refused http:/);
  const answer = await fetch(page.url());
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('where OSM data are shown their makers are named, and sample data are called that', async () => {
  const { page } = await stage.goOn();
  await untilMapRests(page);
  const attribution = await page.locator('.maplibregl-ctrl-attrib').innerText();
  expect(attribution).toMatch(/mẫu|OpenStreetMap contributors/);
  expect(await page.getByTestId('synthetic').innerText()).toContain('không có thật');
});
