import { describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import type { Closure } from '../../server/closures/schema.ts';
import type { ClosurePreview } from '../../server/closures/stretches-schema.ts';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { closureOnWayText } from './closure-words.ts';
import { closuresOnWay } from './closures-on-way.ts';
import type { StretchesById } from './use-closed-stretches.ts';

const words = wordsOf(createTexts('vi'));

function closureForTest(id: number, changes: Partial<Closure> = {}): Closure {
  return {
    id,
    geometry: { type: 'Point', coordinates: [105.815, 21.0005] },
    effect: 'impassable',
    vehicleClasses: null,
    onFoot: false,
    from: '2026-01-02T03:04:05Z',
    to: null,
    daily: null,
    reason: 'Sập cống',
    by: 'Trực ban',
    verified: false,
    createdAt: '2026-01-02T03:04:05Z',
    withdrawnAt: null,
    withdrawnBy: null,
    active: true,
    ...changes,
  };
}

const base = unitForTest();
const unit = unitForTest({
  drive: {
    ...base.drive!,
    geometry: {
      type: 'LineString',
      coordinates: [
        [105.81, 21],
        [105.82, 21],
      ],
    },
  },
  notes: [{ code: 'crosses-closure', params: { closureId: 7, why: 'chợ', by: 'A' } }],
});

/** A map from 105.81 to 105.82 east. */
const isInSight = ([lon, lat]: Position) => lon >= 105.81 && lon <= 105.82 && lat < 21.01;

function closing(
  lines: Position[][],
  names = ['Phố Thử'],
  classes: string[][] = [],
): ClosurePreview {
  const stretches = lines.map((line, index) => ({
    road: { name: names[index] ?? 'Phố Thử', class: 'residential', alleyLevel: 0 },
    meters: 40,
    vehicleClasses: classes[index] ?? ['large'],
    onFoot: false,
    line,
  }));
  const roads = stretches.map(({ road, meters }) => ({ road, meters }));
  const counts = { roadCount: roads.length, stretchCount: stretches.length };
  const closes = { meters: 40, vehicleClasses: ['large'], onFoot: false };
  return { closes: { ...closes, ...counts, roads, stretches }, unknown: null };
}

const stretches: StretchesById = new Map();
const fire: Position = [105.82, 21];
const way = { unit, fire, stretches, isInSight };

function found(...closures: Closure[]) {
  return closuresOnWay(closures, way).map(({ closure, letter }) => [letter, closure.id]);
}

describe('the closures that a crew is told of', () => {
  it('are first those that its way crosses, then the nearest, by letters', () => {
    const far = closureForTest(1, { geometry: { type: 'Point', coordinates: [105.815, 21.005] } });
    const crossed = closureForTest(7, { effect: 'avoid' });
    expect(found(far, closureForTest(2), crossed)).toEqual([
      ['A', 7],
      ['B', 2],
      ['C', 1],
    ]);
  });

  it('are all of them, also those for which there is no letter left', () => {
    const many = Array.from({ length: 28 }, (_, index) => closureForTest(100 + index));
    const letters = closuresOnWay(many, way).map(({ letter }) => letter);
    expect(letters).toHaveLength(28);
    expect(letters.slice(25)).toEqual(['Z', '', '']);
  });

  it('are none that is over, out of sight, or for others only', () => {
    const away: Closure['geometry'] = { type: 'Point', coordinates: [105.9, 21] };
    expect(
      found(
        closureForTest(1, { active: false }),
        closureForTest(2, { geometry: away }),
        closureForTest(3, { vehicleClasses: ['large'] }),
      ),
    ).toEqual([]);
    expect(found(closureForTest(4, { vehicleClasses: ['large'], onFoot: true }))).toHaveLength(1);
  });

  it('count also where a long one passes the map between two of its corners', () => {
    const line: [number, number][] = [
      [105.8, 21.001],
      [105.83, 21.001],
    ];
    expect(
      found(closureForTest(5, { geometry: { type: 'LineString', coordinates: line } })),
    ).toHaveLength(1);
  });

  it('are seen where they close a road, also beside what somebody drew', () => {
    const beside = closureForTest(4, {
      geometry: { type: 'Point', coordinates: [105.8202, 21.0005] },
    });
    const line: Position[] = [
      [105.8202, 21.0005],
      [105.8198, 21.0005],
    ];
    expect(closuresOnWay([beside], way)).toEqual([]);
    const known = new Map([[4, closing([line])]]);
    expect(closuresOnWay([beside], { ...way, stretches: known })).toMatchObject([
      { letter: 'A', stretches: [line] },
    ]);
  });

  it('have the letters of those that it crosses in the order in which the way meets them', () => {
    const crossing = { code: 'crosses-closure', params: { closureId: 8, why: 'chợ', by: 'A' } };
    const both = { ...unit, notes: [...unit.notes, crossing] };
    const late = closureForTest(7, { geometry: { type: 'Point', coordinates: [105.818, 21] } });
    const soon = closureForTest(8, { geometry: { type: 'Point', coordinates: [105.812, 21] } });
    const all = closuresOnWay([late, soon], { ...way, unit: both });
    expect(all.map(({ closure }) => closure.id)).toEqual([8, 7]);
  });

  it('have those letters also where the way follows one for a while', () => {
    const crossing = { code: 'crosses-closure', params: { closureId: 8, why: 'chợ', by: 'A' } };
    const both = { ...unit, notes: [...unit.notes, crossing] };
    const line: [number, number][] = [
      [105.812, 21.00005],
      [105.815, 21],
      [105.818, 21],
    ];
    const long = closureForTest(7, { geometry: { type: 'LineString', coordinates: line } });
    const inside = closureForTest(8, { geometry: { type: 'Point', coordinates: [105.814, 21] } });
    const all = closuresOnWay([inside, long], { ...way, unit: both });
    expect(all.map(({ closure, letter }) => [letter, closure.id])).toEqual([
      ['A', 7],
      ['B', 8],
    ]);
  });

  it('are said with the road that the way follows, not with one that only meets it', () => {
    const across: Position[] = [
      [105.815, 20.9995],
      [105.815, 21.0005],
    ];
    const along: Position[] = [
      [105.8148, 21],
      [105.8152, 21],
    ];
    const known = new Map([[1, closing([across, along], ['Phố Ngang', 'Phố Dọc'])]]);
    const [each] = closuresOnWay([closureForTest(1)], { ...way, stretches: known });
    expect(closureOnWayText(each!, words).about).toMatch(/^phố Dọc · /);
  });

  it('are said with a long street that the way follows for a part, not with a short alley off it', () => {
    const street: Position[] = [
      [105.812, 21],
      [105.815, 21],
      [105.815, 21.018],
    ];
    const alley: Position[] = [
      [105.813, 21],
      [105.813, 21.0002],
    ];
    const known = new Map([[1, closing([alley, street], ['Ngõ 1', 'Phố Dài'])]]);
    const [each] = closuresOnWay([closureForTest(1)], { ...way, stretches: known });
    expect(each!.road?.name).toBe('Phố Dài');
  });

  it('are said with a road of the class, not with a footway beside the way', () => {
    const footway: Position[] = [
      [105.812, 21],
      [105.818, 21],
    ];
    const street: Position[] = [
      [105.814, 21],
      [105.815, 21],
    ];
    const classes = [[], ['small']];
    const known = new Map([[1, closing([footway, street], ['Lối Bộ', 'Phố Xe'], classes)]]);
    const [each] = closuresOnWay([closureForTest(1)], { ...way, stretches: known });
    expect(each!.road?.name).toBe('Phố Xe');
  });

  it('are as far from the fire as they are, for a unit that has no way', () => {
    const stuck = { ...unit, status: 'unreachable' as const, drive: null, stop: null, hose: null };
    const [each] = closuresOnWay([closureForTest(1)], { ...way, unit: stuck });
    const { about } = closureOnWayText(each!, words);
    expect(about.replaceAll(/\s/g, ' ')).toMatch(/^cách đám cháy 5\d\d m · /);
  });

  it('are said with reason, place, end, and who says so, unverified', () => {
    const [near] = closuresOnWay([closureForTest(1)], way);
    const { what, about } = closureOnWayText(near!, words);
    expect(what).toBe('Không qua được: Sập cống');
    expect(about.replaceAll(/\s/g, ' ')).toBe(
      'cách đường xe 60 m · đến khi gỡ · Trực ban báo, chưa xác minh',
    );
  });
});
