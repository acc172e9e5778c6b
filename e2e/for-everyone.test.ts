// The rules of WCAG that a machine can check, in the states of one call, in both languages; other
// journeys look at theirs.

import { expect, test } from 'vitest';
import { findBarriers } from './barriers.ts';
import { askFor, typeAddress, untilResultsAreCurrent } from './dispatch-page.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

test('nothing keeps anybody out before, while and after an address is typed', async () => {
  const { page } = await stage.goOn();
  await page.getByTestId('example').first().waitFor();
  expect(await findBarriers(page), 'empty').toEqual([]);
  await typeAddress(page, 'so 5');
  await untilResultsAreCurrent(page);
  expect(await findBarriers(page), 'results').toEqual([]);
  await page.getByTestId('search').fill('xyzzy 999');
  await page.getByTestId('no-match').waitFor();
  expect(await findBarriers(page), 'no match').toEqual([]);
  await page.getByTestId('search').fill('');
  await askFor(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  expect(await findBarriers(page), 'answer').toEqual([]);
  await page.getByRole('button', { name: 'Phím tắt' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await findBarriers(page), 'help').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByTestId('language-en').click();
  expect(await findBarriers(page), 'English').toEqual([]);
  await page.getByTestId('language-vi').click();
});
