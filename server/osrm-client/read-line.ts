// The lines of OSRM's ways, asked for as text: each step repeats its part of the way, and as GeoJSON that is
// most of an answer.

// oxlint-disable-next-line import/default -- Node loads its UMD build, which has one; the linter looks at the other.
import codec from '@googlemaps/polyline-codec';
import { toLineString, type LineString } from '../../geo/position.ts';
import { OsrmFailure } from './transport.ts';

export const lineOptions = 'overview=full&geometries=polyline6';

/** Six decimals, which is what OSRM stores. Throws OsrmFailure where the text is no line on Earth. */
export function readLine(text: string): LineString {
  const line = codec.decode(text, 6).map(([lat, lon]) => [lon, lat] as [number, number]);
  if (line.length < 2 || !line.every(isOnEarth))
    throw new OsrmFailure('bad-answer', 'OSRM answered a way that is no line');
  return toLineString(line);
}

function isOnEarth([lon, lat]: [number, number]): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
