import { expect, test } from 'vitest';
import type { Contacts } from '../../server/contacts/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { contactRows, contactsSummary, distanceText } from './contact-words.ts';

const vi = wordsOf(createTexts('vi'));
const en = wordsOf(createTexts('en'));

const point: Contacts['onFoot'][number] = {
  id: 'contact:1',
  kind: 'public-fire-point',
  name: 'Điểm ngõ 29',
  phone: null,
  equipment: null,
  lon: 105.8,
  lat: 21,
  meters: 120,
  isEstimated: false,
};

function contactsOf(changes: Partial<Contacts>): Contacts {
  return { onFoot: [point], onDuty: [], reachMeters: 300, hasRegister: true, ...changes };
}

test('the line says how many are near, and which duties are known, each once', () => {
  const duty = { id: 'contact:2', name: 'A', phone: null, meters: null };
  const onDuty = [
    { ...duty, kind: 'power' as const },
    { ...duty, kind: 'power' as const },
    { ...duty, kind: 'ward' as const },
  ];
  expect(contactsSummary(contactsOf({ onDuty }), vi)).toBe(
    'Gọi: 1 điểm, tổ trong 300\u00A0m, điện lực, phường',
  );
  expect(contactsSummary(contactsOf({ onDuty, onFoot: [] }), en)).toBe('Call: power, ward');
});

test('a distance that the road graph did not give is said to be rough', () => {
  expect(distanceText(point, en)).toBe('120\u00A0m on foot');
  expect(distanceText({ ...point, isEstimated: true }, en)).toBe('about 120\u00A0m');
});

test('the rows are those on duty, then those near, each with what it is and how far', () => {
  const duty = { id: 'contact:2', kind: 'hospital' as const, name: 'B', phone: '1', meters: 1_520 };
  const near = { ...point, equipment: '2 bình' };
  expect(contactRows(contactsOf({ onDuty: [duty], onFoot: [near] }), vi)).toEqual([
    { id: 'contact:2', name: 'B', phone: '1', about: 'bệnh viện · 1,5 km' },
    {
      id: 'contact:1',
      name: 'Điểm ngõ 29',
      phone: null,
      about: 'điểm chữa cháy công cộng · đi bộ 120\u00A0m · 2 bình',
    },
  ]);
});
