import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../web/i18n/en.ts';
import { vi } from '../web/i18n/vi.ts';
import {
  addressLabel,
  askFor,
  keepPicture,
  readAnswer,
  typeAddress,
  untilResultsAreCurrent,
} from './dispatch-page.ts';
import { shareStage, type Screen } from './stage.ts';

const stage = shareStage();

/** Letters that Vietnamese has and English has not. */
const vietnameseLetter = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1EA0-\u1EF9]/i;

/** Every word for eyes or ears on the page, except words marked as another language's own name. */
async function readWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [document.title];
    const marked = new Set(document.querySelectorAll('button[lang]'));
    const isMarked = (element: Element | null): boolean => element !== null && marked.has(element);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!isMarked(node.parentElement)) words.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('body *'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (!isMarked(element)) words.push(element.getAttribute(name) ?? '');
    // The scale's bar depends on where the map is.
    return words.map((text) => text.trim()).filter((text) => text && !/^\d+\sk?m$/.test(text));
  });
}

/** Keeps every name that the server sent: data is shown as it is, in any language. */
function collectNames(screen: Screen): Set<string> {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 2) names.add(value.toLowerCase());
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  screen.page.on('response', (response) => {
    if (!/\/api\/|\.json\b/.test(response.url())) return;
    // A page that closes takes the bodies of its answers with it.
    void response.json().then(collect, () => undefined);
  });
  return names;
}

function withoutNames(text: string, names: Set<string>): string {
  const longestFirst = [...names].toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, name) => rest.replaceAll(name, ''), text.toLowerCase());
}

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

test('one press turns every word to English, and one press back', async () => {
  const screen = await stage.open();
  const { page } = screen;
  const names = collectNames(screen);
  const languageOf = (): Promise<string> => page.evaluate(() => document.documentElement.lang);
  await page.getByTestId('example').first().waitFor();
  expect(await languageOf()).toBe('vi');
  expect(await readWords(page)).toContain(vi['empty.examples']);

  await page.getByTestId('language-en').click();
  await expect.poll(languageOf).toBe('en');
  const spoken: Record<string, string[]> = { empty: await readWords(page) };
  await page.getByTestId('search').focus();
  await typeAddress(page, 'so 5');
  await untilResultsAreCurrent(page);
  spoken['results'] = await readWords(page);
  await page.getByTestId('search').fill('');
  await askFor(page);
  await unfoldAll(page);
  spoken['answer'] = await readWords(page);
  await keepPicture(page, 'dispatch-english');
  for (const key of ['l', 'm', 'k', 'd', 'g', 'w']) {
    await page.keyboard.press(key);
    const panel = page.locator('.tool-panel');
    await panel.waitFor();
    spoken[`tool ${key}`] = await readWords(page);
    const beyond = await panel.evaluate((shown) => shown.scrollWidth - shown.clientWidth);
    expect(beyond, `words beyond the edge of the tool ${key}`).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  }
  await page.getByTestId('search').fill('xyzzy 999');
  await page.getByTestId('no-match').waitFor();
  spoken['no match'] = await readWords(page);
  await page.getByRole('button', { name: en['help.open'] }).click();
  await page.getByRole('dialog').waitFor();
  spoken['help'] = await readWords(page);

  const keys = (Object.keys(vi) as (keyof typeof vi)[]).filter((key) => vi[key] !== en[key]);
  // A single letter is a key of the keyboard as well as a point of the compass.
  const texts = keys.map((key) => vi[key].toLowerCase()).filter((text) => text.length > 1);
  const untranslated = new Set(texts);
  const english = new Set(keys.map((key) => en[key]));
  for (const [state, words] of Object.entries(spoken)) {
    const left = words.map((text) => withoutNames(text, names));
    const foreign = left.filter((text) => untranslated.has(text) || vietnameseLetter.test(text));
    expect(foreign, state).toEqual([]);
  }

  await page.keyboard.press('Escape');
  await page.getByTestId('language-vi').click();
  await expect.poll(languageOf).toBe('vi');
  await page.getByTestId('search').fill('');
  await page.keyboard.press('Escape');
  await page.getByTestId('example').first().waitFor();
  const back = await readWords(page);
  expect(back).toContain(vi['empty.examples']);
  expect(back.filter((text) => english.has(text))).toEqual([]);
});

test('the language stays chosen for the next time, and data keeps its own', async () => {
  const { page } = await stage.goOn();
  await page.getByTestId('language-en').click();
  await page.reload();
  await page.getByTestId('search').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await askFor(page);
  const answer = await readAnswer(page);
  expect(answer.label).toBe(addressLabel);
  expect(answer.hose).toMatch(/^Hose \d+ m · \d+ lengths/);
  await page.getByTestId('language-vi').click();
});
