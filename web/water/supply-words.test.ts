import { describe, expect, it } from 'vitest';
import type { WaterSupply } from '../../server/response/water-schema.ts';
import { destinationForTest, unitForTest, waterForTest } from '../dispatch/answers-for-test.ts';
import { waterShown } from '../dispatch/water-rows.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { toWaterText } from './hose-words.ts';
import { dutyPhones } from './duty-phones.ts';
import {
  detailsTitle,
  estimateText,
  missingText,
  needText,
  supplySentences,
  supplyShown,
} from './supply-words.ts';

const words = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ') ?? null;

const supply: WaterSupply = {
  litersPerSecond: 10,
  availableLitersPerSecond: 10,
  missingLitersPerSecond: 5,
  feeds: [
    {
      waterId: 'water:1',
      litersPerSecond: 10,
      relay: {
        lines: 1,
        hoseLengths: 5,
        missingLengths: 0,
        lossBar: 1.24,
        pumps: 1,
        litersPerSecond: 10,
        pumpPlaces: [
          {
            lon: 105.8,
            lat: 21,
            at: 'water',
            meters: 0,
            broughtBy: { unitId: 'unit:1', callSign: 'XE 01', means: 'engine' },
          },
        ],
        others: [{ lines: 2, pumps: 1, hoseLengths: 10, lossBar: 0.3 }],
      },
    },
  ],
  unused: [
    {
      waterId: 'water:2',
      kind: 'hydrant',
      name: null,
      main: null,
      hoseMeters: 80,
      why: 'same-main',
    },
    {
      waterId: 'water:3',
      kind: 'lake',
      name: 'Hồ Gươm',
      main: null,
      hoseMeters: 90.4,
      why: 'too-deep',
    },
  ],
  shuttle: null,
  provenance: 'estimated',
};
const main = { id: 'M1', name: 'Ống D300', owner: null, dutyPhone: '1900 8088' };
const unit = unitForTest({
  water: {
    status: 'found',
    points: [waterForTest('water:1', { main }), waterForTest('water:4', { main })],
    unverified: [],
    reachMeters: 400,
    supply,
  },
  ownTank: { liters: 500, hoseFillLiters: 503, litersPerSecond: 5, seconds: 0 },
});
const need = {
  litersPerSecond: 15,
  hours: 1,
  fireGroup: 'F1.4',
  use: null,
  floors: 3,
  volumeM3: 1_234,
  estimated: ['use' as const],
  sourceVi: 'QCVN 06, bảng 8',
  sourceEn: 'QCVN 06 table 8',
};
const destination = destinationForTest({ need });
const said = () => supplySentences(destination, unit, words).map(plain);

function mainOf(id: string) {
  return { id, name: `Ống ${id}`, owner: null, dutyPhone: `19 ${id}` };
}

describe('water, in words', () => {
  it('puts the need beside the flow, with what is missing and the sign of an assumption', () => {
    expect(plain(needText(destination, supply, words))).toBe('Cần 15 L/s* · có 10 L/s');
    expect(plain(missingText(supply, null, words))).toBe('thiếu 5 L/s');
    expect(missingText({ ...supply, missingLitersPerSecond: 0 }, null, words)).toBeNull();
  });

  it('says that the first who come lack hose for the lines, however much water there is', () => {
    const [feed] = supply.feeds;
    const short = { ...feed!, relay: { ...feed!.relay, hoseLengths: 23, missingLengths: 5 } };
    const met = { ...supply, missingLitersPerSecond: 0, feeds: [short] };
    expect(plain(missingText(met, null, words))).toBe('các xe tới trước thiếu 5 cuộn vòi');
    expect(plain(missingText({ ...met, missingLitersPerSecond: 2 }, null, words))).toBe(
      'thiếu 2 L/s, các xe tới trước thiếu 5 cuộn vòi',
    );
    // As many lines as there is water: nobody knows which of them are needed.
    expect(missingText({ ...met, missingLitersPerSecond: null }, null, words)).toBeNull();
    const fed = { ...unit, water: { ...unit.water!, supply: met } };
    expect(supplySentences(destination, fed, words, 'short').map(plain)[0]).toContain(
      '1 đường vòi, 23 cuộn (các xe tới trước thiếu 5 cuộn vòi), ước mất',
    );
  });

  it('says which pumps nobody brings, on the way to the water and on to the door', () => {
    const [feed] = supply.feeds;
    const [place] = feed!.relay.pumpPlaces;
    const bare = { ...place!, broughtBy: null };
    const relay = { ...feed!.relay, pumpPlaces: [bare] };
    const met = { ...supply, missingLitersPerSecond: 0, feeds: [{ ...feed!, relay }] };
    expect(plain(missingText(met, null, words))).toBe('1 bơm chưa có ai mang');
    const attack = { ...relay, pumpPlaces: [{ ...place!, at: 'engine' as const }, bare, bare] };
    expect(plain(missingText(met, attack, words))).toBe('3 bơm chưa có ai mang');
    // As many lines to the water as there is any; the one to the door is needed whatever is.
    const unknown = { ...met, missingLitersPerSecond: null };
    expect(missingText(unknown, null, words)).toBeNull();
    expect(plain(missingText(unknown, attack, words))).toBe('2 bơm chưa có ai mang');
  });

  it('says beside the flow that the engine pumps less than is needed, also where water is enough', () => {
    const relay = supply.feeds[0]!.relay;
    const engine = { unitId: 'unit:2', callSign: 'XE 02', means: 'engine' as const };
    const [place] = relay.pumpPlaces;
    const weak = {
      ...relay,
      litersPerSecond: 20,
      pumpPlaces: [{ ...place!, at: 'engine' as const, broughtBy: engine }],
    };
    const met = { ...supply, litersPerSecond: 30, missingLitersPerSecond: 0 };
    expect(plain(missingText(met, weak, words))).toBe('xe XE 02 chỉ bơm được 20 L/s');
    expect(plain(missingText(met, weak, english))).toBe('engine XE 02 pumps only 20 L/s');
    // Less water than it pumps: both are short of the need.
    const dry = { ...supply, litersPerSecond: 10, missingLitersPerSecond: 20 };
    expect(plain(missingText(dry, weak, words))).toBe('thiếu 20 L/s, xe XE 02 chỉ bơm được 20 L/s');
    const strong = { ...weak, litersPerSecond: 30 };
    expect(missingText(met, strong, words)).toBeNull();
    // Without a need that is known nobody says what is too little.
    expect(missingText({ ...met, missingLitersPerSecond: null }, weak, words)).toBeNull();
  });

  it('says up to which floor the pressure is counted, or that floors are not in it', () => {
    const relay = supply.feeds[0]!.relay;
    const { hose } = unitForTest();
    const onward = unitForTest({ hose: { ...hose!, meters: 60, relay } });
    const tell = (floors: number, floorsProvenance: 'recorded' | 'assumed') => {
      const ladder = {
        eavesMeters: 3.3 * floors,
        floors,
        floorsProvenance,
        longestMeters: 33,
        callSign: 'THANG 1',
        reaches: true,
        perhaps: null,
      };
      const at = destinationForTest({ ladder, water: { ...destination.water, supply } });
      const sentences = supplySentences(at, { ...onward, water: unit.water }, words, 'short');
      const attack = sentences.map(plain).find((text) => text!.startsWith('Từ xe tới cửa'))!;
      return [attack.split(', 10 L/s')[0], estimateText(at, words)];
    };
    const level = 'Ước tính theo công thức, mặt đất coi như bằng; chưa đo.';
    expect(tell(8, 'recorded')).toEqual(['Từ xe tới cửa (60 m, lên tầng 8)', level]);
    expect(tell(1, 'recorded')).toEqual(['Từ xe tới cửa (60 m)', level]);
    expect(tell(3, 'assumed')).toEqual([
      'Từ xe tới cửa (60 m, chưa tính tầng trên)',
      `${level} Chưa ghi số tầng: số cuộn vòi của xe đã cộng phần lên số tầng giả định; số cuộn và áp lực của từng đường ở đây chưa tính tầng trên.`,
    ]);
  });

  it('tells the hose to the water apart from that to the door', () => {
    expect(toWaterText({ supplyLengths: 23 }, words)).toBe(' + 23 tới nguồn nước');
    expect(toWaterText({ supplyLengths: 0 }, words)).toBe('');
  });

  it('does not pass the plan from the door off as that of a unit whose water was not asked yet', () => {
    const water = { ...unit.water!, supply };
    const fed = destinationForTest({ water });
    const unasked = unitForTest({ water: null });
    expect(supplyShown(fed, unasked)).toBeNull();
    expect(supplySentences(fed, unasked, words)).toEqual([]);
    expect(waterShown(fed, unasked).isUnasked).toBe(true);
    expect(supplyShown(fed, null)).toBe(supply);
    expect(supplyShown(fed, unitForTest({ stop: null, water: null }))).toBe(supply);
    expect(waterShown(fed, unit).isUnasked).toBe(false);
  });

  it('says that the need is unknown where no building is', () => {
    expect(plain(needText(destinationForTest(), supply, words))).toBe(
      'Có 10 L/s; chưa rõ cần bao nhiêu',
    );
  });

  it('names who stands at the hydrant, and what adds nothing and why', () => {
    expect(said()).toContain(
      'Trụ (60 m, Ống D300), 10 L/s: 1 đường vòi, 5 cuộn, ước mất 1,2 bar; bơm tại nguồn: xe XE 01 (áp lực chưa đo).',
    );
    expect(said()).toContain(
      'Không cộng thêm: Trụ, 80 m (cùng đường ống); Hồ Gươm, 90 m (hút không tới).',
    );
    expect(detailsTitle(supply, null, words)).toBe('Tiếp nước: 1 đường, 1 bơm');
  });

  it('leaves out on a full page what is not done, and nothing else', () => {
    const short = supplySentences(destination, unit, words, 'short').map(plain);
    expect(short[0]).toContain('bơm tại nguồn: xe XE 01');
    expect(short).toContain('Téc 500 L không đủ đổ đầy 148 m vòi.');
    expect(short.join(' ')).not.toMatch(/Không cộng thêm|QCVN/);
  });

  it('says that a tank cannot even fill the hose', () => {
    expect(said()).toContain('Téc 500 L không đủ đổ đầy 148 m vòi.');
  });

  it('marks of the need what nobody recorded, and only that', () => {
    expect(said()).toContain(
      'Cần 15 L/s trong 1 giờ: nhóm F1.4*, 3 tầng, 1.234 m³ (QCVN 06, bảng 8).',
    );
  });

  it('names the rule of the need in the language of the page', () => {
    const inEnglish = supplySentences(destination, unit, english).map(plain);
    expect(inEnglish.join(' ')).toContain('(QCVN 06 table 8)');
    expect(said().join(' ')).not.toContain('table');
  });

  it('gives the phone of each main once', () => {
    expect(dutyPhones(destination, unit)).toEqual([{ main: 'Ống D300', phone: '1900 8088' }]);
  });

  it('gives the phones of mains beyond the nearest water, then of those whose hydrants were not tested', () => {
    const [further] = supply.unused;
    const unused = [{ ...further!, main: mainOf('M2') }];
    const untested = waterForTest('water:7', { main: mainOf('M3'), status: 'unverified' });
    const again = waterForTest('water:8', { main, status: 'unverified' });
    const atDoor = waterForTest('water:9', { main: mainOf('M4'), status: 'unverified' });
    const phones = dutyPhones(
      destinationForTest({ water: { ...destination.water, unverified: [untested, atDoor] } }),
      { ...unit, water: { ...unit.water!, unverified: [again], supply: { ...supply, unused } } },
    );
    expect(phones.map(({ phone }) => phone)).toEqual(['1900 8088', '19 M2', '19 M3', '19 M4']);
  });
});
