import { describe, expect, it } from 'vitest';
import { type BaseMap, keepBetter, noBaseMap } from './base-map.ts';

const whole: BaseMap = { url: 'whole', labelsUrl: 'labels', isComplete: true, attributions: [] };
const partly: BaseMap = { ...whole, url: 'partly', isComplete: false };
const before = { sight: 'around the fire', taken: 'wind 3 m/s', map: whole };

describe('the base map of a sheet whose words changed', () => {
  it('is the new picture where that is as good', () => {
    const drawn = { ...before, taken: 'wind 12 m/s', map: { ...whole, url: 'new' } };
    expect(keepBetter(before, drawn)).toEqual(drawn);
    expect(keepBetter({ ...before, map: partly }, drawn)).toEqual(drawn);
  });

  it('stays the one that was there where the new one is incomplete or is none', () => {
    for (const map of [partly, noBaseMap]) {
      const drawn = { ...before, taken: 'wind 12 m/s', map };
      expect(keepBetter(before, drawn)).toEqual({ ...drawn, map: whole });
    }
    const none = { ...before, map: noBaseMap };
    expect(keepBetter({ ...before, map: partly }, none).map).toEqual(partly);
  });

  it('is the new one of another view or language, however poor', () => {
    const drawn = { ...before, sight: 'elsewhere', map: noBaseMap };
    expect(keepBetter(before, drawn)).toEqual(drawn);
    expect(keepBetter(null, drawn)).toEqual(drawn);
  });
});
