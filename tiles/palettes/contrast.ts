function channelLight(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** How light a colour `#rrggbb` is, 0–1: the relative luminance of WCAG 2.2. */
function lightOf(hex: string): number {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new Error(`"${hex}" is no colour of the form #rrggbb`);
  const value = Number.parseInt(hex.slice(1), 16);
  return (
    0.2126 * channelLight(value >> 16) +
    0.7152 * channelLight((value >> 8) & 255) +
    0.0722 * channelLight(value & 255)
  );
}

/** Contrast of two colours as WCAG 2.2 defines it: 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [lightOf(a), lightOf(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** WCAG 2.2 AA: 1.4.3 for text of any size, 1.4.11 for graphics that carry meaning. */
export const enoughForText = 4.5;
export const enoughForSigns = 3;
