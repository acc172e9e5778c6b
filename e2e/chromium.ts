import { globSync } from 'node:fs';
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
];

/** Mesa draws the map on the processor in half the time of Chromium's own SwiftShader. */
const drawing =
  globSync('/usr/lib/*/dri/swrast_dri.so').length > 0 &&
  globSync('/usr/lib/*/libEGL_mesa.so.0').length > 0
    ? ['--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist']
    : ['--enable-unsafe-swiftshader'];

/** The system's Chromium (CHROMIUM names another). */
export function launchChromium(moreFlags: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...flags, ...drawing, ...moreFlags],
  });
}
