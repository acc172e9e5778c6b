/** Longitude and latitude in degrees, EPSG:4326, the order of GeoJSON. */
export type Position = [lon: number, lat: number];

export type LineString = { type: 'LineString'; coordinates: Position[] };

export function toLineString(coordinates: Position[]): LineString {
  return { type: 'LineString', coordinates };
}
