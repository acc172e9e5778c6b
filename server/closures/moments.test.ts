import { describe, expect, it } from 'vitest';
import { isInForce, nextChange, type Times } from './moments.ts';

const always: Times = { from: '2026-03-01T00:00:00Z', to: null, daily: null, withdrawnAt: null };
const hanoi = 'Asia/Ho_Chi_Minh';
const at = (text: string): Date => new Date(text);

describe('a closure in time', () => {
  it('begins and ends by itself', () => {
    const times = { ...always, to: '2026-03-02T00:00:00Z' };
    expect(isInForce(times, at('2026-02-28T23:59:59Z'), hanoi)).toBe(false);
    expect(isInForce(times, at('2026-03-01T00:00:00Z'), hanoi)).toBe(true);
    expect(isInForce(times, at('2026-03-02T00:00:00Z'), hanoi)).toBe(false);
  });

  it('of a market holds every morning, by the clock of the city', () => {
    const market = { ...always, daily: { from: '05:00', to: '08:00' } };
    expect(isInForce(market, at('2026-03-05T21:59:00Z'), hanoi)).toBe(false);
    expect(isInForce(market, at('2026-03-05T22:00:00Z'), hanoi)).toBe(true);
    expect(isInForce(market, at('2026-03-06T01:00:00Z'), hanoi)).toBe(false);
    const next = nextChange([market], at('2026-03-05T22:30:00Z'), hanoi);
    expect(next).toEqual(at('2026-03-06T01:00:00Z'));
  });

  it('of a night market goes on over midnight', () => {
    const night = { ...always, daily: { from: '22:00', to: '01:30' } };
    expect(isInForce(night, at('2026-03-05T18:00:00Z'), hanoi)).toBe(true);
    expect(isInForce(night, at('2026-03-05T18:30:00Z'), hanoi)).toBe(false);
  });

  it('that was withdrawn holds no more, and changes no more', () => {
    const withdrawn = {
      ...always,
      from: '2027-01-01T00:00:00Z',
      withdrawnAt: '2026-03-01T00:00:00Z',
    };
    expect(isInForce(withdrawn, at('2027-02-01T00:00:00Z'), hanoi)).toBe(false);
    expect(nextChange([withdrawn], at('2026-03-01T00:00:00Z'), hanoi)).toBeNull();
  });
});
