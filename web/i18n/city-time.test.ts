import { describe, expect, it } from 'vitest';
import { instantOf, learnTimeZone, zoneText } from './city-time.ts';
import { createTexts, wordsOf } from './words.ts';

const hanoi = 'Asia/Ho_Chi_Minh';

describe('the clock of the city', () => {
  it('is by which a day and a time are meant, whatever the computer is set to', () => {
    expect(instantOf('2026-11-28T08:00', hanoi)!.toISOString()).toBe('2026-11-28T01:00:00.000Z');
    expect(instantOf('2026-11-28T03:30', hanoi)!.toISOString()).toBe('2026-11-27T20:30:00.000Z');
  });

  it('is kept also where it is set back and forth in a year', () => {
    const berlin = 'Europe/Berlin';
    expect(instantOf('2026-07-01T08:00', berlin)!.toISOString()).toBe('2026-07-01T06:00:00.000Z');
    expect(instantOf('2026-12-01T08:00', berlin)!.toISOString()).toBe('2026-12-01T07:00:00.000Z');
    // The hour before and the hour after it is set, in the night of 29 March.
    expect(instantOf('2026-03-29T01:30', berlin)!.toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(instantOf('2026-03-29T03:30', berlin)!.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is named as everybody knows it', () => {
    expect(zoneText(hanoi, new Date('2026-11-28T00:00Z'))).toBe('GMT+7');
  });

  it('is that of all texts from when the server names it, and the computer’s before', () => {
    const texts = createTexts('en');
    expect(wordsOf(texts).timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    for (const unusable of [null, 'Asia/Nowhere']) learnTimeZone(texts, unusable);
    expect(wordsOf(texts).timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    let times = 0;
    texts.store.on('added', () => (times += 1));
    for (let n = 0; n < 2; n += 1) learnTimeZone(texts, 'Pacific/Kiritimati');
    // Every page is written anew at each.
    expect(times).toBe(1);
    const { format, timeZone } = wordsOf(texts);
    expect(timeZone).toBe('Pacific/Kiritimati');
    const when = new Date('2026-12-31T12:15Z');
    expect(format.time(when)).toBe('02:15');
    expect(format.moment(when, new Date('2027-06-01T00:00Z'))).toBe('01/01 02:15');
    expect(format.moment(when, when)).toBe('01/01 02:15');
    expect(format.moment(when, new Date('2026-06-01T00:00Z'))).toBe('01/01/2027 02:15');
    expect(format.date(when.toISOString())).toBe('01/01/2027');
    void texts.changeLanguage('vi');
    expect(wordsOf(texts).format.time(when)).toBe('02:15');
  });
});
