import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { type MessageKey, vi } from './vi.ts';
import { createTexts, wordsOf } from './words.ts';

const keys = Object.keys(vi) as MessageKey[];

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).toSorted();
}

describe('the two languages', () => {
  it('say the same things', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
  });

  it.each(keys)('leave nothing out of “%s”', (key) => {
    expect(en[key]).not.toBe('');
    expect(placeholders(en[key])).toEqual(placeholders(vi[key]));
  });

  it('are stored composed, so that no letter falls apart', () => {
    for (const text of Object.values(vi)) expect(text).toBe(text.normalize('NFC'));
  });

  it('write decimals, thousands and plurals as each of them does', () => {
    const vietnamese = wordsOf(createTexts('vi'));
    const english = wordsOf(createTexts('en'));
    expect(vietnamese.format.number(1234.56, 1)).toBe('1.234,6');
    expect(english.format.number(1234.56, 1)).toBe('1,234.6');
    expect(english.t('hose.lengths', { n: 1 })).toBe('1 length');
    expect(english.t('hose.lengths', { n: 9 })).toBe('9 lengths');
    expect(vietnamese.t('hose.lengths', { n: 9 })).toBe('9 cuộn');
  });
});
