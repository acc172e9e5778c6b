import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { tileSources } from './contract.ts';
import { buildFontFaces } from './fonts.ts';
import type { Palette } from './palettes/palette.ts';
import { adminUnitNames, adminUnits } from './themes/admin-units.ts';
import { alleyNames } from './themes/alley-names.ts';
import { buildings } from './themes/buildings.ts';
import { houseNumbers } from './themes/house-numbers.ts';
import { landmarks } from './themes/landmarks.ts';
import { mainStreetNamesFar, streetNames } from './themes/road-names.ts';
import { roadArrows, roads } from './themes/roads.ts';
import { stations } from './themes/stations.ts';
import type { Language, ThemeContext } from './themes/theme.ts';
import { widthProvenance } from './themes/width-provenance.ts';
import { waterBodies, waterBodyNames } from './themes/water-bodies.ts';
import { waterPointFlows, waterPoints } from './themes/water-points.ts';

export type StyleOptions = {
  palette: Palette;
  language?: Language;
  /** Where the server answers, as `https://host`: MapLibre wants absolute addresses. */
  origin?: string;
  /** Of the city, for widths in metres. Hanoi's when not given. */
  latitude?: number;
};

function buildLayers(context: ThemeContext): LayerSpecification[] {
  const ground: LayerSpecification = {
    id: 'ground',
    type: 'background',
    paint: { 'background-color': context.palette.ground },
  };
  // Of two labels that collide the later one stays: flows over streets, streets over alleys, alleys
  // over house numbers.
  const themes = [
    waterBodies,
    buildings,
    roads,
    widthProvenance,
    adminUnits,
    roadArrows,
    adminUnitNames,
    waterBodyNames,
    landmarks,
    houseNumbers,
    alleyNames,
    streetNames,
    waterPointFlows,
    waterPoints,
    mainStreetNamesFar,
    stations,
  ];
  return [ground, ...themes.flatMap((theme) => theme(context))];
}

/** The whole map as a MapLibre style: valid, and complete with nothing but our own server. */
export function buildStyle({
  palette,
  language = 'vi',
  origin = '',
  latitude = 21.03,
}: StyleOptions): StyleSpecification {
  return {
    version: 8,
    name: `Firepoint ${palette.name}`,
    // Required by the validator, requested by nobody: `font-faces` covers every character.
    glyphs: `${origin}/tiles/glyphs/{fontstack}/{range}.pbf`,
    'font-faces': buildFontFaces(origin),
    sprite: `${origin}/tiles/sprites/${palette.name}`,
    transition: { duration: 150, delay: 0 },
    sources: Object.fromEntries(
      tileSources.map((source) => [
        source,
        { type: 'vector', url: `${origin}/tiles/${source}.json` },
      ]),
    ),
    layers: buildLayers({ palette, language, latitude }),
  };
}
