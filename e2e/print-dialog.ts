// A headless browser has no print dialog: counts how often it would have opened.

import type { Page } from 'playwright-core';

/** Runs in the page. */
export function replaceDialog(): void {
  window.print = () => {
    const { dataset } = document.documentElement;
    dataset['dialogs'] = String(Number(dataset['dialogs'] ?? 0) + 1);
  };
}

export function readDialogs(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['dialogs'] ?? 0));
}

export async function countDialogs(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(replaceDialog);
  const before = await readDialogs(page);
  return async () => (await readDialogs(page)) - before;
}
