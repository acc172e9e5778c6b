import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { centre } from './invented-city.ts';

export type MvtFeature = {
  id: number | undefined;
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
};

/** Column and row of the tile at a zoom that holds a place, the invented city's centre by default. */
export function tileAt(z: number, { lon, lat } = centre): { z: number; x: number; y: number } {
  const across = 2 ** z;
  const sin = Math.sin((lat * Math.PI) / 180);
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * across),
    y: Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * across),
  };
}

/** Every layer of a tile with its features, in longitude and latitude. */
export function readMvt(
  body: ArrayBuffer | Uint8Array,
  { z, x, y }: { z: number; x: number; y: number },
): Record<string, MvtFeature[]> {
  const tile = new VectorTile(
    new PbfReader(body instanceof Uint8Array ? body : new Uint8Array(body)),
  );
  return Object.fromEntries(
    Object.entries(tile.layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => {
        const feature = layer.feature(index);
        const { geometry } = feature.toGeoJSON(x, y, z);
        return {
          id: feature.id,
          properties: feature.properties,
          geometry: {
            type: geometry.type,
            coordinates: 'coordinates' in geometry ? geometry.coordinates : [],
          },
        };
      }),
    ]),
  );
}
