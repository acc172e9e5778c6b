import { describe, expect, it } from 'vitest';
import { parsePosition } from './parse-position.ts';
import type { Bounds } from './stated-position.ts';

const hanoi: Bounds = [105.75, 20.95, 105.92, 21.1];
const lat = 21.0031;
const lon = 105.8012;

function positionOf(text: string, bounds: Bounds | null = hanoi) {
  const parsed = parsePosition(text, bounds);
  return parsed?.kind === 'position'
    ? [Number(parsed.lat.toFixed(6)), Number(parsed.lon.toFixed(6)), parsed.accuracyMeters]
    : (parsed?.kind ?? null);
}

describe('a typed position', () => {
  it.each([
    '21.0031, 105.8012',
    '21.0031,105.8012',
    '21.0031 105.8012',
    '21.0031; 105.8012',
    '(21.0031, 105.8012)',
    '  21.0031 , 105.8012. ',
    '105.8012, 21.0031',
    '105.8012 21.0031',
    '21,0031 105,8012',
    '21,0031; 105,8012',
    '21.0031N 105.8012E',
    'N21.0031 E105.8012',
    'E105.8012, N21.0031',
    '21.0031°N, 105.8012°E',
    '21.0031° B 105.8012° Đ',
    'lat: 21.0031, lng: 105.8012',
    'lon=105.8012 lat=21.0031',
    'Vĩ độ: 21.0031, Kinh độ: 105.8012',
  ])('is read from %s', (text) => {
    expect(positionOf(text)).toEqual([lat, lon, null]);
  });

  it.each([
    [`21°00'11"N 105°48'04"E`, 21.003056, 105.801111],
    [`21°00′11″N, 105°48′04″E`, 21.003056, 105.801111],
    [`21° 0' 11.16'' N 105° 48' 4.32'' E`, 21.0031, 105.8012],
    [`21º00'11"B 105º48'04"Đ`, 21.003056, 105.801111],
    [`21°00.186'N 105°48.072'E`, 21.0031, 105.8012],
    [`33°51'24"S 151°12'30"E`, -33.856667, 151.208333],
  ])('is read in degrees, minutes and seconds from %s', (text, latitude, longitude) => {
    expect(positionOf(text, null)).toEqual([latitude, longitude, null]);
  });

  it('is taken latitude first where nothing says otherwise', () => {
    expect(positionOf('48.85, 2.35', null)).toEqual([48.85, 2.35, null]);
    expect(positionOf('105.8012, 21.0031', null)).toEqual([lat, lon, null]);
  });

  it.each([
    ['21.0031, 105.8012 ±30', 30],
    ['21.0031, 105.8012 ± 30 m', 30],
    ['21.0031,105.8012 +-30m', 30],
    ['21.0031 105.8012 (30 m)', 30],
    ['21.0031, 105.8012, sai số 30 mét', 30],
    ['21.0031, 105.8012 accuracy: 12.5 m', 13],
    ['21.0031, 105.8012 ± 1,2 km', 1200],
    ['21.0031, 105.8012 ± 0 m', null],
    ['21.0031, 105.8012 ± 99999 m', null],
  ])('may say how sure it is: %s', (text, meters) => {
    expect(positionOf(text)).toEqual([lat, lon, meters]);
  });

  it.each([
    '',
    '37 ngách 29/70 khương hạ',
    '29/70',
    '12 34',
    '12, 34',
    '5 phố huế',
    'số 9 ngõ 1',
    '21.0031',
    '21.0031, 105.8012, 12.5',
    '21.0031N 105.8012N',
    `21°75'00"N 105°48'04"E`,
    '95.5, 191.2',
    '0.0, 0.0',
    'ngõ 43/98/31 Trung Kính',
    'filled.count.soap',
    'nhà số 21.5 đường 105.8',
    '21.0031, 105.8012 '.repeat(200),
  ])('is not seen in %s', (text) => {
    expect(parsePosition(text, hanoi)).toBeNull();
  });
});

describe('a pasted link', () => {
  it.each([
    'https://www.google.com/maps/@21.0031,105.8012,17z',
    'https://www.google.com/maps/place/Ch%C3%B9a/@21.1,105.9,17z/data=!3m1!4b1!4m6!3m5!1s0x3135!8m2!3d21.0031!4d105.8012!16s',
    'https://www.google.com/maps/place/21.0031,105.8012/@21.1,105.9,17z',
    'https://www.google.com/maps?q=21.0031,105.8012',
    'https://maps.google.com/maps?q=loc:21.0031,105.8012&z=17',
    'https://www.google.com/maps/search/?api=1&query=21.0031%2C105.8012',
    'https://www.google.com/maps/search/21.0031,+105.8012?entry=tts',
    'https://maps.google.com/?ll=21.0031,105.8012',
    'https://www.google.com.vn/maps/dir//21.0031,105.8012/',
    'https://www.openstreetmap.org/?mlat=21.0031&mlon=105.8012#map=17/21.1/105.9',
    'https://www.openstreetmap.org/#map=18/21.0031/105.8012',
    'https://www.openstreetmap.org/#map=18/21.0031/105.8012&layers=N',
    'https://maps.apple.com/?ll=21.0031,105.8012&q=Dropped%20Pin',
    'https://maps.apple.com/place?coordinate=21.0031,105.8012&name=Pin',
    'https://www.waze.com/ul?ll=21.0031%2C105.8012&navigate=yes',
    'geo:21.0031,105.8012',
    'geo:0,0?q=21.0031,105.8012(Nh%C3%A0)',
    'Vị trí của tôi: https://maps.google.com/?q=21.0031,105.8012 cháy to lắm',
    'google.com/maps/@21.0031,105.8012,17z',
  ])('holds it: %s', (text) => {
    expect(positionOf(text)).toEqual([lat, lon, null]);
  });

  it('may say how sure it is', () => {
    expect(positionOf('geo:21.0031,105.8012;u=35')).toEqual([lat, lon, 35]);
    expect(positionOf('https://example.org/?q=21.0031,105.8012&accuracy=20')).toEqual([
      lat,
      lon,
      20,
    ]);
  });

  it('that is shortened has to be opened first', () => {
    expect(parsePosition('https://maps.app.goo.gl/AbCdEf123', hanoi)).toEqual({
      kind: 'short-link',
      host: 'maps.app.goo.gl',
    });
    expect(positionOf('https://goo.gl/maps/AbCdEf')).toBe('short-link');
  });

  it('of a map without a position says so, and other links are left to the search', () => {
    expect(positionOf('https://www.google.com/maps/place/H%E1%BB%93+G%C6%B0%C6%A1m')).toBe(
      'link-without-position',
    );
    expect(parsePosition('https://example.org/news', hanoi)).toBeNull();
    expect(parsePosition('https://maps.google.com/?q=%E0%A4%A', hanoi)?.kind).toBe(
      'link-without-position',
    );
  });
});

describe('the message of a telephone that calls for help', () => {
  it('holds position and radius', () => {
    const message = 'A"ML=1;lt=+21.00310;lg=+105.80120;rd=50;top=20250714141935;lc=90;pm=W';
    expect(positionOf(message)).toEqual([lat, lon, 50]);
  });

  it('without a fix holds none', () => {
    expect(parsePosition('A"ML=1;lt=+00.00000;lg=+000.00000;rd=N', hanoi)).toBeNull();
  });
});
