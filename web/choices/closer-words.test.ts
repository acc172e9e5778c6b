import { describe, expect, it } from 'vitest';
import type { Closer } from '../../server/response/choices-schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { closerText } from './closer-words.ts';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));

const small: Closer = {
  kind: 'unit',
  unitId: '3',
  callSign: 'N-03',
  vehicleClass: 'small',
  stop: { lon: 105.8, lat: 21 },
  hoseMeters: 60.2,
  missingLengths: 0,
  reelMeters: null,
  secondsToCrew: 260,
  secondsToWater: 370,
  secondsOfAgent: null,
  why: {
    code: 'closer-fits',
    params: {
      closerMeters: 260,
      name: 'Ngõ 29',
      class: 'service',
      widthMeters: 2.6,
      provenance: 'assumed',
    },
  },
};

describe('what gets closer', () => {
  it('says why, what is left of the hose, and both clocks', () => {
    expect(closerText(small, vietnamese)).toEqual({
      who: 'xe nhỏ, lọt ngõ 29 (2,6\u00A0m*), gần hơn 260\u00A0m',
      left: 'còn 60\u00A0m vòi',
      clocks: ['nước 6:10', 'tổ 4:20'],
    });
  });

  it('says of first attack how long its agent lasts, and promises no water', () => {
    const motorbike = {
      ...small,
      vehicleClass: 'motorbike',
      hoseMeters: 0,
      secondsToWater: null,
      secondsOfAgent: 108.1,
    };
    expect(closerText(motorbike, english)).toMatchObject({
      left: 'right to the door · its tank lasts 1:48',
      clocks: ['first attack', 'crew 4:20'],
    });
  });

  it('says what hose is missing, and that a reel does not reach the door in place of how long it lasts', () => {
    expect(closerText({ ...small, missingLengths: 3 }, vietnamese).left).toBe(
      'còn 60\u00A0m vòi · thiếu 3 cuộn',
    );
    const motorbike = { ...small, secondsOfAgent: 108.1, reelMeters: 40, missingLengths: 2 };
    expect(closerText(motorbike, vietnamese).left).toBe(
      'còn 60\u00A0m vòi · vòi cuộn 40\u00A0m không tới cửa',
    );
    expect(closerText(motorbike, english).left).toContain(
      'its 40\u00A0m reel does not reach the door',
    );
  });

  it('says how far a pump is carried, and to which water', () => {
    const pump: Closer = {
      ...small,
      kind: 'carried-pump',
      why: {
        code: 'closer-pump',
        params: { carryMeters: 320, waterKind: 'pond', waterName: null },
      },
    };
    expect(closerText(pump, vietnamese).who).toBe(
      'bơm khiêng tay, khiêng 320\u00A0m tới ao gần cửa',
    );
  });
});
