import { describe, expect, it } from 'vitest';
import { formatFor } from './format.ts';

describe('minutes on the screen', () => {
  const { clock } = formatFor('vi');

  it('are minutes and seconds, hours only when there are any', () => {
    expect(clock(400)).toBe('6:40');
    expect(clock(5)).toBe('0:05');
    expect(clock(3725)).toBe('1:02:05');
  });

  it('never promise a better time than was computed', () => {
    expect(clock(59.2)).toBe('1:00');
    expect(clock(60)).toBe('1:00');
  });
});

describe('distances', () => {
  it('are metres to the ten, then kilometres as the language writes them', () => {
    expect(formatFor('vi').distance(634)).toBe('630 m');
    expect(formatFor('vi').distance(1130)).toBe('1,1 km');
    expect(formatFor('en').distance(1130)).toBe('1.1 km');
  });
});

describe('limits and needs', () => {
  const { limit, need } = formatFor('vi');

  it('never allow more than there is, nor take less than is needed', () => {
    expect(limit(3.08)).toBe('3');
    expect(limit(3.49)).toBe('3,4');
    expect(need(2.46)).toBe('2,5');
    expect(need(3.01)).toBe('3,1');
  });

  it('stay what they are where only the computer writes them otherwise', () => {
    for (const value of [3.1, Math.fround(3.1), 0.1 + 0.2 + 2.8, Math.fround(16.1)]) {
      const written = String(Math.round(value * 10) / 10).replace('.', ',');
      expect([limit(value), need(value)]).toEqual([written, written]);
    }
  });
});
