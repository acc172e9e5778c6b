import { describe, expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { crewGpx, type CrewWay, gpxFileName } from './crew-gpx.ts';
import { geoUri, navigationLink } from './navigation-link.ts';

const words = wordsOf(createTexts('vi'));
const line = [
  [105.81, 20.99],
  [105.82, 21],
];

function wayForTest(changes: Partial<CrewWay> = {}): CrewWay {
  const unit = unitForTest();
  const turn = {
    code: 'turn',
    modifier: 'right',
    exit: null,
    roadName: 'Ngõ 29 Khương Hạ',
    near: { kind: 'marketplace', name: 'Chợ <Xanh> & "Đỏ"', meters: 5 },
    tight: null,
    meters: 100,
    seconds: 20,
    lon: 105.815,
    lat: 20.995,
  };
  const drive = {
    ...unit.drive!,
    steps: [turn],
    geometry: { type: 'LineString' as const, coordinates: line },
  };
  return {
    unit: { ...unit, drive },
    door: { lon: 105.821, lat: 21 },
    label: 'Số 37, ngách 29/70',
    stopName: 'đầu ngách 29/70 (2,1 m*)',
    waters: [{ lon: 105.82, lat: 21, name: 'Nước: Trụ 118' }],
    at: new Date('2026-01-02T03:04:05Z'),
    isSynthetic: true,
    attributions: ['© OpenStreetMap'],
    ...changes,
  };
}

/** The names of its tracks for a unit that brings this. */
function tracks(role: CrewWay['unit']['role']): (string | undefined)[] {
  const way = wayForTest();
  const gpx = crewGpx({ ...way, unit: { ...way.unit, role } }, words);
  return [...gpx.matchAll(/<trk>\s*<name>([^<]*)/g)].map(([, name]) => name);
}

describe('the GPX file of a crew', () => {
  it('holds station, stop, door and water, the turns in words, the way and the hose', () => {
    const gpx = crewGpx(wayForTest(), words);
    expect(gpx.match(/<wpt /g)).toHaveLength(4);
    expect(gpx).toContain('<wpt lat="21.000000" lon="105.820000"><name>Điểm dừng: đầu ngách');
    expect(gpx).toContain('<rtept lat="20.995000" lon="105.815000"><name>Rẽ phải vào ngõ 29');
    expect(gpx.match(/<trk>/g)).toHaveLength(2);
    expect(gpx).toContain('<trkpt lat="20.990000" lon="105.810000"/>');
    expect(gpx).toContain('<time>2026-01-02T03:04:05.000Z</time>');
    expect(gpx).toContain('DỮ LIỆU MẪU');
    expect(gpx).toContain('© OpenStreetMap');
  });

  it('names the way from the stop by what the crew does on it', () => {
    expect(tracks('water').at(-1)).toBe('Vòi');
    expect(tracks('first-attack').at(-1)).toBe('Đi bộ');
  });

  it('says at its end on which side the way goes on', () => {
    const way = wayForTest();
    const [turn] = way.unit.drive!.steps;
    const road = { name: 'Ngách 29/70', alleyLevel: 2 };
    const goal = { kind: 'way', side: 'right', road } as const;
    const arrive = { ...turn!, code: 'arrive', modifier: null, near: null, goal };
    const unit = { ...way.unit, drive: { ...way.unit.drive!, steps: [arrive] } };
    expect(crewGpx({ ...way, unit }, words)).toContain(
      '<name>Đến nơi, ngách 29/70 ở bên phải</name></rtept>',
    );
  });

  it('says that nobody checked its way, where that is so', () => {
    const way = wayForTest();
    const unchecked = 'Chưa kiểm tra được xe có đi lọt';
    expect(crewGpx(way, words)).not.toContain(unchecked);
    const unit = { ...way.unit, notes: [{ code: 'way-not-checked', params: {} }] };
    expect(crewGpx({ ...way, unit }, words)).toContain(unchecked);
  });

  it('begins where the engine was when it is taken to start there, not at its station', () => {
    const at = { lon: 105.812, lat: 20.992, ageSeconds: 5, isStale: false, doubtfulMeters: null };
    const startOf = (isStart: boolean): string => {
      const unit = unitForTest({ position: { ...at, isStart } });
      return /<wpt .*?<\/wpt>/.exec(crewGpx(wayForTest({ unit }), words))![0];
    };
    expect(startOf(true)).toBe(
      '<wpt lat="20.992000" lon="105.812000"><name>Xuất phát: vị trí xe lúc tính</name></wpt>',
    );
    expect(startOf(false)).toContain('lon="105.810000"><name>Xuất phát: Đội Thanh Xuân');
  });

  it('escapes names, and drops what no XML may hold', () => {
    const gpx = crewGpx(wayForTest({ label: 'Nhà\u0000 <b>"A" & B</b>' }), words);
    expect(gpx).toContain('Nhà  &lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;');
    expect(gpx).toContain('chợ &lt;Xanh&gt; &amp;');
    // oxlint-disable-next-line no-control-regex
    expect(gpx).not.toMatch(/[\u0000-\u0008]/);
  });

  it('leaves out what an engine that cannot get there has not', () => {
    const unit = unitForTest({ status: 'unreachable', drive: null, stop: null, hose: null });
    const gpx = crewGpx(wayForTest({ unit, waters: [] }), words);
    expect(gpx.match(/<wpt /g)).toHaveLength(2);
    expect(gpx).not.toContain('<trk>');
  });

  it('has no track of a hose of no length', () => {
    const unit = unitForTest();
    const hose = { ...unit.hose!, meters: 0 };
    expect(crewGpx(wayForTest({ unit: { ...unit, hose } }), words)).not.toContain('<trk>');
  });

  it('is named so that any file system takes it', () => {
    expect(gpxFileName(wayForTest({ label: 'Số 37, ngách 29/70: "A"?' }))).toBe(
      'XE 02 - Số 37, ngách 29_70_ _A__.gpx',
    );
  });
});

describe('the link to the phone’s own navigation', () => {
  const stop = { lon: 105.82, lat: 21 };
  it('names the pin on Android, and takes no bracket from its name', () => {
    expect(navigationLink(stop, 'đầu ngõ (2,1 m)', 'Android 16')).toBe(
      `geo:21.000000,105.820000?q=21.000000,105.820000(${encodeURIComponent('đầu ngõ (2,1 m)').replaceAll(/[()]/g, ' ')})`,
    );
  });
  it('opens Apple’s maps on an iPhone', () => {
    expect(navigationLink(stop, 'x', 'iPhone')).toBe('maps:?daddr=21.000000,105.820000&dirflg=d');
    expect(geoUri(stop)).toBe('geo:21.000000,105.820000');
  });
});
