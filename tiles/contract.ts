// What the tile functions of the database promise and the style relies on. A test holds this
// list against the TileJSON in the function comments, another against the fields the style reads.

export type TileLayer = { source: TileSource; minzoom: number; fields: readonly string[] };

/** The tile sets the style loads: the static themes as one, and what changes by itself. */
export const tileSources = ['base', 'water_points', 'stations'] as const;
export type TileSource = (typeof tileSources)[number];

/** Deepest zoom with tiles of its own; the client magnifies these further in. */
export const tileMaxzoom = 17;

export const tileLayers = {
  admin_units: { source: 'base', minzoom: 8, fields: ['name', 'type'] },
  admin_unit_labels: { source: 'base', minzoom: 8, fields: ['name', 'type'] },
  water_bodies: { source: 'base', minzoom: 6, fields: ['kind', 'name'] },
  water_body_labels: { source: 'base', minzoom: 6, fields: ['kind', 'name', 'area_m2'] },
  roads: {
    source: 'base',
    minzoom: 8,
    fields: [
      'class',
      'name',
      'alley_level',
      'width_m',
      'width_provenance',
      'limit_assumed',
      'oneway',
      'bridge',
      'tunnel',
      'motor',
    ],
  },
  alleys: {
    source: 'base',
    minzoom: 15,
    fields: ['name', 'label', 'level', 'type', 'width_m', 'width_provenance'],
  },
  buildings: { source: 'base', minzoom: 13, fields: ['house_number', 'floors', 'name', 'use'] },
  house_numbers: { source: 'base', minzoom: 16, fields: ['house_number', 'building_link'] },
  landmarks: { source: 'base', minzoom: 13, fields: ['name', 'kind', 'rank'] },
  water_points: {
    source: 'water_points',
    minzoom: 11,
    fields: ['kind', 'status', 'state', 'flow_band', 'flow_lps', 'volume_m3', 'tested_on', 'name'],
  },
  stations: { source: 'stations', minzoom: 8, fields: ['name', 'phone', 'units'] },
} as const satisfies Record<string, TileLayer>;
