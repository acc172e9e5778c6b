import { describe, expect, it } from 'vitest';
import type { ShuttlePlan } from '../../server/response/water-schema.ts';
import {
  destinationForTest,
  shuttleForTest,
  supplyForTest,
  unitForTest,
} from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { supplySentences } from './supply-words.ts';

const words = wordsOf(createTexts('vi'));
const shuttle = shuttleForTest({
  kind: 'tank',
  meters: 1_520,
  roundTripSeconds: 500,
  tankers: [],
  litersPerSecond: 0,
});

/** Of a unit, or of the door, that no hose reaches. */
function sentences(
  driven: ShuttlePlan | null,
  { missing = 5, isOfUnit = true }: { missing?: number | null; isOfUnit?: boolean } = {},
): string[] {
  const supply = supplyForTest([], { shuttle: driven, missingLitersPerSecond: missing });
  const destination = destinationForTest();
  const water = { ...destination.water, supply };
  const unit = isOfUnit ? unitForTest({ water }) : null;
  return supplySentences({ ...destination, water }, unit, words).map((text) =>
    text.replaceAll('\u00A0', ' '),
  );
}

function tell(changes: Partial<ShuttlePlan>, missing: number | null = 5): string {
  return sentences({ ...shuttle, ...changes }, { missing }).find((text) => text.startsWith('Chở'))!;
}

const told = 'Chở nước từ Bể cách 1,5 km: một vòng 8:20; không còn xe (téc 3.000 L) cho 0 L/s.';

describe('water that is driven', () => {
  it('tells of tankers, and how many the need would take', () => {
    expect(tell({})).toBe(`${told} Đủ nước cần 3 xe.`);
    expect(tell({ spareTankers: 4 })).toBe(
      `${told} Đủ nước cần 3 xe. Còn 4 xe khác cũng chở được.`,
    );
    expect(tell({ tankersForNeed: null })).toBe(
      `${told} Ở nguồn này bao nhiêu xe cũng không đủ: lấy nước quá chậm.`,
    );
    const holds = { volumeM3: 10, hours: 1, litersPerSecond: 10_000 / 3_600 };
    const held = 'Nguồn này chỉ có 10 m³: dùng trong 1 giờ thì được 2,8 L/s.';
    const small = { tankersForNeed: null, holds };
    expect(tell(small)).toBe(`${told} ${held} Bao nhiêu xe cũng không đủ: nguồn hết nước trước.`);
    // Nobody knows what would be enough.
    expect(tell(small, null)).toBe(`${told} ${held}`);
  });

  it('says where it has to be pumped on, since the tankers do not get in', () => {
    const road = {
      name: 'Phố Khương Hạ',
      class: 'residential',
      alleyLevel: 0,
      widthMeters: 10,
      provenance: 'tagged' as const,
    };
    expect(tell({ stopsOn: { lon: 105.8, lat: 21, road } })).toBe(
      `${told} Xe chở nước chỉ tới được phố Khương Hạ: từ đó phải bơm tiếp vào. Đủ nước cần 3 xe.`,
    );
  });

  it('says where no way to drive it was found, of a unit only', () => {
    const text = 'Chưa tìm được cách chở nước tới chỗ xe này dừng.';
    expect(sentences(null)).toContain(text);
    expect(sentences(null, { isOfUnit: false })).not.toContain(text);
    expect(sentences(shuttle)).not.toContain(text);
  });
});
