import { describe, expect, test } from 'vitest';
import type { Health } from '../../server/health/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { dataAge, type KnownHealth, statusParts, statusRows } from './status-words.ts';

const words = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));
const now = new Date(2026, 10, 26, 1, 15);
const twoHoursAgo = new Date(2026, 10, 25, 23, 10).toISOString();

const whole: Health = {
  status: 'ok',
  database: 'ok',
  routers: { large: 'osrm', small: 'osrm' },
  vehicleClasses: [],
  roadGraph: 'ready',
  graphVersion: '1',
  dataVersion: '12',
  closures: '',
  filledHours: '',
  timeZone: null,
  traffic: { key: '', segments: 0, newestAt: null },
  version: '0.1.0',
  dataChangedAt: twoHoursAgo,
  lastImport: { kind: 'osm', fileName: 'hanoi.osm.pbf', at: twoHoursAgo },
  city: null,
};

function known(change: Partial<Health>, isLost = false): KnownHealth {
  return { health: { ...whole, ...change }, isLost, answeredAt: now.getTime() };
}

const states = (of: KnownHealth): string[] => statusParts(of, words).map(({ state }) => state);

const text = (of: KnownHealth): string =>
  statusRows(of, now, words)
    .map((row) => `${row.name}: ${row.text} [${row.state}]`)
    .join('\n');

describe('the line about the parts', () => {
  test('says that all is well', () => {
    expect(states(known({}))).toEqual(['ok', 'ok', 'ok']);
  });

  test('says which part is not, one router of several included', () => {
    expect(states(known({ routers: { large: 'osrm', small: 'graph' } }))).toEqual([
      'ok',
      'bad',
      'ok',
    ]);
    expect(states(known({ database: 'down' }))).toEqual(['ok', 'ok', 'bad']);
  });

  test('claims nothing about parts behind a server that does not answer', () => {
    expect(states(known({}, true))).toEqual(['bad', 'unknown', 'unknown']);
    expect(states({ health: undefined, isLost: false, answeredAt: 0 })).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test('tells the age of the data, also when the server is lost', () => {
    expect(dataAge(known({}, true), now, words)).toBe('Dữ liệu 25/11 23:10 (2 giờ trước)');
    expect(dataAge(known({}), now, english)).toBe('Data 25/11 23:10 (2 hours ago)');
    expect(dataAge(known({ dataChangedAt: now.toISOString() }), now, words)).toContain('vừa xong');
    expect(dataAge(known({ dataChangedAt: null }), now, words)).toBe('Chưa có dữ liệu');
  });
});

describe('the details', () => {
  test('name each router, the version, the map and the last import', () => {
    const all = text(known({ routers: { large: 'osrm', small: 'graph' } }));
    expect(all).toContain('Tính đường xe lớn: OSRM [ok]');
    expect(all).toContain('Tính đường xe nhỏ: đồ thị dự phòng [bad]');
    expect(all).toContain('Dữ liệu, bản 12: đổi 25/11 23:10');
    expect(all).toContain('Lần nhập cuối: hanoi.osm.pbf, 25/11 23:10');
  });

  test('of a lost server say since when, and mark the rest as not known', () => {
    const all = text(known({}, true));
    expect(all).toMatch(/không trả lời từ .*\[bad\]/);
    expect(all).toContain('Cơ sở dữ liệu: chạy tốt [unknown]');
  });
});
