import { describe, expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { destinationForTest, narrowAlley, unitForTest, waterForTest } from './answers-for-test.ts';
import { wordNote, wordReason } from './note-words.ts';
import { readBackLine } from './read-back-words.ts';
import { roadName, widthText } from './road-words.ts';
import { secondsShown } from './time-bar-parts.ts';
import { figureMeaning } from './unit-answer.tsx';
import { routerText } from './unit-list.tsx';
import { waterShown } from './water-rows.ts';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));

describe('a note', () => {
  it('becomes a sentence with its numbers written in the language', () => {
    const note = {
      code: 'if-narrower',
      params: {
        name: 'Ngách 29/70',
        widthMeters: 2.1,
        extraSeconds: 130,
        hoseMeters: 248,
        stopName: 'Phố Khương Hạ',
      },
    };
    expect(wordNote(note, vietnamese)).toBe(
      'Nếu ngách 29/70 hẹp hơn 2,1\u00A0m*: dừng ở phố Khương Hạ, vòi 248\u00A0m, chậm thêm 2:10.',
    );
    expect(wordNote(note, english)).toContain('2.1\u00A0m*');
  });

  it('asks for the width that the engine needs, not for a little more than was assumed', () => {
    const params = {
      name: 'Ngách 29/70',
      widthMeters: 1.8,
      provenance: 'assumed',
      neededMeters: 2.46,
      hoseMeters: 60,
      savedSeconds: 339,
    };
    expect(wordNote({ code: 'if-wider', params }, vietnamese)).toMatch(
      /^Nếu ngách 29\/70 thật ra rộng từ 2,5\u00A0m: xe vào sâu hơn, vòi còn 60\u00A0m, nhanh hơn 5:39/,
    );
    expect(wordNote({ code: 'if-wider', params: { ...params, hoseMeters: 0 } }, english)).toContain(
      'the engine gets to the door, 5:39 sooner',
    );
  });

  it('says so where only a wider alley brings water at all: no seconds are saved', () => {
    const params = {
      name: 'Ngách 29/70',
      widthMeters: 1.8,
      provenance: 'assumed',
      neededMeters: 2.46,
      hoseMeters: 60,
      savedSeconds: null,
    };
    const word = (more: object, words = vietnamese) =>
      wordNote({ code: 'if-wider', params: { ...params, ...more } }, words);
    expect(word({})).toBe(
      'Nếu ngách 29/70 thật ra rộng từ 2,5\u00A0m: xe vào sâu hơn, vòi còn 60\u00A0m, chỉ từ đó mới có nước. Hỏi người gọi.',
    );
    expect(word({ hoseMeters: 0 })).toContain('xe vào tới cửa, chỉ từ đó mới có nước');
    expect(word({}, english)).toContain('60\u00A0m of hose, and gives water only from there');
  });

  it('shows its code when this screen is older than the server', () => {
    expect(wordNote({ code: 'brand-new', params: { meters: 3 } }, vietnamese)).toBe(
      'brand-new (meters 3)',
    );
  });

  it('says that nobody brings the missing hose', () => {
    const params = { lengths: 3, broughtBy: null };
    expect(wordNote({ code: 'hose-short', params }, english)).toBe(
      '3 lengths missing; all who come do not carry as much.',
    );
  });

  it('says which bank a unit is on that nobody can time, and since when the register is not read', () => {
    const river = { code: 'across-river', params: { river: 'Sông Hồng' } };
    expect(wordNote(river, vietnamese)).toBe('ở bên kia Sông Hồng, chưa rõ đường vòng');
    expect(wordNote({ code: 'last-known', params: { ageSeconds: 95 } }, english)).toContain(
      'as of 1:35 ago',
    );
  });

  it('gives the reason of a stop in few words', () => {
    expect(wordReason(unitForTest().stop!.reason, vietnamese)).toBe('hẹp, xe cần 2,5\u00A0m');
  });
});

describe('a unit that no road graph could plan for', () => {
  const rough = unitForTest({
    drive: { router: 'table', seconds: 180, meters: null, geometry: null, steps: [] },
    stop: {
      lon: 105.8,
      lat: 21,
      reason: { code: 'known-access', params: {} },
      road: null,
      room: null,
      blockedBy: null,
    },
    hose: null,
    secondsToWater: null,
    secondsToCrew: 260,
  });

  it('shows its time to near the door, never as a time to water', () => {
    const seconds = secondsShown(rough);
    expect(seconds).toBe(260);
    expect(figureMeaning(rough, seconds, english.t)).toContain('stop, hose and water not planned');
    expect(figureMeaning(rough, seconds, vietnamese.t)).toContain('chưa tính chỗ dừng');
  });

  it.each([
    ['osrm', '', ''],
    ['graph', 'đường dự phòng', 'stand-in roads'],
    ['table', 'theo bảng tính sẵn', 'from a prepared table'],
    ['straight-line', 'ước theo đường chim bay', 'as the crow flies'],
  ] as const)('says in its row what its drive time is from: %s', (router, vi, en) => {
    const unit = { ...rough, drive: { ...rough.drive!, router } };
    expect(routerText(unit, vietnamese)).toBe(vi);
    expect(routerText(unit, english)).toBe(en);
  });
});

describe('a road', () => {
  it('carries the sign of an assumed width, and only of an assumed one', () => {
    expect(widthText(narrowAlley, vietnamese)).toBe('2,1\u00A0m*');
    expect(widthText({ ...narrowAlley, provenance: 'tagged' }, vietnamese)).toBe('2,1\u00A0m');
  });

  it('is called by its kind when it has no name', () => {
    expect(roadName({ ...narrowAlley, name: null }, english)).toBe('unnamed alley');
  });
});

describe('the read-back line', () => {
  it('has the address, the ward, the mouth to enter by and what is near', () => {
    const { readBack } = destinationForTest();
    const line = readBackLine(
      {
        ...readBack,
        mouth: { alley: 'Ngõ 29', onto: 'Phố Khương Hạ' },
        near: { kind: 'pagoda', name: 'Chùa Khương Hạ', meters: 132 },
      },
      vietnamese,
    );
    expect(line).toBe(
      'Số 37, Ngách 29/70 Khương Hạ, phường Khương Đình, vào từ ngõ 29, phía phố Khương Hạ, gần Chùa Khương Hạ (132\u00A0m).',
    );
  });

  it('does not say the street twice', () => {
    const { readBack } = destinationForTest();
    const mouth = { alley: 'Ngõ 29 phố Khương Hạ', onto: 'Phố Khương Hạ' };
    expect(readBackLine({ ...readBack, mouth }, vietnamese)).toMatch(
      /vào từ ngõ 29 phố Khương Hạ\.$/,
    );
    expect(readBackLine({ ...readBack, mouth }, english)).toMatch(/by Ngõ 29 phố Khương Hạ\.$/);
  });
});

describe('the water listed', () => {
  const reach = { status: 'found' as const, reachMeters: 400, supply: null };

  it('joins what the stop point and the door reach into one row per source', () => {
    const destination = destinationForTest({
      water: {
        ...reach,
        points: [waterForTest('water:1', { hoseMeters: 180 }), waterForTest('water:2')],
        unverified: [],
      },
    });
    const unit = unitForTest({
      water: { ...reach, points: [waterForTest('water:1')], unverified: [] },
    });
    expect(
      waterShown(destination, unit).usable.map((row) => [
        row.point.id,
        row.fromStopMeters,
        row.fromDoorMeters,
      ]),
    ).toEqual([
      ['water:1', 60, 180],
      ['water:2', null, 60],
    ]);
  });

  it('keeps “none in reach” apart from “none in the data”', () => {
    const inReach = waterShown(destinationForTest(), null);
    expect(inReach.status).toBe('none-in-reach');
    const inData = waterShown(
      destinationForTest({
        water: {
          status: 'none-in-register',
          points: [],
          unverified: [],
          reachMeters: 400,
          supply: null,
        },
      }),
      null,
    );
    expect(inData.status).toBe('none-in-register');
  });
});
