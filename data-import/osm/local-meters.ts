/** A point in metres east and north of an origin. */
export type Meters = readonly [east: number, north: number];

export interface LocalMeters {
  toLonLat(point: Meters): { lon: number; lat: number };
  toMeters(place: { lon: number; lat: number }): Meters;
}

/**
 * A flat projection around an origin for invented worlds: true to about 0.1 % within 10 km.
 * Lengths of a degree by the WGS 84 series, so that distances agree with PostGIS geography.
 */
export function localMeters(origin: { lon: number; lat: number }): LocalMeters {
  const phi = (origin.lat * Math.PI) / 180;
  const metersPerLat = 111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
  const metersPerLon =
    111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
  return {
    toLonLat: ([east, north]) => ({
      lon: origin.lon + east / metersPerLon,
      lat: origin.lat + north / metersPerLat,
    }),
    toMeters: ({ lon, lat }) => [
      (lon - origin.lon) * metersPerLon,
      (lat - origin.lat) * metersPerLat,
    ],
  };
}
