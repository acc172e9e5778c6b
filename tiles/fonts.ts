// Labels are drawn from our own font files, so that they are complete without any other server.
// MapLibre takes the first file of a font whose range covers a character. The Latin file comes last
// and without a range: it takes all the rest, and no character is ever asked of `glyphs`.

import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';

const weights = { Regular: 400, Medium: 500, SemiBold: 600 } as const;

const subsets: { name: string; ranges?: string[] }[] = [
  {
    name: 'vietnamese',
    ranges: [
      'U+0102-0103',
      'U+0110-0111',
      'U+0128-0129',
      'U+0168-0169',
      'U+01A0-01A1',
      'U+01AF-01B0',
      'U+0300-0301',
      'U+0303-0304',
      'U+0308-0309',
      'U+0323',
      'U+1EA0-1EF9',
      'U+20AB',
    ],
  },
  {
    name: 'latin-ext',
    ranges: [
      'U+0100-0130',
      'U+0132-0151',
      'U+0154-02BA',
      'U+02BD-02C5',
      'U+1E00-1E9F',
      'U+1EFA-1EFF',
    ],
  },
  { name: 'latin' },
];

function fileName(subset: string, weight: number): string {
  return `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
}

/** `text-font` values; they must match the names in `font-faces` exactly. */
export const fonts = {
  regular: ['Be Vietnam Pro Regular'],
  medium: ['Be Vietnam Pro Medium'],
  semibold: ['Be Vietnam Pro SemiBold'],
};

/** The files of `@fontsource/be-vietnam-pro/files` that the style uses: the server gives out no others. */
export const fontFiles: readonly string[] = Object.values(weights).flatMap((weight) =>
  subsets.map(({ name }) => fileName(name, weight)),
);

/** The style's `font-faces`, served by `origin`. */
export function buildFontFaces(origin: string): FontFacesSpecification {
  return Object.fromEntries(
    Object.entries(weights).map(([weightName, weight]) => [
      `Be Vietnam Pro ${weightName}`,
      subsets.map(({ name, ranges }) => ({
        url: `${origin}/tiles/fonts/${fileName(name, weight)}`,
        ...(ranges && { 'unicode-range': ranges }),
      })),
    ]),
  );
}
