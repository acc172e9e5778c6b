import { describe, expect, it } from 'vitest';
import { resultForTest, setForTest, unitForTest } from '../dispatch/answers-for-test.ts';
import { sentOf, targetOf } from '../dispatch/dispatch-search.ts';
import {
  dropChoices,
  isAsMarked,
  markSent,
  sendAlso,
  sendFirst,
  takeBack,
  takenBackBy,
  undoMark,
} from './who-is-sent.ts';

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
  const leading = { lead: 'unit:2', shown: 'unit:2' };

  it('is kept, and is led by who goes first in it from then on', () => {
    const marked = markSent({ place, lead: 'unit:9', with: ['unit:9'] }, sent, leading);
    expect(marked).toEqual({ place, sent, first: 'unit:2', unit: 'unit:2' });
    expect(markSent({ place, unit: 'unit:3', first: 'unit:3' }, sent, leading)).toEqual({
      place,
      unit: 'unit:3',
      first: 'unit:3',
      sent,
    });
    expect(markSent({ place }, sent, { ...leading, lead: 'unit:9' })).toEqual({ place, sent });
  });

  it('moves no panel: who was looked at stays, and in a rescue, where nobody leads with water, the soonest', () => {
    const shown = 'unit:3';
    expect(markSent({ place }, sent, { lead: 'unit:2', shown })).toEqual({
      place,
      sent,
      first: 'unit:2',
      unit: shown,
    });
    expect(markSent({ place }, sent, { lead: null, shown })).toEqual({ place, sent });
  });

  it('is as before once that is undone, but for another unit that is looked at since', () => {
    for (const before of [
      { place },
      { place, unit: 'unit:3', first: 'unit:3', sent: ['unit:3'] },
      { place, lead: 'unit:9', with: ['unit:8'] },
    ]) {
      const after = markSent(before, sent, leading);
      expect(undoMark(after, { before, after })).toEqual(before);
      expect(undoMark({ ...after, unit: 'unit:8' }, { before, after })).toEqual({
        ...before,
        unit: 'unit:8',
      });
    }
  });

  it('can be undone only while nothing else of who is sent was chosen: another leader, one more, a reason', () => {
    const before = { place };
    const after = markSent(before, sent, leading);
    const marked = { before, after };
    expect(isAsMarked({ ...after }, marked)).toBe(true);
    expect(isAsMarked({ ...after, unit: 'unit:3', alarm: 2 }, marked)).toBe(true);
    for (const search of [
      sendFirst(after, 'unit:3', computed),
      sendAlso(after, 'unit:8'),
      takeBack(after, 'unit:3'),
      { ...after, why },
      before,
    ])
      expect(isAsMarked(search, marked)).toBe(false);
  });

  it('goes on being led by the same unit when all choices are dropped; who replaces another is a choice', () => {
    const stop = { 'unit:3': { lon: 105.8, lat: 21 } };
    const marked = { ...markSent({ place }, sent, leading), also: ['unit:8'], stop, why };
    expect(dropChoices(marked)).toEqual({ place, sent, first: 'unit:2' });
    expect(dropChoices({ place, first: 'unit:5', sent })).toEqual({ place, sent });
    const replacing = { place, first: 'unit:5', instead, sent: [...sent, 'unit:5'] };
    expect(dropChoices(replacing)).toEqual({ ...replacing, first: 'unit:2', instead: undefined });
    expect(dropChoices({ ...replacing, sent: ['unit:3', 'unit:5'] })).toEqual({
      place,
      sent: ['unit:3', 'unit:5'],
    });
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

  it('keeps the one in whose place another is sent first, for it drives: it is said, and comes again once that is dropped', () => {
    const before = { place, sent, first: 'unit:2' };
    expect(takenBackBy(before, 'unit:5', computed)).toBe('unit:2');
    expect(takenBackBy({ place }, 'unit:5', computed)).toBeNull();
    expect(takenBackBy(before, 'unit:3', computed)).toBeNull();
    const chosen = sendFirst(before, 'unit:5', computed);
    expect(chosen).toMatchObject({ instead, sent });
    expect(sentOf(chosen)).toEqual(['unit:3', 'mobilised:4']);
    expect(targetOf(chosen)).toMatchObject({ withUnitIds: ['unit:3', 'mobilised:4'] });
    expect(dropChoices(chosen)).toEqual(before);
    expect(takeBack(chosen, 'unit:5')).toEqual({ ...before, unit: 'unit:5' });
  });

  it('goes on lacking that one when a third is sent first, though it is ranked no more', () => {
    const chosen = sendFirst({ place, sent, first: 'unit:2' }, 'unit:5', computed);
    const driving = { ...computed, units: units.slice(1), set: setForTest(['unit:3']) };
    const again = sendFirst(chosen, 'unit:7', driving);
    expect(again.instead).toEqual({ unit: 'unit:7', of: 'unit:2' });
    expect(takenBackBy(chosen, 'unit:7', driving)).toBe('unit:2');
    expect(sendFirst(chosen, 'unit:2', driving).instead).toBeUndefined();
    // And when one of the set is.
    const ofSet = sendFirst(chosen, 'unit:3', driving);
    expect(ofSet.instead).toEqual({ unit: 'unit:3', of: 'unit:2' });
    expect(sentOf(ofSet)).toEqual(['unit:3', 'mobilised:4']);
    expect(takenBackBy(chosen, 'unit:3', driving)).toBe('unit:2');
  });
});
