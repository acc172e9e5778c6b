import type { Paint } from './icon-paint.ts';

/** RGBA, not premultiplied: what a PNG, `ImageData` and `map.addImage` take. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> };

/** Side of every icon in CSS pixels. */
export const iconSize = 26;

function parseColor(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

type Rgba = [red: number, green: number, blue: number, alpha: number];

/** Lays a colour over another, both with straight alpha 0–1. */
function blend(under: Rgba, color: [number, number, number], alpha: number): Rgba {
  const rest = under[3] * (1 - alpha);
  const total = alpha + rest;
  if (total === 0) return under;
  const mix = (over: number, below: number) => (over * alpha + below * rest) / total;
  return [mix(color[0], under[0]), mix(color[1], under[1]), mix(color[2], under[2]), total];
}

/** Draws an icon with smooth edges at a pixel ratio, without any canvas. */
export function drawIcon(paints: readonly Paint[], pixelRatio: number): Pixels {
  const side = Math.round(iconSize * pixelRatio);
  const data = new Uint8ClampedArray(side * side * 4);
  const layers = paints.map(({ shape, color }) => ({ shape, color: parseColor(color) }));
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const x = (column + 0.5) / pixelRatio - iconSize / 2;
      const y = (row + 0.5) / pixelRatio - iconSize / 2;
      let pixel: Rgba = [0, 0, 0, 0];
      for (const { shape, color } of layers) {
        // Coverage of the pixel, from the distance of its centre to the edge.
        const covered = Math.min(1, Math.max(0, 0.5 - shape(x, y) * pixelRatio));
        if (covered > 0) pixel = blend(pixel, color, covered);
      }
      data.set([pixel[0], pixel[1], pixel[2], pixel[3] * 255], (row * side + column) * 4);
    }
  return { width: side, height: side, data };
}
