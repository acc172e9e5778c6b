// A position as clients send it: in the query, or as Traccar's newer ones do in the body. Pure.

import { parseInput } from '../validate.ts';
import { positionReport, type PositionReport, type TraccarReport } from './schema.ts';

const knotsPerMeterPerSecond = 3_600 / 1_852;

export function readReport(query: Record<string, string>, body: TraccarReport | null) {
  return parseInput(positionReport, body ? toQuery(body) : query);
}

/** The same report in the words of the query. */
function toQuery({ device_id: id, location }: TraccarReport): Record<string, string> {
  const { latitude, longitude, accuracy, speed, heading } = location.coords;
  const { timestamp } = location;
  return {
    id: String(id),
    lat: String(latitude),
    lon: String(longitude),
    ...(timestamp !== undefined && { timestamp: String(timestamp) }),
    ...known('accuracy', accuracy),
    ...known('speed', speed, knotsPerMeterPerSecond),
    ...known('bearing', heading),
  };
}

function known(name: keyof PositionReport, value: number | null | undefined, factor = 1) {
  return value == null || value < 0 ? {} : { [name]: String(value * factor) };
}
