import { describe, expect, it } from 'vitest';
import { resultForTest, setForTest, unitForTest } from '../dispatch/answers-for-test.ts';
import { markSent, sendAlso, sendFirst, takeBack } from './who-is-sent.ts';

const units = ['unit:2', 'unit:3', 'unit:5'].map((unitId) => unitForTest({ unitId }));
const computed = { ...resultForTest(), units, set: setForTest(['unit:2', 'unit:3']) };
const place = 'address:1';
const instead = { unit: 'unit:5', of: 'unit:2' };
const why = { 'unit:5': 'XE 02 hỏng bơm' };

describe('a unit that is sent as well', () => {
  it('takes back neither who was sent first by hand, nor others that come as well', () => {
    const first = { place, unit: 'unit:5', first: 'unit:5', instead, why };
    const withLadder = sendAlso(first, 'unit:8');
    expect(withLadder).toEqual({ ...first, unit: 'unit:8', also: ['unit:8'] });
    const both = sendAlso(withLadder, 'unit:9');
    expect(both).toEqual({ ...first, unit: 'unit:9', also: ['unit:8', 'unit:9'] });
    expect(sendAlso(both, 'unit:9')).toEqual(both);
  });

  it('stays when another one is sent first', () => {
    expect(sendFirst({ place, unit: 'unit:8', also: ['unit:8'] }, 'unit:5', computed)).toEqual({
      place,
      unit: 'unit:5',
      first: 'unit:5',
      instead,
      also: ['unit:8'],
    });
  });
});

describe('a set that was sent', () => {
  const sent = ['unit:2', 'unit:3', 'mobilised:4'];

  it('is kept, and is led by who goes first in it from then on', () => {
    const marked = markSent({ place, lead: 'unit:9', with: ['unit:9'] }, sent, 'unit:2');
    expect(marked).toEqual({ place, sent, first: 'unit:2', unit: 'unit:2' });
    expect(markSent({ place, unit: 'unit:3', first: 'unit:3' }, sent, 'unit:2')).toEqual({
      place,
      unit: 'unit:3',
      first: 'unit:3',
      sent,
    });
    expect(markSent({ place }, sent, 'unit:9')).toEqual({ place, sent });
  });

  it('lacks a unit that is taken back, which goes first no more either', () => {
    const search = { place, unit: 'unit:2', first: 'unit:2', also: ['unit:8'], sent };
    expect(takeBack(search, 'unit:3')).toEqual({ ...search, sent: ['unit:2', 'mobilised:4'] });
    expect(takeBack(search, 'unit:2')).toEqual({
      place,
      unit: 'unit:2',
      also: ['unit:8'],
      sent: ['unit:3', 'mobilised:4'],
    });
    const last = { place, unit: 'unit:8', also: ['unit:8'], sent: ['unit:8'] };
    expect(takeBack({ ...last, why: { 'unit:8': 'mái tôn' } }, 'unit:8')).toEqual({
      place,
      unit: 'unit:8',
    });
  });

  it('lacks the one in whose place another is sent first', () => {
    expect(sendFirst({ place, sent }, 'unit:5', computed)).toMatchObject({
      instead,
      sent: ['unit:3', 'mobilised:4'],
    });
  });
});
