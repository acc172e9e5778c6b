const toRadians = Math.PI / 180;

/** The sun's upper edge is on the horizon: half its disc, and what the air bends. */
const horizonDegrees = -0.833;

/**
 * Degrees of the sun's middle above the horizon, to about 0.01°; the low-precision formulas of the
 * Astronomical Almanac, good from 1950 to 2050.
 */
export function sunAltitude(at: Date, { lon, lat }: { lon: number; lat: number }): number {
  const days = at.getTime() / 86_400_000 - 10_957.5;
  const anomaly = (357.529 + 0.985_600_28 * days) * toRadians;
  const meanLongitude = 280.459 + 0.985_647_36 * days;
  const longitude =
    (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * toRadians;
  const tilt = (23.439 - 0.000_000_36 * days) * toRadians;
  const declination = Math.asin(Math.sin(tilt) * Math.sin(longitude));
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(longitude), Math.cos(longitude));
  const siderealDegrees = 280.460_618 + 360.985_647_366 * days;
  const hourAngle = (siderealDegrees + lon) * toRadians - ascension;
  const sine =
    Math.sin(lat * toRadians) * Math.sin(declination) +
    Math.cos(lat * toRadians) * Math.cos(declination) * Math.cos(hourAngle);
  return Math.asin(sine) / toRadians;
}

/** Between sunset and sunrise. */
export function isNight(at: Date, place: { lon: number; lat: number }): boolean {
  return sunAltitude(at, place) < horizonDegrees;
}
