// The words of Vietnamese addresses, folded. Longer phrases stand before their own beginnings.

export type Phrase = { words: string[]; code: string };

function phrases(table: Record<string, string>): Phrase[] {
  return Object.entries(table)
    .flatMap(([code, list]) => list.split(', ').map((text) => ({ words: text.split(' '), code })))
    .toSorted((one, other) => other.words.length - one.words.length);
}

/** Alley words by type; `k` and `kiet` are of central Vietnam. */
export const alleyWords = phrases({
  ngo: 'ngo, ng',
  ngach: 'ngach, ngh, nghach, nganh',
  hem: 'hem, hxh',
  kiet: 'kiet',
});
export const alleyRanks = new Map([
  ['ngo', 1],
  ['kiet', 1],
  ['ngach', 2],
  ['hem', 3],
]);

export const houseWords = phrases({ house: 'so nha, nha so, so, sn, s n, nha' });
export const streetWords = phrases({
  duong: 'duong, d, dg',
  pho: 'pho, ph',
  doc: 'doc',
  'dai-lo': 'dai lo',
  'quoc-lo': 'quoc lo, ql',
  'tinh-lo': 'tinh lo, tl',
});
export const wardWords = phrases({
  phuong: 'phuong, p',
  xa: 'xa, x',
  thi_tran: 'thi tran, tt',
});
export const districtWords = phrases({
  quan: 'quan, q',
  huyen: 'huyen, h',
  thi_xa: 'thi xa, tx',
});
export const cityWords = phrases({ city: 'thanh pho, tp, tinh' });
export const complexWords = phrases({
  khu_tap_the: 'khu tap the, tap the, ktt, nha tap the',
  khu_do_thi: 'khu do thi, kdt, ktdm',
  chung_cu: 'chung cu mini, khu chung cu, chung cu, cc',
});
export const buildingWords = phrases({ building: 'toa nha, toa, nha, block, don nguyen, thap' });
export const unitWords = phrases({ phong: 'phong, p', can_ho: 'can ho, can' });
export const floorWords = phrases({ floor: 'tang, lau' });
export const settlementWords = phrases({
  to_dan_pho: 'to dan pho, tdp',
  to: 'to',
  cum: 'cum',
  thon: 'thon',
  xom: 'xom',
  doi: 'doi',
});
export const relationWords = phrases({
  opposite: 'doi dien, doi dien voi, doi dien nha',
  beside: 'ben canh, ngay canh, canh, ke ben, sat vach',
  near: 'doan sat, doan gan, ngay sat, ngay gan, gan, sat',
  behind: 'phia sau, dang sau, sau lung, sau',
  in_front: 'phia truoc, dang truoc, truoc cua, truoc mat, truoc',
});

/** What a caller says around an address. */
export const fillers = new Set(
  'a alo lo chay o tai co dam vu bi dang dia chi em anh oi nhe nha voi oi giup cuu xin bao ben minh toi cho khan cap roi ne day'.split(
    ' ',
  ),
);

/** Street types of English addresses, short to long. */
export const englishStreetTypes = new Map(
  Object.entries({
    st: 'street',
    str: 'street',
    ave: 'avenue',
    av: 'avenue',
    blvd: 'boulevard',
    rd: 'road',
    dr: 'drive',
    ln: 'lane',
    ct: 'court',
    pl: 'place',
    sq: 'square',
    ter: 'terrace',
    hwy: 'highway',
    pkwy: 'parkway',
    aly: 'alley',
  }),
);
