import { describe, expect, it } from 'vitest';
import { wordStep } from './steps.ts';

type Case = [code: string, modifier: string | null, exit: number | null, road: string | null];

const cases: [Case, vi: string, en: string][] = [
  [['depart', null, null, 'Phố Huế'], 'Xuất phát theo phố Huế', 'Set off along Phố Huế'],
  [['depart', null, null, null], 'Xuất phát', 'Set off'],
  [['turn', 'left', null, 'Khương Hạ'], 'Rẽ trái vào Khương Hạ', 'Turn left onto Khương Hạ'],
  [['turn', 'right', null, 'Ngách 29/70'], 'Rẽ phải vào ngách 29/70', 'Turn right onto Ngách 29/70'],
  [['turn', 'right', null, null], 'Rẽ phải', 'Turn right'],
  [['turn', 'slight left', null, null], 'Chếch sang trái', 'Bear left'],
  [['turn', 'slight right', null, null], 'Chếch sang phải', 'Bear right'],
  [['turn', 'sharp left', null, null], 'Rẽ ngoặt sang trái', 'Turn sharp left'],
  [['turn', 'sharp right', null, null], 'Rẽ ngoặt sang phải', 'Turn sharp right'],
  [['turn', 'straight', null, 'Cầu Giấy'], 'Đi thẳng vào Cầu Giấy', 'Go straight onto Cầu Giấy'],
  [['turn', 'straight', null, 'Cầu vượt Láng Hạ'], 'Đi thẳng vào cầu vượt Láng Hạ', 'Go straight onto Cầu vượt Láng Hạ'],
  [
    ['turn', 'slight right', null, 'Hướng đi cầu Chương Dương'],
    'Chếch sang phải theo hướng cầu Chương Dương',
    'Bear right towards cầu Chương Dương',
  ],
  [['continue', 'straight', null, 'Hướng Hà Đông'], 'Đi thẳng theo hướng Hà Đông', 'Go straight towards Hà Đông'],
  [['turn', 'uturn', null, null], 'Quay đầu', 'Make a U-turn'],
  [['turn', 'uturn', null, 'Phố Huế'], 'Quay đầu trên phố Huế', 'Make a U-turn on Phố Huế'],
  [['continue', 'straight', null, 'Phố Vọng'], 'Đi thẳng theo phố Vọng', 'Go straight along Phố Vọng'],
  [['continue', null, null, null], 'Đi thẳng', 'Go straight'],
  [['continue', 'slight left', null, null], 'Chếch sang trái, đi tiếp', 'Bear left, continue'],
  [
    ['continue', 'slight left', null, 'Ngõ 29 Khương Hạ'],
    'Chếch sang trái, đi tiếp theo ngõ 29 Khương Hạ',
    'Bear left, continue along Ngõ 29 Khương Hạ',
  ],
  [
    ['continue', 'left', null, 'Phố Vọng'],
    'Rẽ trái, đi tiếp theo phố Vọng',
    'Turn left, continue along Phố Vọng',
  ],
  [
    ['roundabout', null, 2, 'Đường Láng'],
    'Vào vòng xuyến, ra lối thứ 2 vào đường Láng',
    'At the roundabout take the 2nd exit onto Đường Láng',
  ],
  [['roundabout', null, 2, null], 'Vào vòng xuyến, ra lối thứ 2', 'At the roundabout take the 2nd exit'],
  [['roundabout', null, 1, null], 'Vào vòng xuyến, ra lối thứ nhất', 'At the roundabout take the 1st exit'],
  [['roundabout', null, 3, null], 'Vào vòng xuyến, ra lối thứ 3', 'At the roundabout take the 3rd exit'],
  [['roundabout', null, 11, null], 'Vào vòng xuyến, ra lối thứ 11', 'At the roundabout take the 11th exit'],
  [['roundabout', null, null, null], 'Vào vòng xuyến', 'Enter the roundabout'],
  [
    ['roundabout', null, null, 'Phố Bắc'],
    'Vào vòng xuyến, ra lối vào phố Bắc',
    'At the roundabout take the exit onto Phố Bắc',
  ],
  [['merge', 'slight left', null, 'Vành đai 3'], 'Nhập làn bên trái vào Vành đai 3', 'Merge left onto Vành đai 3'],
  [['merge', null, null, null], 'Nhập làn', 'Merge'],
  [
    ['end-of-road', 'right', null, 'Hẻm 29/70/3'],
    'Đến cuối đường, rẽ phải vào hẻm 29/70/3',
    'At the end of the road turn right onto Hẻm 29/70/3',
  ],
  [['fork', 'slight left', null, null], 'Đến chỗ rẽ nhánh, đi nhánh bên trái', 'At the fork keep left'],
  [['fork', 'right', null, null], 'Đến chỗ rẽ nhánh, đi nhánh bên phải', 'At the fork keep right'],
  [['fork', 'straight', null, null], 'Đến chỗ rẽ nhánh, đi thẳng', 'At the fork go straight'],
  [
    ['contraflow', 'left', null, 'Phố Xuôi'],
    'Rẽ trái, đi ngược chiều vào phố Xuôi',
    'Turn left against the one-way traffic onto Phố Xuôi',
  ],
  [
    ['contraflow', 'straight', null, 'Phố Xuôi'],
    'Đi ngược chiều vào phố Xuôi',
    'Drive against the one-way traffic onto Phố Xuôi',
  ],
  [['contraflow', null, null, null], 'Đi ngược chiều', 'Drive against the one-way traffic'],
  [['arrive', null, null, 'Phố Huế'], 'Đến nơi', 'Arrive'],
  [['a later code', 'left', null, null], 'Rẽ trái', 'Turn left'],
]; // prettier-ignore

const turn = {
  code: 'turn',
  modifier: 'right',
  exit: null,
  roadName: 'Ngõ 29 Khương Hạ',
  tight: null,
};

describe('the wording of a step', () => {
  it.each(cases)('words %o', ([code, modifier, exit, roadName], vi, en) => {
    const step = { code, modifier, exit, roadName, near: null, tight: null };
    expect(wordStep(step, 'vi')).toBe(vi);
    expect(wordStep(step, 'en')).toBe(en);
  });

  it('says which way to set off, in eight winds', () => {
    const step = { code: 'depart', modifier: null, exit: null, near: null, tight: null };
    const depart = { ...step, roadName: 'Phố Huế' };
    expect(wordStep({ ...depart, heading: 50 }, 'vi')).toBe(
      'Xuất phát theo phố Huế, về hướng Đông Bắc',
    );
    expect(wordStep({ ...depart, heading: 50 }, 'en')).toBe(
      'Set off along Phố Huế, heading north-east',
    );
    const nameless = { ...step, roadName: null };
    const winds = [350, 10, 90, 135, 180, 225, 270, 315].map((heading) =>
      wordStep({ ...nameless, heading }, 'vi').replace('Xuất phát, về hướng ', ''),
    );
    expect(winds).toEqual(['Bắc', 'Bắc', 'Đông', 'Đông Nam', 'Nam', 'Tây Nam', 'Tây', 'Tây Bắc']);
    const near = { kind: 'marketplace', name: 'Chợ Khương Hạ', meters: 8 };
    expect(wordStep({ ...depart, near, heading: 270 }, 'en')).toBe(
      'Set off along Phố Huế, heading west, by Chợ Khương Hạ',
    );
  });

  it('names what stands at the turn, as people say it', () => {
    const near = { kind: 'marketplace', name: 'Chợ Khương Hạ', meters: 8 };
    expect(wordStep({ ...turn, near }, 'vi')).toBe(
      'Rẽ phải vào ngõ 29 Khương Hạ, cạnh chợ Khương Hạ',
    );
    expect(wordStep({ ...turn, near: { ...near, meters: 32 } }, 'vi')).toMatch(/, gần chợ/);
    expect(wordStep({ ...turn, near }, 'en')).toBe(
      'Turn right onto Ngõ 29 Khương Hạ, by Chợ Khương Hạ',
    );
  });

  it('says that a turn is tight, behind what stands there', () => {
    const tight = { widthMeters: 4.5, neededMeters: 5.8, provenance: 'assumed' as const };
    expect(wordStep({ ...turn, near: null, tight }, 'vi')).toBe(
      'Rẽ phải vào ngõ 29 Khương Hạ — khúc rẽ hẹp, có thể phải tiến lùi',
    );
    expect(wordStep({ ...turn, near: null, tight }, 'en')).toBe(
      'Turn right onto Ngõ 29 Khương Hạ — tight turn, may need shunting',
    );
    const near = { kind: 'marketplace', name: 'Chợ Khương Hạ', meters: 8 };
    expect(wordStep({ ...turn, near, tight }, 'vi')).toBe(
      'Rẽ phải vào ngõ 29 Khương Hạ, cạnh chợ Khương Hạ — khúc rẽ hẹp, có thể phải tiến lùi',
    );
  });

  it('says at the arrival on which side the goal lies, or what leads to it on foot', () => {
    const step = { code: 'arrive', modifier: null, exit: null, near: null, tight: null };
    const arrive = { ...step, roadName: 'Phố Huế' };
    const place = { kind: 'place', side: 'left', road: null } as const;
    expect(wordStep({ ...arrive, goal: place }, 'vi')).toBe('Đến nơi, điểm đến ở bên trái');
    expect(wordStep({ ...arrive, goal: place }, 'en')).toBe('Arrive, the destination on the left');
    const road = { name: 'Ngõ 29 phố Khương Hạ', alleyLevel: 1 };
    const way = { kind: 'way', side: 'right', road } as const;
    expect(wordStep({ ...arrive, goal: way }, 'vi')).toBe(
      'Đến nơi, ngõ 29 phố Khương Hạ ở bên phải',
    );
    expect(wordStep({ ...arrive, goal: way }, 'en')).toBe(
      'Arrive, Ngõ 29 phố Khương Hạ on the right',
    );
    const nameless = { ...way, road: { name: null, alleyLevel: 2 } };
    expect(wordStep({ ...arrive, goal: nameless }, 'vi')).toBe('Đến nơi, ngõ ở bên phải');
    expect(wordStep({ ...arrive, goal: nameless }, 'en')).toBe('Arrive, the alley on the right');
    for (const other of [null, { name: null, alleyLevel: 0 }]) {
      const unknown = { ...way, road: other };
      expect(wordStep({ ...arrive, goal: unknown }, 'vi')).toBe('Đến nơi, lối vào ở bên phải');
      expect(wordStep({ ...arrive, goal: unknown }, 'en')).toBe('Arrive, the way in on the right');
    }
    const near = { kind: 'marketplace', name: 'Chợ Khương Hạ', meters: 8 };
    expect(wordStep({ ...arrive, goal: place, near }, 'vi')).toBe(
      'Đến nơi, điểm đến ở bên trái, cạnh chợ Khương Hạ',
    );
  });

  it('keeps to northern words', () => {
    for (const [[code, modifier, exit, roadName]] of cases)
      expect(
        wordStep({ code, modifier, exit, roadName, near: null, tight: null }, 'vi'),
      ).not.toMatch(/quẹo|bùng binh/i);
  });
});
