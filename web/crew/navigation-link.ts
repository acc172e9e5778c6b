type Spot = { lon: number; lat: number };

/**
 * An address that a phone opens in its own navigation: `maps:` on Apple's devices, elsewhere
 * `geo:` (RFC 5870, with the query that Android's maps read for a named pin).
 */
export function navigationLink({ lon, lat }: Spot, label: string, userAgent: string): string {
  const at = `${lat.toFixed(6)},${lon.toFixed(6)}`;
  if (/iPhone|iPad|Macintosh/.test(userAgent)) return `maps:?daddr=${at}&dirflg=d`;
  return `geo:${at}?q=${at}(${encodeURIComponent(label).replaceAll(/[()]/g, ' ')})`;
}

/** The same for paper, which nobody knows the reader of: the plain form that every phone takes. */
export function geoUri({ lon, lat }: Spot): string {
  return `geo:${lat.toFixed(6)},${lon.toFixed(6)}`;
}
