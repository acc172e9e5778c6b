import { plausiblePosition, readPair } from './coordinate-pair.ts';
import { type Bounds, boundAccuracy, type ParsedPosition } from './stated-position.ts';

type Point = { lon: number; lat: number };

/** These hosts only lead to another address; the position is in that one. */
const shorteners =
  /^(maps\.app\.goo\.gl|goo\.gl|g\.co|bit\.ly|tinyurl\.com|t\.ly|osm\.org|zalo\.me|m\.me|maps\.apple)$/;

const mapHosts =
  /(^|\.)(google\.[a-z.]{2,6}|openstreetmap\.org|osm\.org|apple\.com|bing\.com|here\.com|waze\.com|goong\.io|zalo\.me|vietmap\.vn)$/;

/** A position in a link, wherever in a message it stands; null when there is no link of a map. */
export function readLink(text: string, bounds: Bounds | null): ParsedPosition | null {
  const geo = /\bgeo:[^\s]+/i.exec(text)?.[0];
  if (geo) return readGeoUri(geo);
  const url = findUrl(text);
  if (!url) return null;
  const host = url.hostname.replace(/^www\./, '');
  const at = readUrl(url, bounds);
  if (at) return { kind: 'position', ...at, accuracyMeters: readAccuracy(url) };
  if (shorteners.test(host)) return { kind: 'short-link', host };
  return mapHosts.test(host) ? { kind: 'link-without-position', host } : null;
}

function findUrl(text: string): URL | null {
  const found = /\bhttps?:\/\/[^\s<>"]+/i.exec(text)?.[0] ?? bareLink(text);
  if (!found) return null;
  return URL.canParse(found) ? new URL(found) : null;
}

/** Copied without its "https://". */
function bareLink(text: string): string | null {
  const found =
    /^(?:www\.|maps\.)?(?:google\.[a-z.]{2,6}|openstreetmap\.org|apple\.com|app\.goo\.gl|goo\.gl|osm\.org)\/\S*$/i.exec(
      text,
    );
  return found && `https://${found[0]}`;
}

/** RFC 5870: `geo:lat,lon;u=accuracy`; Android adds `?q=lat,lon(name)` to a geo:0,0. */
function readGeoUri(uri: string): ParsedPosition | null {
  const found = /^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/i.exec(uri);
  const query = /[?&]q=(-?\d+(?:\.\d+)?)(?:,|%2C)\s*(-?\d+(?:\.\d+)?)/i.exec(uri);
  const at = toPoint(query?.[1], query?.[2]) ?? toPoint(found?.[1], found?.[2]);
  const uncertainty = Number(/;u=(\d+(?:\.\d+)?)/i.exec(uri)?.[1]);
  return at && { kind: 'position', ...at, accuracyMeters: boundAccuracy(uncertainty) };
}

/**
 * What names a spot goes before where the map merely looked: Google's `!3d…!4d…` is the pin,
 * its `@…` the middle of the screen; OpenStreetMap's `mlat` the marker, its `#map=` the view.
 */
function readUrl(url: URL, bounds: Bounds | null): Point | null {
  const address = decode(url.href);
  const pins = [...address.matchAll(/!3d(-?\d+(?:\.\d+)?)!4d(-?\d+(?:\.\d+)?)/g)].at(-1);
  const marker = toPoint(url.searchParams.get('mlat'), url.searchParams.get('mlon'));
  const named = spotParameters
    .map((name) => readSpot(url.searchParams.get(name), bounds))
    .find((at) => at !== null);
  const inPath = /\/(?:place|search|dir\/[^/]*)\/(-?\d+\.\d+),\+?\s*(-?\d+\.\d+)/.exec(address);
  const looked =
    /@(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/.exec(address) ??
    /#map=[\d.]+\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)/.exec(address);
  return (
    toPoint(pins?.[1], pins?.[2]) ??
    marker ??
    named ??
    toPoint(inPath?.[1], inPath?.[2]) ??
    toPoint(looked?.[1], looked?.[2])
  );
}

/** In the order of how sure they are about a spot; `center` and `sll` only say where one looked. */
const spotParameters = [
  'q',
  'query',
  'coordinate',
  'destination',
  'daddr',
  'll',
  'latlng',
  'lat_lng',
  'loc',
  'center',
  'sll',
];

/** `21.0031,105.8012`, also as `loc:21.0031,105.8012` or with the name of the pin behind it. */
function readSpot(value: string | null, bounds: Bounds | null): Point | null {
  if (value === null) return null;
  const bare = value.replace(/^loc:/i, '').replace(/\s*\(.*\)\s*$/, '');
  return readPair(bare, bounds);
}

function readAccuracy({ searchParams }: URL): number | null {
  const stated = searchParams.get('accuracy') ?? searchParams.get('acc') ?? searchParams.get('u');
  return stated === null ? null : boundAccuracy(Number(stated));
}

function toPoint(lat?: string | null, lon?: string | null): Point | null {
  if (lat == null || lon == null || lat === '' || lon === '') return null;
  const [latitude, longitude] = [Number(lat), Number(lon)];
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  return plausiblePosition(longitude, latitude);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign: what can be read of it is read as it stands.
    return text;
  }
}
