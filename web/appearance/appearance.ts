// Day or night, for the whole screen: one value that the style sheet, the map and the signs share.
// It is there before the first paint, and follows the sun, the hand and other windows.

import {
  type Appearance,
  type Choice,
  choices,
  otherChoice,
  paletteOf,
  type Place,
} from './choice.ts';

const choiceKey = 'firepoint.appearance';
const placeKey = 'firepoint.place';

function storedChoice(): Choice {
  const stored = localStorage.getItem(choiceKey);
  return choices.find((choice) => choice === stored) ?? 'clock';
}

/** Of the city shown last; before there is one, as far east as this machine's clock says. */
function storedPlace(): Place {
  const [lon, lat] = (localStorage.getItem(placeKey) ?? '').split(',').map(Number);
  if (lon !== undefined && lat !== undefined && Number.isFinite(lon + lat)) return { lon, lat };
  return { lon: -new Date().getTimezoneOffset() / 4, lat: 21 };
}

function read(): Appearance {
  const choice = storedChoice();
  return { choice, palette: paletteOf(choice, new Date(), storedPlace()) };
}

let shown = read();
const listeners = new Set<() => void>();

function update(): void {
  const next = read();
  document.documentElement.dataset['palette'] = next.palette;
  if (next.choice === shown.choice && next.palette === shown.palette) return;
  shown = next;
  for (const listener of listeners) listener();
}

const checkEveryMs = 20_000;

/** Call once, before anything is painted. */
export function startAppearance(): void {
  update();
  setInterval(update, checkEveryMs);
  // Chosen in another window of this machine.
  window.addEventListener('storage', update);
}

export function currentAppearance(): Appearance {
  return shown;
}

export function watchAppearance(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function choose(choice: Choice): void {
  localStorage.setItem(choiceKey, choice);
  update();
}

/** Day to night and back: the key `N`. */
export function switchPalette(): void {
  choose(otherChoice(shown, paletteOf('clock', new Date(), storedPlace())));
}

/** Where the sun is looked at from now on, and at the next start before the server has answered. */
export function rememberPlace({ lon, lat }: Place): void {
  localStorage.setItem(placeKey, `${lon.toFixed(2)},${lat.toFixed(2)}`);
  update();
}
