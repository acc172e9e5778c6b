import { describe, expect, it } from 'vitest';
import type { ClosedStretches } from '../../server/closures/stretches-schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import type { ClosureEffect } from '../map/tool-marks.ts';
import { closesText, type Seen } from './closes-words.ts';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));
const classes = ['large', 'small', 'motorbike'];

function named(...roads: [name: string | null, meters: number, ofClass?: string][]) {
  return roads.map(([name, meters, ofClass = 'residential']) => ({
    road: { name, class: ofClass, alleyLevel: 0 },
    meters,
  }));
}

function seen(changes: Partial<ClosedStretches>): Seen {
  const { roads = named(['Phố Nam', 120]) } = changes;
  return {
    unknown: null,
    closes: {
      meters: roads.reduce((sum, { meters }) => sum + meters, 0),
      vehicleClasses: classes,
      onFoot: false,
      roads,
      roadCount: roads.length,
      stretches: [],
      stretchCount: 0,
      ...changes,
    },
  };
}

const asked = { effect: 'impassable' as ClosureEffect, classes };
const draft = { ...asked, isDraft: true };
const listed = { ...asked, isDraft: false };
const say = (what: Seen, of: typeof draft, words = vietnamese) =>
  closesText(what, { ...of, words }).lines;

describe('what a closure closes', () => {
  it('is said with the metres and the streets, and for whom', () => {
    expect(say(seen({}), draft)).toEqual([
      'Sẽ cấm 120 m: phố Nam.',
      'Với mọi xe; người đi bộ, vòi vẫn qua được.',
    ]);
    const two = seen({ roads: named(['Phố Nam', 120], ['Ngõ 5', 60]), onFoot: true });
    expect(say(two, listed)).toEqual([
      '180 m: phố Nam 120 m, ngõ 5 60 m.',
      'Với mọi xe, cả người đi bộ, vòi.',
    ]);
    expect(say(two, draft, english)).toEqual([
      'Would close 180 m: Phố Nam 120 m, Ngõ 5 60 m.',
      'To all vehicles, people and hose too.',
    ]);
  });

  it('at one place names all the streets there, which makes no metres', () => {
    const roads = named(['Cầu Gần', 0], ['Phố Nam', 0]);
    expect(say(seen({ roads }), draft)[0]).toBe('Sẽ chặn một chỗ trên: Cầu Gần, phố Nam.');
    expect(say(seen({ roads }), listed, english)[0]).toBe('At one place on: Cầu Gần, Phố Nam.');
  });

  it('to be avoided says so, and that people pass, whom it does not concern', () => {
    const avoid = { ...draft, effect: 'avoid' as const };
    expect(say(seen({ vehicleClasses: ['large'] }), avoid)).toEqual([
      'Nên tránh 120 m: phố Nam.',
      'Với xe lớn; người đi bộ, vòi vẫn qua được.',
    ]);
  });

  it('names the first roads only, those without a name once, and counts the others', () => {
    const roads = named(
      ['Phố Một', 90],
      [null, 80, 'footway'],
      [null, 70, 'path'],
      [null, 60, 'residential'],
      ['Phố Hai', 50],
      ['Phố Ba', 40],
    );
    expect(say(seen({ roads, roadCount: 30 }), listed)[0]).toBe(
      '390 m: đường không tên 130 m, phố Một 90 m, lối đi bộ 80 m, phố Hai 50 m và 25 đường khác.',
    );
  });

  it('to people only says that no vehicle is kept away', () => {
    expect(say(seen({ vehicleClasses: [], onFoot: true }), draft)[1]).toBe(
      'Chỉ với người đi bộ, vòi.',
    );
  });

  it('says where the map has not drawn all of it', () => {
    const many = seen({ stretchCount: 412 });
    expect(say(many, draft).at(-1)).toBe('Bản đồ chỉ vẽ 0 trong 412 đoạn, dài nhất trước.');
  });
});

describe('what nobody can use', () => {
  it('is a closure that closes nothing', () => {
    const nothing = seen({ roads: [], meters: 0, vehicleClasses: [] });
    expect(closesText(nothing, { ...draft, words: vietnamese })).toEqual({
      lines: ['Không cấm được gì: chỗ đó không có đường nào những xe này được đi.'],
      isDoubt: true,
    });
    expect(closesText(nothing, { ...listed, words: english }).isDoubt).toBe(true);
  });

  it('is said where it is not known, and that it can be closed all the same', () => {
    const away: Seen = { closes: null, unknown: 'graph-away' };
    expect(say(away, draft)).toEqual(['Chưa biết sẽ cấm những đường nào. Vẫn cấm được.']);
    expect(say(away, listed, english)).toEqual(['Not known now which roads it closes.']);
    const large: Seen = { closes: null, unknown: 'too-large' };
    expect(say(large, draft)[0]).toContain('Quá rộng');
  });
});
