import { describe, expect, it } from 'vitest';
import {
  type DispatchSearch,
  parseQuery,
  readDispatchSearch,
  targetOf,
  writeDispatchSearch,
} from './dispatch-search.ts';

function reopen(search: DispatchSearch): DispatchSearch {
  return readDispatchSearch(parseQuery(writeDispatchSearch(search)));
}

describe('the address bar', () => {
  it('shows the same screen again to someone else', () => {
    const search: DispatchSearch = {
      q: '37 ngách 29/70 Khương Hạ',
      place: 'address:12',
      unit: 'unit:5',
      first: 'unit:3',
      lead: 'unit:3',
      with: ['unit:5'],
      also: ['unit:8', 'unit:9'],
      sent: ['unit:3', 'mobilised:4'],
      instead: { unit: 'unit:3', of: 'unit:2' },
      stop: { 'unit:3': { lon: 105.802, lat: 21.003 }, 'unit:5': { lon: 105.8, lat: 21 } },
      door: { lon: 105.803, lat: 21.004 },
      why: { 'unit:3': 'XE 02 hỏng bơm', 'unit:5/stop': 'tránh chợ', door: 'a*b, c' },
      caller: { lon: 105.8, lat: 21, accuracyMeters: 30 },
      wind: { fromDegrees: 45, speedMps: 3.5, typedAt: 1_764_115_200 },
      map: { zoom: 17.25, lon: 105.81, lat: 21.01 },
    };
    expect(reopen(search)).toEqual(search);
  });

  it('keeps no door of a point, which is its own, and no reason for nothing', () => {
    expect(readDispatchSearch(parseQuery('?at=105.8,21&door=105.8,21&why=x'))).toEqual({
      at: { lon: 105.8, lat: 21 },
    });
  });

  it('forgets whom a unit replaced when another one is sent first', () => {
    const instead = { unit: 'unit:3', of: 'unit:2' };
    const place = 'address:12';
    expect(reopen({ place, first: 'unit:3', instead }).instead).toEqual(instead);
    expect(readDispatchSearch({ place, first: 'unit:3', instead }).instead).toEqual(instead);
    expect(reopen({ place, first: 'unit:5', instead }).instead).toBeUndefined();
    for (const broken of ['unit:3', 'unit:3,unit:3', 'unit:3,x', ',', null, {}])
      expect(
        readDispatchSearch({ place, first: 'unit:3', instead: broken }).instead,
      ).toBeUndefined();
  });

  it('takes who was chosen with a reason in a link of before for who is sent first', () => {
    const why = { 'unit:3': 'XE 02 hỏng bơm' };
    const place = 'address:12';
    expect(reopen({ place, unit: 'unit:3', why }).first).toBe('unit:3');
    expect(reopen({ place, unit: 'unit:3', first: 'unit:5', why }).first).toBe('unit:5');
    expect(reopen({ place, unit: 'unit:3', also: ['unit:3'], why }).first).toBeUndefined();
  });

  it('has one sent first beside those sent as well, of which a link of before has one', () => {
    const place = 'address:12';
    expect(readDispatchSearch(parseQuery('?place=address:12&also=unit:8'))).toEqual({
      place,
      also: ['unit:8'],
    });
    const both = parseQuery('?place=address:12&first=unit:3&also=unit:8,unit:3,x');
    expect(readDispatchSearch(both)).toEqual({ place, first: 'unit:3', also: ['unit:8'] });
    expect(readDispatchSearch(parseQuery('?also=unit:8&sent=unit:3'))).toEqual({});
  });

  it('asks with all who were sent, by hand or as computed', () => {
    const search = { place: 'address:12', also: ['unit:8'], sent: ['unit:3', 'unit:8'] };
    expect(targetOf(search)).toEqual({
      placeId: 'address:12',
      withUnitIds: ['unit:3', 'unit:8'],
    });
  });

  it('keeps a wind of unknown speed, and drops one that is none', () => {
    const wind = { fromDegrees: 202.5, speedMps: null, typedAt: 1_764_115_200 };
    expect(reopen({ wind }).wind).toEqual(wind);
    expect(readDispatchSearch({ wind }).wind).toEqual(wind);
    for (const broken of ['361,,1', 'x,,1', '45', '45,-1,1', '45,,', ',,1', '45,3,-1'])
      expect(readDispatchSearch({ wind: broken }).wind, broken).toBeUndefined();
  });

  it('keeps a point on the map to a tenth of a metre', () => {
    expect(reopen({ at: { lon: 105.8123456, lat: 20.9987654 } }).at).toEqual({
      lon: 105.812346,
      lat: 20.998765,
    });
  });

  it('keeps a house number that is only digits as text', () => {
    expect(readDispatchSearch(parseQuery('?q=62')).q).toBe('62');
  });

  it('stays readable to people', () => {
    expect(writeDispatchSearch({ place: 'address:12', at: { lon: 105.8, lat: 21 } })).toBe(
      '?place=address:12&at=105.800000,21.000000',
    );
    expect(writeDispatchSearch({})).toBe('');
  });

  it('opens the screen even when the link is damaged', () => {
    expect(readDispatchSearch(parseQuery('?place=drop+table&at=1&map=a,b,c&q='))).toEqual({});
    expect(readDispatchSearch(parseQuery('?at=200,95&map=17,105.8,21'))).toEqual({
      map: { zoom: 17, lon: 105.8, lat: 21 },
    });
  });

  it('can be read again after it was read', () => {
    const search = reopen({ q: 'a', map: { zoom: 17, lon: 105.8, lat: 21 } });
    expect(readDispatchSearch({ ...search })).toEqual(search);
  });

  it('takes the position of a caller from another program, with or without its accuracy', () => {
    expect(readDispatchSearch(parseQuery('?caller=105.8012,21.0031,30'))).toEqual({
      caller: { lon: 105.8012, lat: 21.0031, accuracyMeters: 30 },
    });
    const unsure = readDispatchSearch(parseQuery('?caller=105.8012,21.0031'));
    expect(unsure.caller?.accuracyMeters).toBeNull();
    expect(reopen(unsure)).toEqual(unsure);
    expect(readDispatchSearch({ ...unsure })).toEqual(unsure);
    expect(readDispatchSearch(parseQuery('?caller=here'))).toEqual({});
  });

  it('takes the caller latitude first as well, where nothing else can be meant', () => {
    const caller = { lon: 105.8012, lat: 21.0031, accuracyMeters: 30 };
    expect(readDispatchSearch(parseQuery('?caller=21.0031,105.8012,30'))).toEqual({ caller });
    const inAnotherOrder = { kind: 'position', accuracyMeters: 30, lat: 21.0031, lon: 105.8012 };
    expect(readDispatchSearch({ caller: inAnotherOrder })).toEqual({ caller });
  });

  it('keeps no stop point without the unit that stops there', () => {
    expect(readDispatchSearch(parseQuery('?place=address:1&stop=105.8,21'))).toEqual({
      place: 'address:1',
    });
    expect(readDispatchSearch(parseQuery('?unit=unit:1&stop=105.8,21'))).toEqual({
      unit: 'unit:1',
    });
  });

  it('asks for the place before the point', () => {
    expect(targetOf({ place: 'address:12' })).toEqual({ placeId: 'address:12' });
    const door = { lon: 1, lat: 2 };
    expect(targetOf({ place: 'address:12', door })).toEqual({ placeId: 'address:12', door });
    expect(targetOf({ at: { lon: 1, lat: 2 } })).toEqual({ lon: 1, lat: 2 });
    expect(targetOf({})).toBeNull();
  });
});

describe('what happens at the place', () => {
  it('stands in the address bar when it is no fire of the first alarm', () => {
    const search = readDispatchSearch({ place: 'address:1', incident: 'rescue', alarm: '2' });
    expect(search).toEqual({ place: 'address:1', incident: 'rescue', alarm: 2 });
    expect(writeDispatchSearch(search)).toBe('?place=address:1&incident=rescue&alarm=2');
    expect(targetOf(search)).toEqual({
      placeId: 'address:1',
      incidentType: 'rescue',
      alarmLevel: 2,
    });
  });

  it('is a fire of the first alarm where a link is damaged', () => {
    for (const raw of [{ incident: 'flood' }, { alarm: '9' }, { alarm: '1.5' }, { alarm: 'x' }])
      expect(readDispatchSearch({ place: 'address:1', ...raw })).toEqual({ place: 'address:1' });
  });
});
