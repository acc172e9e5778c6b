import { describe, expect, it } from 'vitest';
import type { Health } from '../../server/health/schema.ts';
import { resultForTest, unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { notesOnSheet, type Warned, warningsOf } from './sheet-warnings.ts';

const words = wordsOf(createTexts('vi'));
const at = new Date(2026, 0, 2, 9, 41).getTime();

type Changes = { shown?: Partial<Warned['shown']> } & Partial<Omit<Warned, 'shown'>>;

function warnedForTest({ shown, ...changes }: Changes = {}): Warned {
  const response = resultForTest();
  return {
    response,
    health: { data: undefined, isError: false },
    ...changes,
    shown: {
      response: { isError: false, isKept: false, dataUpdatedAt: at },
      named: null,
      sentIds: [],
      answer: changes.response ?? response,
      ...shown,
    },
  };
}

const byGraph = resultForTest({
  degraded: true,
  units: [unitForTest({ drive: { ...unitForTest().drive!, router: 'graph' } })],
  notes: [{ code: 'last-known', params: { ageSeconds: 40 } }],
});

const goneOf = (unitId: string) => ({
  code: 'unknown-unit',
  params: { unitId, field: 'withUnitIds' },
});

describe('what a sheet says of its answer', () => {
  it('is nothing while all is well', () => {
    expect(warningsOf(warnedForTest(), words)).toEqual([]);
  });

  it('is of when it is, as soon as the server does not answer', () => {
    const old = 'Máy chủ không trả lời: phương án là của lúc 09:41.';
    const lost = { data: undefined, isError: true };
    expect(warningsOf(warnedForTest({ health: lost }), words)).toEqual([old]);
    const kept = { isError: false, isKept: true, dataUpdatedAt: at };
    expect(warningsOf(warnedForTest({ shown: { response: kept } }), words)).toEqual([old]);
  });

  it('is who reckoned the way, also of an answer that has grown old since', () => {
    const byWhom = expect.stringContaining('tính đường bằng đồ thị dự phòng');
    expect(warningsOf(warnedForTest({ response: byGraph }), words)).toEqual([byWhom]);
    const lost = { data: { status: 'ok' } as Health, isError: true };
    expect(warningsOf(warnedForTest({ response: byGraph, health: lost }), words)).toEqual([
      expect.stringContaining('phương án là của lúc'),
      byWhom,
    ]);
  });

  it('is also each unit of its link that is no longer in the data', () => {
    const answer = resultForTest({ notes: [goneOf('unit:8'), goneOf('unit:9')] });
    const response = resultForTest({ notes: [goneOf('unit:8')] });
    expect(notesOnSheet(warnedForTest({ response, shown: { answer } }))).toEqual(answer.notes);
  });

  it('is also what the answer about its unit alone was made without', () => {
    const warned = warnedForTest({ shown: { answer: byGraph } });
    expect(warningsOf(warned, words)[0]).toContain('đồ thị dự phòng');
    expect(notesOnSheet(warned)).toEqual(byGraph.notes);
    expect(notesOnSheet(warnedForTest({ response: byGraph }))).toEqual(byGraph.notes);
  });

  it('leaves what an answer says of its unit to where the unit stands', () => {
    const answer = resultForTest({ notes: [{ code: 'status-now', params: {} }] });
    expect(notesOnSheet(warnedForTest({ shown: { answer } }))).toEqual([]);
  });
});
