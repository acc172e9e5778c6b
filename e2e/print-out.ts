import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';

export type Paper = {
  pages: number;
  /** The corners of a page in points. */
  size: string;
  text: string;
};

/** What comes out of the printer; kept in .artifacts/ for eyes. */
export async function printOut(page: Page, name: string): Promise<Paper> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  mkdirSync('.artifacts', { recursive: true });
  writeFileSync(`.artifacts/${name}.pdf`, pdf);
  const size = /\/MediaBox\s*\[([^\]]*)\]/.exec(pdf.toString('latin1'))?.[1] ?? '';
  const { totalPages, text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  const rounded = size
    .trim()
    .split(/\s+/)
    .map((side) => Math.round(Number(side)));
  return { pages: totalPages, size: rounded.join(' '), text: plain(text) };
}

/** Paper breaks lines where it likes. */
export function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ');
}
