import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import type { UnitResponse } from '../../server/response/schema.ts';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { createTexts } from '../i18n/words.ts';
import { CrewSteps } from './crew-steps.tsx';

function stepsOf(drive: UnitResponse['drive']): string {
  const steps = createElement(CrewSteps, { steps: [], drive });
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n: createTexts('vi') }, steps));
}

it('sends no crew to a road on the map where there is no way', () => {
  expect(stepsOf(unitForTest().drive)).toContain('xem đường trên bản đồ');
  expect(stepsOf(null)).toContain('Chưa có đường cho xe này tới đây.');
  expect(stepsOf(null)).not.toContain('xem đường trên bản đồ');
});
