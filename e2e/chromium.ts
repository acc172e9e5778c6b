import { chromium, type Browser } from 'playwright-core';

/** Without a graphics card, and quiet: nothing of the browser's own goes over the network. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
];

/** The system's Chromium (CHROMIUM names another). */
export function launchChromium(moreFlags: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...flags, ...moreFlags],
  });
}
