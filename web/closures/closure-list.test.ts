import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import type { Closure } from '../../server/closures/schema.ts';
import { createTexts } from '../i18n/words.ts';
import { ClosureList } from './closure-list.tsx';
import type { Closures } from './use-closures.ts';

const closure = {
  id: 1,
  effect: 'impassable',
  reason: 'Ống nước vỡ',
  from: '2026-11-28T05:00:00Z',
  to: null,
  daily: null,
  by: 'Minh',
  verified: false,
  active: true,
} as Closure;

it('lets a closure be withdrawn also before a name is typed, so that it can ask for one', () => {
  const closures = {
    all: [closure],
    current: { data: [closure], error: null },
    stretches: new Map(),
    by: '',
    isSending: false,
  } as unknown as Closures;
  const markup = renderToStaticMarkup(
    createElement(
      I18nextProvider,
      { i18n: createTexts('vi') },
      createElement(ClosureList, { closures, vehicleClasses: [], isNamed: () => false }),
    ),
  );
  expect(markup).toContain('closure-withdraw');
  expect(markup).not.toContain('disabled');
});
