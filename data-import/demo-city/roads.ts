import type { Road } from './city-model.ts';
import { distance, type Meters } from './plane.ts';
import type { Random } from './random.ts';

export type StreetClass = 'primary' | 'secondary' | 'tertiary' | 'residential';

/** Carriageway, and metres from the centre line to the houses: half of it plus the pavement. */
const STREETS: Record<StreetClass, { width: number; clearance: number }> = {
  primary: { width: 14, clearance: 11.5 },
  secondary: { width: 10.5, clearance: 8.5 },
  tertiary: { width: 7.5, clearance: 6 },
  residential: { width: 5.5, clearance: 4 },
};

/** Clear widths by level: ngõ, ngách, hẻm. */
const ALLEY_WIDTHS: readonly (readonly [number, number])[] = [
  [2, 4.5],
  [1.5, 3],
  [0.9, 1.8],
];

export function makeStreet(name: string, streetClass: StreetClass, line: Meters[]): Road {
  return {
    kind: 'street',
    highway: streetClass,
    level: 0,
    ...STREETS[streetClass],
    line,
    junctions: [],
    parent: null,
    name,
    altName: null,
    streetName: name.replace(/^(Phố|Đường) /, ''),
    path: [],
    tellsWidth: false,
    anchors: [],
    farMouth: null,
    plotWidths: null,
  };
}

/** An alley off `parent`, never wider than it; its name comes when the houses at its mouth are numbered. */
export function makeAlley(parent: Road, line: Meters[], random: Random): Road {
  const level = parent.level + 1;
  const [low, high] = ALLEY_WIDTHS[level - 1]!;
  const widest = parent.kind === 'alley' ? Math.max(low, Math.min(high, parent.width)) : high;
  const width = Math.round(random.between(low, widest) * 10) / 10;
  return {
    kind: 'alley',
    highway: alleyHighway(level, width, random),
    level,
    width,
    clearance: width / 2 + 0.1,
    line,
    junctions: [],
    parent,
    name: '',
    altName: null,
    streetName: parent.streetName,
    path: [],
    tellsWidth: random.chance(level === 1 ? 0.3 : 0.12),
    anchors: [],
    farMouth: null,
    plotWidths: null,
  };
}

function alleyHighway(level: number, width: number, random: Random): string {
  if (level === 1) return width >= 3 || random.chance(0.4) ? 'residential' : 'service';
  if (width < 1.3) return random.chance(0.6) ? 'footway' : 'path';
  return level === 2 && random.chance(0.3) ? 'residential' : 'service';
}

/** Streets are numbered from the centre outward. */
export function fromCentre(line: Meters[], centre: Meters): Meters[] {
  return distance(line[0]!, centre) <= distance(line.at(-1)!, centre) ? line : line.toReversed();
}
