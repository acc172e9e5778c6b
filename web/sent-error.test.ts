import { expect, test } from 'vitest';
import { errorOf } from './sent-error.ts';

test('a refusal names its code and each thing refused, and nothing that is none', () => {
  const faults = [{ path: 'width', maximum: 30 }];
  const error = { code: 'invalid-input', requestId: 'r1', details: [...faults, 'width', null] };
  expect(errorOf({ error })).toEqual({ code: 'invalid-input', requestId: 'r1', faults });
});

test.each([null, 'Bad gateway', {}, { error: null }, { error: 'down' }, { error: { code: 7 } }])(
  'what a proxy answers says nothing: %j',
  (body) => expect(errorOf(body)).toEqual({}),
);
