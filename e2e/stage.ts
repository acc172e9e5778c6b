// One product and one browser for all journeys; each goes on at the page that the last one left, or
// opens pages of its own, and fails when a page met trouble that the journey did not cause on purpose.

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
  /** The map jumps instead of flying, as the user asked the system for. */
  isStill?: boolean;
  /** Troubles that the journey itself causes, such as the browser's word for a missing server. */
  causes?: RegExp;
  /** What has to be done with the page before it loads. */
  prepare?: (page: Page) => Promise<unknown>;
};

export type Stage = {
  /** Of the product. */
  url: string;
  /**
   * The page of the journey before, as a dispatcher's stays open from call to call, taken back to where the next
   * call is awaited. The view of the map and what a browser remembers stay.
   */
  goOn: (options?: Pick<ScreenOptions, 'causes'>) => Promise<Screen>;
  /** Opens a path of the product in a browser that remembers nothing. */
  open: (path?: string, options?: ScreenOptions) => Promise<Screen>;
  /** Another tab of the same browser. */
  openBeside: (screen: Screen, path: string) => Promise<Screen>;
};

const pageMilliseconds = 60_000;

/** With the network cut off from everything but this machine. */
const noOtherHosts = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

async function watch(
  context: BrowserContext,
  url: string,
  prepare?: ScreenOptions['prepare'],
): Promise<Screen> {
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
  await prepare?.(page);
  await page.goto(url);
  return screen;
}

const mostSteps = 8;

/** Esc leads back step by step, from wherever the last call ended. */
async function awaitNextCall(page: Page): Promise<void> {
  const isClear = (): Promise<boolean> =>
    page.evaluate(
      () =>
        document.querySelector('[data-testid=empty]') !== null &&
        document.querySelector('.tool-panel, [role=dialog]') === null,
    );
  for (let steps = 0; !(await isClear()); steps++) {
    if (steps === mostSteps) throw new Error(`Esc does not lead back from ${page.url()}`);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(50);
  }
  await page.waitForFunction(() => {
    const asked = new URLSearchParams(location.search);
    asked.delete('map');
    return asked.size === 0 && document.documentElement.dataset['mapShows'] === 'city';
  });
  await page.getByTestId('search').focus();
}

/** Kept from file to file; a new one where it ended. */
let launched: Browser | undefined;
/** Likewise; dropped by a journey that failed on it. */
let desk: Screen | undefined;
/** A journey since the last one on it hurt the product, of which more may have come to the page after its end. */
let wasHurt = false;

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

  afterEach(async ({ task }) => {
    const screens = opened.splice(0);
    const left = task.result?.state === 'fail' ? undefined : desk;
    desk = undefined;
    await left?.page.unrouteAll();
    const others = browser.contexts().filter((each) => each !== left?.page.context());
    await Promise.all(others.map((each) => each.close()));
    for (const { screen, causes } of screens) {
      expect(screen.troubles.filter((trouble) => !causes?.test(trouble))).toEqual([]);
      expect(screen.requested.filter((asked) => !isOwn(asked, url))).toEqual([]);
      screen.troubles.length = 0;
      screen.requested.length = 0;
    }
    desk = left;
    wasHurt ||= screens.some(({ causes }) => causes !== undefined);
  });

  async function open(path = '/', options: ScreenOptions = {}): Promise<Screen> {
    const { width = 1280, height = 800, hasTouch = false, isStill = false } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch,
      reducedMotion: isStill ? 'reduce' : 'no-preference',
    });
    const screen = await watch(context, url + path, options.prepare);
    opened.push({ screen, causes: options.causes });
    return screen;
  }

  return {
    url,
    open,
    async goOn({ causes } = {}) {
      if (!desk || desk.page.isClosed())
        return (desk = await open('/', { isStill: true, ...(causes && { causes }) }));
      if (wasHurt) desk.troubles.length = 0;
      wasHurt = false;
      // Also for what happens on the way back.
      opened.push({ screen: desk, causes });
      await awaitNextCall(desk.page);
      return desk;
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
