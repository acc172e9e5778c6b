import { describe, expect, it } from 'vitest';
import {
  type HandChoices,
  readReasons,
  readStops,
  stopOf,
  withReason,
  withStop,
  writeReasons,
  writeStops,
} from './choices-in-address.ts';

const a = { lon: 105.8, lat: 21 };
const b = { lon: 105.81, lat: 21.01 };

describe('stops in the address bar', () => {
  it('belong each to its unit, whichever is looked at', () => {
    const written = writeStops({ 'unit:1': a, 'unit:5': b });
    expect(written).toBe('unit:1,105.800000,21.000000,unit:5,105.810000,21.010000');
    const stop = readStops(written, 'unit:2')!;
    expect(stop).toEqual({ 'unit:1': a, 'unit:5': b });
    expect(readStops(stop, 'unit:2')).toEqual(stop);
    expect(stopOf({ unit: 'unit:2', stop }, 'unit:1')).toEqual(a);
    expect(stopOf({ unit: 'unit:2', stop }, 'unit:2')).toBeUndefined();
  });

  it('of a link of before are the one of its unit', () => {
    expect(readStops('105.8,21', 'unit:2')).toEqual({ 'unit:2': a });
    expect(readStops('105.8,21', undefined)).toBeNull();
  });

  it.each(['', 'x', '105.8', '200,95', 'unit:1,105.8', 'unit:1,200,95', 'unit:1,,21', 'x,1,2'])(
    'that are damaged are none: %j',
    (raw) => expect(readStops(raw, 'unit:2')).toBeNull(),
  );

  it('stay when another unit is moved, and go one by one', () => {
    const one = withStop({ unit: 'unit:1' }, 'unit:1', a);
    const two = withStop(one, 'unit:5', b);
    expect(two.stop).toEqual({ 'unit:1': a, 'unit:5': b });
    expect(withStop(two, 'unit:1', null).stop).toEqual({ 'unit:5': b });
    expect(withStop(one, 'unit:1', null)).toEqual({ unit: 'unit:1' });
  });
});

describe('reasons in the address bar', () => {
  const choices: HandChoices = { unit: 'unit:2', stop: { 'unit:1': a }, door: a };

  it('belong each to what they explain', () => {
    const why = { 'unit:1/stop': 'tránh chợ', 'unit:2': 'XE 01 hỏng bơm', door: 'chủ nhà chỉ' };
    expect(readReasons(writeReasons(why), choices)).toEqual(why);
    expect(readReasons(why, choices)).toEqual(why);
  });

  it('of a link of before explain what it chooses: its stop, else its unit and its door', () => {
    expect(readReasons('x', { ...choices, unit: 'unit:1' })).toEqual({
      'unit:1/stop': 'x',
      door: 'x',
    });
    expect(readReasons('x', { unit: 'unit:2' })).toEqual({ 'unit:2': 'x' });
    expect(readReasons('x', { door: a })).toEqual({ door: 'x' });
    expect(readReasons('x', {})).toBeNull();
  });

  it('are none for a door that is not chosen', () => {
    expect(readReasons('door*x', { unit: 'unit:2' })).toBeNull();
  });

  it('go with the stop that they explain, and with their last letter', () => {
    const moved = withReason(withStop({}, 'unit:1', a), 'unit:1/stop', 'tránh chợ');
    expect(moved.why).toEqual({ 'unit:1/stop': 'tránh chợ' });
    expect(withStop(moved, 'unit:1', b).why).toEqual(moved.why);
    expect(withStop(moved, 'unit:1', null)).toEqual({});
    expect(withReason(moved, 'unit:1/stop', '').why).toBeUndefined();
  });
});
