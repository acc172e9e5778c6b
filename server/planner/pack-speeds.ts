// Speeds and roads as they go to the graph's thread and back: numbers in one array, which is handed over
// instead of being copied piece by piece. Tens of thousands of objects would hold up both sides.

import type { PairRoad, SeenSpeed } from './slow-city.ts';

/** from, to, km/h, time and the number of the source, one speed after the other. */
export type PackedSpeeds = { numbers: Float64Array; sources: string[] };

const perSpeed = 5;

export function packSpeeds(speeds: SeenSpeed[]): PackedSpeeds {
  const sources: string[] = [];
  const numberOf = new Map<string, number>();
  const numbers = new Float64Array(perSpeed * speeds.length);
  for (const [index, { from, to, kmh, at, source }] of speeds.entries()) {
    let number = numberOf.get(source);
    if (number === undefined) {
      number = sources.push(source) - 1;
      numberOf.set(source, number);
    }
    numbers.set([from, to, kmh, at, number], perSpeed * index);
  }
  return { numbers, sources };
}

export function unpackSpeeds({ numbers, sources }: PackedSpeeds): SeenSpeed[] {
  return Array.from({ length: numbers.length / perSpeed }, (_, index) => {
    const [from, to, kmh, at, source] = numbers.subarray(perSpeed * index, perSpeed * (index + 1));
    return { from: from!, to: to!, kmh: kmh!, at: at!, source: sources[source!]! };
  });
}

/** metres, km/h, and lon and lat of both ends; no metres where there is no road. */
const perRoad = 6;

export function packRoads(roads: (PairRoad | null)[]): Float64Array {
  const numbers = new Float64Array(perRoad * roads.length);
  for (const [index, road] of roads.entries())
    if (road) numbers.set([road.meters, road.kmh, ...road.line.flat()], perRoad * index);
  return numbers;
}

export function unpackRoads(numbers: Float64Array): (PairRoad | null)[] {
  return Array.from({ length: numbers.length / perRoad }, (_, index) => {
    const [meters, kmh, west, south, east, north] = numbers.subarray(
      perRoad * index,
      perRoad * (index + 1),
    );
    if (kmh === 0) return null;
    return {
      meters: meters!,
      kmh: kmh!,
      line: [
        [west!, south!],
        [east!, north!],
      ],
    };
  });
}
