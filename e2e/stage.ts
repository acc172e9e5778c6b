// One product and one browser for all journeys; each opens pages of its own, and fails when a page
// met trouble that the journey did not cause on purpose.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { afterEach, beforeAll, expect, inject } from 'vitest';
import { isWhole, until } from './outage.ts';

/** A page of the product and what it did behind the scenes. */
export type Screen = {
  page: Page;
  /** Every address that the page and its workers asked for. */
  requested: string[];
  /** Console errors, broken security policy, uncaught exceptions. */
  troubles: string[];
};

type ScreenOptions = {
  width?: number;
  height?: number;
  hasTouch?: boolean;
  /** Troubles that the journey itself causes, such as the browser's word for a missing server. */
  causes?: RegExp;
};

export type Stage = {
  /** Of the product. */
  url: string;
  /** Opens a path of the product in a browser that remembers nothing. */
  open: (path?: string, options?: ScreenOptions) => Promise<Screen>;
  /** Another tab of the same browser. */
  openBeside: (screen: Screen, path: string) => Promise<Screen>;
};

const pageMilliseconds = 60_000;

/** With the network cut off from everything but this machine. */
const noOtherHosts = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

async function watch(context: BrowserContext, url: string): Promise<Screen> {
  const page = await context.newPage();
  // Without a graphics card a frame of the map may take a good part of a second.
  page.setDefaultTimeout(pageMilliseconds);
  const screen: Screen = { page, requested: [], troubles: [] };
  page.on('request', (request) => screen.requested.push(request.url()));
  page.on('pageerror', (error) => screen.troubles.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) screen.troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    const text = message.text();
    // Chromium repeats every bad answer here, without its address.
    if (text.startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || text.startsWith('map:')) screen.troubles.push(text);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`security policy: ${violatedDirective} refused ${blockedURI}`),
    );
  });
  await page.goto(url);
  return screen;
}

/** Kept from file to file; a new one where it ended. */
let launched: Browser | undefined;

async function useBrowser(): Promise<Browser> {
  if (!launched?.isConnected()) launched = await launchChromium([noOtherHosts]);
  return launched;
}

/** Call once at the top of a file of journeys. */
export function shareStage(): Stage {
  const url = inject('productUrl');
  let browser: Browser;
  const opened: { screen: Screen; causes: RegExp | undefined }[] = [];

  beforeAll(async () => {
    browser = await useBrowser();
    // The file before may have hurt it.
    await until(() => isWhole(url), 30);
  });

  afterEach(async () => {
    const screens = opened.splice(0);
    await Promise.all(browser.contexts().map((context) => context.close()));
    for (const { screen, causes } of screens) {
      expect(screen.troubles.filter((trouble) => !causes?.test(trouble))).toEqual([]);
      expect(screen.requested.filter((asked) => !isOwn(asked, url))).toEqual([]);
    }
  });

  return {
    url,
    async open(path = '/', { width = 1280, height = 800, hasTouch = false, causes } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, hasTouch });
      const screen = await watch(context, url + path);
      opened.push({ screen, causes });
      return screen;
    },
    async openBeside({ page }, path) {
      const screen = await watch(page.context(), url + path);
      opened.push({ screen, causes: undefined });
      return screen;
    },
  };
}

function isOwn(url: string, origin: string): boolean {
  return (
    url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}`)
  );
}
