import { expect, it } from 'vitest';
import { withoutHidden, writeJson } from './visible-text.ts';

it('what nobody sees in a pasted text is left out, and nothing else', () => {
  expect(withoutHidden('\u200Bngõ\u00AD \u202E29\uFEFF')).toBe('ngõ 29');
  expect(withoutHidden('cổng khoá\nban đêm 👩‍🚒')).toBe('cổng khoá\nban đêm 👩‍🚒');
});

it('what is sent holds none of it, however deep', () => {
  const sent = writeJson({ by: 'Lan\u200B', shape: { reason: ['\uFEFFcây đổ'] }, n: 3, to: null });
  expect(JSON.parse(sent)).toEqual({ by: 'Lan', shape: { reason: ['cây đổ'] }, n: 3, to: null });
});
