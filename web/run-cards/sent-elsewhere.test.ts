import { expect, it } from 'vitest';
import {
  forgetSent,
  noteSent,
  readSentNotes,
  sentElsewhere,
  writeSentNotes,
} from './sent-elsewhere.ts';

const atMs = 1_790_000_000_000;
const first = { place: 'address:1', label: '5 Khương Hạ' };
const notes = noteSent([], ['unit:1', 'mobilised:2'], { ...first, atMs });

it('a unit that was marked as sent is noted at the next fire, and where it is offered anew for the same one', () => {
  const [note] = notes;
  expect(sentElsewhere(notes, 'unit:1', { place: 'address:2', sentIds: [] })).toEqual(note);
  expect(sentElsewhere(notes, 'unit:1', { place: 'address:1', sentIds: [] })).toEqual(note);
  expect(sentElsewhere(notes, 'unit:3', { place: 'address:2', sentIds: [] })).toBeNull();
});

it('where the screen says that it was sent here that is not said twice, but to where else it was', () => {
  const here = { place: 'address:1', sentIds: ['unit:1'] };
  expect(sentElsewhere(notes, 'unit:1', here)).toBeNull();
  const second = { place: 'address:2', label: '9 Khương Hạ', atMs: atMs + 60_000 };
  const both = noteSent(notes, ['unit:1'], second);
  expect(sentElsewhere(both, 'unit:1', here)?.label).toBe('9 Khương Hạ');
  expect(sentElsewhere(both, 'unit:1', { ...here, place: 'address:2' })?.label).toBe('5 Khương Hạ');
});

it('marked again it keeps its time, and taken back it is forgotten for that fire alone', () => {
  const again = noteSent(notes, ['unit:1', 'unit:3'], { ...first, atMs: atMs + 60_000 });
  expect(again.map(({ vehicleId, atMs: at }) => [vehicleId, at])).toEqual([
    ['unit:1', atMs],
    ['mobilised:2', atMs],
    ['unit:3', atMs + 60_000],
  ]);
  expect(forgetSent(notes, ['unit:1'], 'address:2')).toEqual(notes);
  expect(forgetSent(notes, ['unit:1'], 'address:1')).toEqual([notes[1]]);
});

it('another door of a point is the same fire, a point further off is not', () => {
  const point = { place: '105.82,21.01', label: 'ngõ 29' };
  const atPoint = noteSent([], ['unit:1'], { ...point, atMs });
  const door = { place: '105.8205,21.0105', sentIds: ['unit:1'] };
  expect(sentElsewhere(atPoint, 'unit:1', door)).toBeNull();
  expect(sentElsewhere(atPoint, 'unit:1', { ...door, place: '105.83,21.01' })).toEqual(atPoint[0]);
  expect(forgetSent(atPoint, ['unit:1'], door.place)).toEqual([]);
  // Of two fires so near to each other only the note of this one is forgotten.
  const both = noteSent(atPoint, ['unit:1'], { place: door.place, label: 'ngõ 30', atMs });
  expect(forgetSent(both, ['unit:1'], door.place)).toEqual(atPoint);
});

it('is kept for an hour, and what is damaged is dropped', () => {
  const stored = writeSentNotes(notes);
  expect(readSentNotes(stored, atMs + 3_599_000)).toEqual(notes);
  expect(readSentNotes(stored, atMs + 3_600_000)).toEqual([]);
  expect(readSentNotes(stored, atMs - 3_600_000)).toEqual([]);
  for (const damaged of [null, '', '{', 'null', '{"a":1}', '[1,null,{"vehicleId":"unit:1"}]'])
    expect(readSentNotes(damaged, atMs)).toEqual([]);
  const strange = JSON.stringify([{ ...notes[0], vehicleId: '<b>' }, notes[1]]);
  expect(readSentNotes(strange, atMs)).toEqual([notes[1]]);
});

it('is bounded, the latest stay', () => {
  const ids = Array.from({ length: 300 }, (_, index) => `unit:${index}`);
  const many = noteSent([], ids, { ...first, atMs });
  const read = readSentNotes(writeSentNotes(many), atMs);
  expect([read.length, read.at(-1)?.vehicleId]).toEqual([200, 'unit:299']);
  expect(writeSentNotes([])).toBe('');
});
