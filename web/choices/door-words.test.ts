import { expect, it } from 'vitest';
import { narrowAlley } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { otherDoorNames } from './door-words.ts';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));

const street = { ...narrowAlley, name: 'Phố Trịnh Hoài Đức', class: 'tertiary', alleyLevel: 0 };
const service = { ...narrowAlley, name: null, class: 'service', alleyLevel: 0 };
const atDoor = { lon: 105.8321, lat: 21.03, provenance: 'nearest-way' as const };
const south = { lon: 105.8321, lat: 21.02975, road: service };
const west = { lon: 105.8319, lat: 21.03, road: service };

it('tells other doors with the same words apart by distance and direction', () => {
  const door = { ...atDoor, road: street, alternatives: [south, west] };
  expect(otherDoorNames(door, vietnamese)).toEqual([
    'đường nội bộ (28\u00A0m về phía Nam)',
    'đường nội bộ (21\u00A0m về phía Tây)',
  ]);
  expect(otherDoorNames(door, english)).toEqual([
    'service road (28\u00A0m to the south)',
    'service road (21\u00A0m to the west)',
  ]);
});

it('tells another door apart from the one in use, and leaves alone what its road tells', () => {
  const other = { ...west, road: street };
  const door = { ...atDoor, road: service, alternatives: [south, other] };
  expect(otherDoorNames(door, vietnamese)).toEqual([
    'đường nội bộ (28\u00A0m về phía Nam)',
    'Phố Trịnh Hoài Đức',
  ]);
});
