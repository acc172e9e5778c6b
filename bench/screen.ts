// The dispatcher's screen in a real Chromium: from the last letter of an address and Enter
// to the first drawn frame that shows the engine's road.

import type { Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { typeAddress, untilMapRests, untilMapShows } from '../e2e/dispatch-page.ts';
import { printRow, printTarget, spreadOf } from './measure.ts';
import type { World } from './world.ts';

/** Of the demo city; elsewhere what finds no road is counted. */
const typed = ['37 ngach 29/70 khuong ha', '62 ngoc ha', 'ngo 43/98/31 trung kinh', '37 khuong ha'];

/** Milliseconds from the key to the frame, by the browser's own clock; -1 where no road came in 10 s. */
async function timeRoad(page: Page, text: string): Promise<number> {
  await typeAddress(page, text.slice(0, -1));
  await page.waitForTimeout(300);
  // Listening before the key is pressed: the handle comes back once it does.
  const drawn = await page.evaluateHandle(() => {
    let pressed: number | undefined;
    addEventListener('keydown', () => (pressed ??= performance.now()), { capture: true });
    const millis = new Promise<number>((resolve) => {
      setTimeout(() => resolve(-1), 10_000);
      new MutationObserver(() => {
        if (pressed !== undefined && document.documentElement.dataset['mapShows'] === 'route')
          resolve(performance.now() - pressed);
      }).observe(document.documentElement, { attributeFilter: ['data-map-shows'] });
    });
    return { millis };
  });
  await page.keyboard.press(text.slice(-1));
  await page.keyboard.press('Enter');
  const millis = await drawn.evaluate((held) => held.millis);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await untilMapShows(page, 'city');
  return millis;
}

export async function benchScreen({ url }: World): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url);
    await untilMapRests(page);
    const times: number[] = [];
    for (const text of [...typed, ...typed, ...typed]) times.push(await timeRoad(page, text));
    const { p50, p95 } = spreadOf(times.filter((millis) => millis >= 0));
    printTarget('screen, last letter to road drawn, p50', p50 / 1_000, 1, 's');
    printRow('screen, last letter to road drawn, p95', `${(p95 / 1_000).toFixed(2)} s`);
    const without = times.filter((millis) => millis < 0).length;
    if (without > 0) printRow('screen, answers without a road', `${without} of ${times.length}`);
  } finally {
    await browser.close();
  }
}
