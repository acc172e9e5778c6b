import type { Bounds } from './stated-position.ts';

type Point = { lon: number; lat: number };

/** A number of degrees, and the letter that says which it is. */
type Coordinate = { degrees: number; axis: 'lat' | 'lon' | null };

/** Null when it is not on Earth, or exactly 0, 0: what a telephone without a fix sends. */
export function plausiblePosition(lon: number, lat: number): Point | null {
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  return isOnEarth && (lon !== 0 || lat !== 0) ? { lon, lat } : null;
}

/** Two coordinates in either order; latitude first unless a letter or the city says otherwise. */
export function readPair(text: string, bounds: Bounds | null): Point | null {
  const pair = splitPair(tidy(text));
  if (!pair) return null;
  const [a, b] = pair;
  if (a.axis !== null && a.axis === b.axis) return null;
  if (a.axis === 'lat' || b.axis === 'lon') return plausiblePosition(b.degrees, a.degrees);
  if (a.axis === 'lon' || b.axis === 'lat') return plausiblePosition(a.degrees, b.degrees);
  const latitudeFirst = plausiblePosition(b.degrees, a.degrees);
  const longitudeFirst = plausiblePosition(a.degrees, b.degrees);
  if (bounds && longitudeFirst && isNear(longitudeFirst, bounds)) {
    // Both orders could only fit a city on the diagonal; there the usual order wins.
    if (!latitudeFirst || !isNear(latitudeFirst, bounds)) return longitudeFirst;
  }
  return latitudeFirst ?? longitudeFirst;
}

/** Within the city or a degree around it: near enough to tell latitude from longitude. */
function isNear({ lon, lat }: Point, [west, south, east, north]: Bounds): boolean {
  return lon >= west - 1 && lon <= east + 1 && lat >= south - 1 && lat <= north + 1;
}

/** One sign for each thing: keyboards and telephones have many for minutes and for minus. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u2032\u2019\u02bc\u00b4`]/g, "'")
    .replaceAll(/[\u2033\u201d\u201c]|''/g, '"')
    .replaceAll(/[\u2212\u2013]/g, '-')
    .replaceAll(/[\u00ba\u02da]/g, '\u00b0')
    .replaceAll('\u00a0', ' ')
    .replace(/^[\s([{]+/, '')
    .replace(/[\s)\]}.;,]+$/, '');
}

const number = String.raw`[+-]?\d{1,3}(?:\.\d+)?`;
const label = String.raw`(?:(vĩ độ|vi do|latitude|lat|kinh độ|kinh do|longitude|lng|lon|long)\s*[:=]?\s*)?`;
const letter = String.raw`([NSEWBĐTbnsewđt])`;
const degrees = String.raw`(${number})\s*(?:°\s*(?:(\d{1,2}(?:\.\d+)?)\s*'\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?)?)?)?`;
const coordinate = String.raw`${label}${letter}?\s*${degrees}\s*${letter}?`;
const pairPattern = new RegExp(String.raw`^${coordinate}\s*[,;/\s]\s*${coordinate}$`, 'iu');
/** "21,0031 105,8012": decimals as Vietnamese writes them, so that only a space or ";" divides. */
const decimalCommas = /^([+-]?\d{1,3}),(\d{3,})\s*[;\s]\s*([+-]?\d{1,3}),(\d{3,})$/;

function splitPair(text: string): [Coordinate, Coordinate] | null {
  const commas = decimalCommas.exec(text);
  const dotted = commas ? `${commas[1]}.${commas[2]} ${commas[3]}.${commas[4]}` : text;
  const found = pairPattern.exec(dotted);
  if (!found) return null;
  const a = toCoordinate(found.slice(1, 7));
  const b = toCoordinate(found.slice(7, 13));
  if (!a || !b) return null;
  const saysSo = [a, b].some(({ axis }) => axis !== null) || dotted.includes('°');
  // "12 34" and "5/2" are house numbers: bare numbers must have decimals, or be a pair that a comma divides.
  const hasDecimals = /\d\.\d.*\d\.\d/.test(dotted);
  const oneDecimal = /\.\d/.test(dotted) && /,/.test(dotted);
  return saysSo || hasDecimals || oneDecimal ? [a, b] : null;
}

function toCoordinate([label, before, whole, minutes, seconds, after]: (
  | string
  | undefined
)[]): Coordinate | null {
  if (whole === undefined || (before && after)) return null;
  const minutesValue = Number(minutes ?? 0);
  const secondsValue = Number(seconds ?? 0);
  if (minutesValue >= 60 || secondsValue >= 60) return null;
  const size = Math.abs(Number(whole)) + minutesValue / 60 + secondsValue / 3600;
  const { axis, sign } = readLetter(before ?? after ?? null);
  const named = label ? (/^(v|la)/i.test(label) ? 'lat' : 'lon') : null;
  if (axis && named && axis !== named) return null;
  return {
    degrees: (whole.startsWith('-') ? -1 : 1) * sign * size,
    axis: axis ?? named,
  };
}

/** Bắc, Nam, Đông, Tây as well; N is north, for every map says it so, and B is bắc. */
function readLetter(letter: string | null): { axis: Coordinate['axis']; sign: 1 | -1 } {
  switch (letter?.toUpperCase()) {
    case 'N':
    case 'B':
      return { axis: 'lat', sign: 1 };
    case 'S':
      return { axis: 'lat', sign: -1 };
    case 'E':
    case 'Đ':
      return { axis: 'lon', sign: 1 };
    case 'W':
    case 'T':
      return { axis: 'lon', sign: -1 };
    case undefined:
    default:
      return { axis: null, sign: 1 };
  }
}
