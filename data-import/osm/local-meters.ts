import { localScale } from '../../geo/distance.ts';

/** A point in metres east and north of an origin. */
export type Meters = readonly [east: number, north: number];

export interface LocalMeters {
  toLonLat(point: Meters): { lon: number; lat: number };
  toMeters(place: { lon: number; lat: number }): Meters;
}

/** A flat projection around an origin for invented worlds: true to about 0.1 % within 10 km. */
export function localMeters(origin: { lon: number; lat: number }): LocalMeters {
  const scale = localScale(origin.lat);
  return {
    toLonLat: ([east, north]) => ({
      lon: origin.lon + east / scale.x,
      lat: origin.lat + north / scale.y,
    }),
    toMeters: ({ lon, lat }) => [(lon - origin.lon) * scale.x, (lat - origin.lat) * scale.y],
  };
}
