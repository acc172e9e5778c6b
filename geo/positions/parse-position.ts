import { plausiblePosition, readPair } from './coordinate-pair.ts';
import { readLink } from './position-link.ts';
import { type Bounds, boundAccuracy, type ParsedPosition } from './stated-position.ts';

/** Nobody types more; a pasted page is no position. */
const maxLength = 2_000;

/**
 * A position typed as decimals or as degrees, minutes and seconds, or pasted as a link or message.
 * The city's bounds settle which number is the latitude when no letter says so. Null for anything
 * else: house numbers above all, which also come in twos.
 */
export function parsePosition(text: string, bounds: Bounds | null = null): ParsedPosition | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > maxLength) return null;
  return readLink(trimmed, bounds) ?? readEmergencyMessage(trimmed) ?? readTyped(trimmed, bounds);
}

function readTyped(text: string, bounds: Bounds | null): ParsedPosition | null {
  const { rest, accuracyMeters } = splitAccuracy(text);
  const at = readPair(rest, bounds);
  return at && { kind: 'position', ...at, accuracyMeters };
}

const accuracyPattern =
  /[\s,;(]*(?:±|\+\/?-|sai số|độ chính xác|accuracy|acc)\s*[:=]?\s*(\d{1,5}(?:[.,]\d+)?)\s*(m|met|mét|meters?|km)?\s*\)?\s*$/iu;
const trailingMetersPattern = /[\s,;(]+(\d{1,5}(?:[.,]\d+)?)\s*(m|mét|meters?|km)\s*\)?\s*$/iu;

function splitAccuracy(text: string): { rest: string; accuracyMeters: number | null } {
  const found = accuracyPattern.exec(text) ?? trailingMetersPattern.exec(text);
  if (!found) return { rest: text, accuracyMeters: null };
  const value = Number(found[1]?.replace(',', '.'));
  return {
    rest: text.slice(0, found.index),
    accuracyMeters: boundAccuracy(found[2]?.toLowerCase() === 'km' ? value * 1_000 : value),
  };
}

/** The message that telephones send with an emergency call: ETSI TS 103 625, `A"ML=1;lt=…;lg=…;rd=…`. */
function readEmergencyMessage(text: string): ParsedPosition | null {
  if (!/^A"ML=\d/.test(text)) return null;
  const fields = new Map(
    text.split(';').map((field) => {
      const [key = '', value = ''] = field.split('=');
      return [key.trim(), value.trim()];
    }),
  );
  const at = plausiblePosition(Number(fields.get('lg')), Number(fields.get('lt')));
  const accuracyMeters = boundAccuracy(Number(fields.get('rd')));
  return at && { kind: 'position', ...at, accuracyMeters };
}
